import { traditionalPairs } from '../../server/text/traditional.ts';
import { chineseNumber, chineseValue } from './chinese-numbers.ts';
import { asProse, asTable, listed } from './shapes.ts';
import { inProse, isPlainLine, linesOf } from './source-lines.ts';

/** A way of writing the same document otherwise. Gives the text back unchanged where it does not apply. */
export interface Law {
  readonly name: string;
  rewrite(text: string): string;
}

/** What must not change the outcomes. */
export const laws: readonly Law[] = [
  { name: 'CRLF', rewrite: (text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'curly quotes', rewrite: (text) => inProse(text, curly) },
  {
    name: 'straight quotes',
    rewrite: (text) => inProse(text, (s) => s.replace(/[“”「」]/g, '"').replace(/[‘’]/g, "'")),
  },
  {
    name: 'half-width brackets',
    rewrite: (text) => inProse(text, (s) => s.replace(/(?<!\])（/g, '(').replace(/）/g, ')')),
  },
  { name: 'full-width brackets', rewrite: wideBrackets },
  { name: 'traditional characters', rewrite: (text) => changeCharacters(text, traditional) },
  { name: 'simplified characters', rewrite: (text) => changeCharacters(text, simplifiedOnly) },
  { name: 'heading levels', rewrite: shiftHeadings },
  { name: 're-wrapping', rewrite: wrap },
  { name: 'renumbering', rewrite: renumber },
  { name: 'order of annexes', rewrite: turnAnnexes },
  { name: 'bullets', rewrite: otherBullets },
  { name: 'list to prose', rewrite: asProse },
  { name: 'list to table', rewrite: asTable },
  { name: 'table to list', rewrite: listed },
];

/** Every list alike: one of two kinds would be two lists. */
function otherBullets(text: string): string {
  return linesOf(text)
    .map(({ text: line, kind }) =>
      kind === 'code' || kind === 'front matter' || /^\s*(?:[-*] *){3,}$/.test(line)
        ? line
        : line.replace(/^(\s*)[-*](?= +\S)/, '$1+'),
    )
    .join('\n');
}

