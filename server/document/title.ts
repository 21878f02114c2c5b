import { simplify } from '../text/fold.ts';
import type { Lines } from '../text/lines.ts';
import { width } from './clauses.ts';
import type { Declared, Heading, Title } from './model.ts';
import type { CutSection } from './sections.ts';

/**
 * A document's title: what its front matter says, else its first heading, else a short line among its first ten. The
 * heading is the one to stand above everything else.
 */
export function readTitle(
  declared: Declared<string> | undefined,
  sections: readonly CutSection[],
  lines: Lines,
  text: string,
): { readonly title: Title | undefined; readonly heading: Heading | undefined } {
  if (declared) {
    const heading: Heading = {
      level: 0,
      number: undefined,
      text: declared.value,
      span: { start: 0, end: 0 },
    };
    return { title: { text: declared.value, span: declared.span }, heading };
  }
  const begin = sections[0]?.offset ?? text.length;
  const from = lines.lineAt(begin + Math.max(0, text.slice(begin).search(/\S/)));
  const first = firstHeading(sections);
  const near = first !== undefined && lines.lineAt(first.title.span.start) <= from + 10;
  // "1. Scope" or a second-level heading names a part; what stands above it may name the whole.
  if (near && first.heading.level === 1 && !first.heading.number) return first;
  const short = shortLine(sections, lines, from);
  if (short && !(near && first.title.span.start <= short.span.start)) {
    const heading: Heading = { level: 0, number: undefined, text: short.text, span: { start: 0, end: 0 } };
    return { title: short, heading };
  }
  return first ?? { title: undefined, heading: undefined };
}

function firstHeading(sections: readonly CutSection[]): { title: Title; heading: Heading } | undefined {
  for (const { section, offset } of sections) {
    const first = section.firstHeading();
    const heading = first?.text === '' ? section.headings().find((h) => h.text !== '') : first;
    if (!heading) continue;
    const { start, end } = heading.span;
    return { title: { text: heading.text, span: { start: start + offset, end: end + offset } }, heading };
  }
  return undefined;
}

/** `附件4`, a date or a version names nothing. */
const bare =
  /^[!>|<{[#*=-]|(?:updated?|revised|revision|effective|date[ds]?|日期|时间|版本|编号)\b|(?:日期|时间|版本|编号)|^(?:附件\s*[\d一二三四五六七八九十]*|[\d\s.\-/年月日]+|v(?:ersion)?\s*[\d.]+)$/i;

function shortLine(sections: readonly CutSection[], lines: Lines, from: number): Title | undefined {
  for (const { section, offset } of sections) {
    if (lines.lineAt(offset) > from + 10) break;
    for (const block of section.blocks()) {
      if (block.quoted || block.kind === 'code' || block.kind === 'contents' || block.kind === 'cell')
        continue;
      const first = lines.lineAt(offset + block.span.start);
      const last = lines.lineAt(offset + block.span.end);
      for (let line = first; line <= Math.min(last, from + 10); line++) {
        const start = Math.max(lines.startOf(line), offset + block.span.start);
        const end = Math.min(lines.endOf(line), offset + block.span.end);
        const words =
          block.prose.text === '' || first === last ? block.prose.text : lines.textOf(line).trim();
        const fits = words.length >= 4 && width(words) <= 80 && !/[.。;；,，:：!?！？]$/.test(words);
        if (fits && !bare.test(simplify(words)) && /\p{L}/u.test(words))
          return { text: words, span: { start, end } };
      }
    }
  }
  return undefined;
}