function curly(line: string): string {
  if (!/[\u4e00-\u9fff]/.test(line) && (line.match(/"/g)?.length ?? 0) % 2 === 1) return line;
  let open = false;
  return line.replace(/"|(?<=[a-z])'(?=[a-z])/gi, (quote) => {
    if (quote === "'") return '’';
    open = !open;
    return open ? '“' : '”';
  });
}

/** Brackets that stand in Chinese text; those of links stay. */
function wideBrackets(text: string): string {
  return inProse(text, (line) =>
    /[\u4e00-\u9fff]/.test(line) && !/\]\(|\[[ x]\]/.test(line)
      ? line.replace(/(?<!\\)\(([^()]*)\)/g, '（$1）')
      : line,
  );
}

const traditional: ReadonlyMap<string, string> = new Map(
  [...traditionalPairs()].reverse().map(([from, to]) => [String.fromCharCode(to), String.fromCharCode(from)]),
);
const simplifiedOnly: ReadonlyMap<string, string> = new Map(
  [...traditionalPairs()].map(([from, to]) => [String.fromCharCode(from), String.fromCharCode(to)]),
);

const changeCharacters = (text: string, map: ReadonlyMap<string, string>): string =>
  inProse(text, (line) => line.replace(/[\u4e00-\u9fff]/g, (c) => map.get(c) ?? c));

/** One deeper, all of them; not where a heading is already at the sixth level or underlined. */
function shiftHeadings(text: string): string {
  const lines = linesOf(text);
  const blocked = lines.some(
    ({ text: line, kind }, i) =>
      kind === 'prose' &&
      (/^######/.test(line) ||
        /<h\d/i.test(line) ||
        (/^(?:=+|-{3,})\s*$/.test(line) && (lines[i - 1]?.text.trim() ?? '') !== '')),
  );
  return blocked ? text : inProse(text, (line) => line.replace(/^(#{1,5})(?=\s)/, '#$1'));
}

/** Paragraphs of one line, cut to some sixty columns, or thirty Chinese characters. */
function wrap(text: string): string {
  const lines = linesOf(text);
  return lines
    .map((line, i) => {
      const alone = [lines[i - 1], lines[i + 1]].every((other) => (other?.text.trim() ?? '') === '');
      if (line.kind !== 'prose' || !alone || !isPlainLine(line.text) || / {2}$|\\$/.test(line.text))
        return line.text;
      return cutLine(line.text);
    })
    .join('\n');
}

function cutLine(line: string): string {
  if (/[[\]<>`|]|https?:|^\S*\s*[*_].*[*_]\W*$/.test(line)) return line;
  const wide = /[\u4e00-\u9fff]/.test(line);
  const most = wide ? 30 : 60;
  const cut: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const at = breakIn(rest, most, wide);
    if (at === undefined) break;
    cut.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...cut, rest].join('\n');
}

/** Where a line may end so that the next does not begin like something else. */
function breakIn(text: string, most: number, wide: boolean): number | undefined {
  for (let at = most; at > most / 2; at--) {
    const next = text.slice(at).trimStart();
    const inside = wide
      ? /[\u4e00-\u9fff]/.test(text[at - 1] ?? '') && /^[\u4e00-\u9fff]/.test(next)
      : text[at] === ' ' && /[a-z,]/.test(text[at - 1] ?? '');
    if (inside && !/^(?:[^a-z\u4e00-\u9fff]|[a-z]{1,3}[.)]|第|[一二三四五六七八九十]|附)/.test(next))
      return at;
  }
  return undefined;
}

/** Ten is added to the numbers of clauses and to what refers to them; lists of Markdown count for themselves. */
function renumber(text: string): string {
  return inProse(text, (line) =>
    line
      .replace(
        /^(#{1,6}\s+|\*\*)?(\d{1,2})(?=(?:\.\d+)*[.、 ](?!\d))/,
        (whole, before: string | undefined, n: string) =>
          before === undefined && /^\d+[.)]\s/.test(line) ? whole : `${before ?? ''}${Number(n) + 10}`,
      )
      .replace(
        /\b([Ss]ections?|[Cc]lauses?|[Aa]rticles?) (\d{1,2})(?![\d,])/g,
        (_, word: string, n: string) => `${word} ${Number(n) + 10}`,
      )
      .replace(/第([一二三四五六七八九十]{1,3})([条章])/g, (_, n: string, what: string) => {
        return `第${chineseNumber(chineseValue(n) + 10)}${what}`;
      })
      .replace(
        /^(#{1,6}\s+|\*\*)?([一二三四五六七八九十]{1,3})、/,
        (_, before: string | undefined, n: string) => {
          return `${before ?? ''}${chineseNumber(chineseValue(n) + 10)}、`;
        },
      ),
  );
}

/** Annexes of one level that follow each other, the last first. */
function turnAnnexes(text: string): string {
  const lines = linesOf(text);
  const starts = lines.flatMap(({ text: line, kind }, i) => {
    const found =
      kind === 'prose' && /^(#{1,4})\s+(?:Annex|Appendix|Schedule|Exhibit|附件|附录|附表)/i.exec(line);
    return found ? [{ at: i, level: found[1]?.length ?? 0 }] : [];
  });
  const level = starts[0]?.level;
  if (starts.length < 2 || starts.some((s) => s.level !== level)) return text;
  const first = starts[0]?.at ?? 0;
  const ends = lines.findIndex(
    ({ text: line, kind }, i) =>
      i > (starts.at(-1)?.at ?? 0) && kind === 'prose' && new RegExp(`^#{1,${level}}\\s`).test(line),
  );
  const end = ends < 0 ? lines.length : ends;
  const between = lines.slice(first, end).some(({ text: line, kind }, i) => {
    return (
      kind === 'prose' &&
      new RegExp(`^#{1,${level}}\\s`).test(line) &&
      !starts.some((s) => s.at === first + i)
    );
  });
  if (between) return text;
  const texts = lines.map((line) => line.text);
  const parts = starts.map((s, i) => texts.slice(s.at, starts[i + 1]?.at ?? end));
  const turned = parts.reverse().flatMap((part) => (part.at(-1)?.trim() === '' ? part : [...part, '']));
  return [...texts.slice(0, first), ...turned, ...texts.slice(end)].join('\n');
}
