import { simplify } from '../text/fold.ts';
import type { Lines } from '../text/lines.ts';
import { leastLevel } from './above.ts';
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
  const begin = sections[0]?.offset ?? text.length;
  const from = lines.lineAt(begin + Math.max(0, text.slice(begin).search(/\S/)));
  const end = lines.startOf(from + 11);
  // Beside a declared title only a first-level heading counts.
  const first = declared && !mayHoldFirstLevel(sections, end) ? undefined : firstHeading(sections);
  const near = first !== undefined && first.title.span.start < end;
  if (declared) {
    const heading: Heading = {
      level: 0,
      number: undefined,
      text: declared.value,
      span: { start: 0, end: 0 },
    };
    const title = { text: declared.value, span: declared.span };
    const below = near && first.heading.level === 1 && !first.heading.number;
    return { title: below ? { ...title, below: first.title.text } : title, heading };
  }
  const found = undeclared(near ? first : undefined, sections, lines, text, from) ?? first;
  if (!found) return { title: undefined, heading: undefined };
  const name = nameField.exec(text.slice(begin, end))?.[1];
  return name === undefined ? found : { ...found, title: { ...found.title, below: name } };
}

/** `文件名称：信息安全管理制度`: what the fields in the head of a document call it. */
const nameField =
  /^(?:文件名称|制度名称|文件标题|文档名称|document (?:title|name)|policy (?:title|name))[ \t]*[:：][ \t]*(\S.{1,60}?)[ \t]*$/im;

interface Found {
  readonly title: Title;
  readonly heading: Heading;
}

function undeclared(
  near: Found | undefined,
  sections: readonly CutSection[],
  lines: Lines,
  text: string,
  from: number,
): Found | undefined {
  // "1. Scope" or a second-level heading names a part; what stands above it may name the whole.
  if (near && near.heading.level === 1 && !near.heading.number) return near;
  const begin = sections[0]?.offset ?? text.length;
  if (near && text.slice(begin, near.title.span.start).trim() === '') return near;
  const short = shortLine(sections, lines, from);
  if (!short || (near && near.title.span.start <= short.span.start)) return undefined;
  return {
    title: short,
    heading: { level: 0, number: undefined, text: short.text, span: { start: 0, end: 0 } },
  };
}

/** Whether one of the sections that begin before `end` may hold a heading of the first level. */
function mayHoldFirstLevel(sections: readonly CutSection[], end: number): boolean {
  for (const { section, offset } of sections) {
    if (offset >= end) return false;
    if (leastLevel(section) <= 1) return true;
  }
  return false;
}

function firstHeading(sections: readonly CutSection[]): Found | undefined {
  for (const [index, { section, offset }] of sections.entries()) {
    const first = section.firstHeading();
    const heading = first?.text === '' ? section.headings().find((h) => h.text !== '') : first;
    if (!heading) continue;
    const { start, end } = heading.span;
    const lines = [heading, ...linesBelow(heading, sections, index)].map(({ text }) => text);
    return {
      title: { text: lines.join(' '), span: { start: start + offset, end: end + offset } },
      heading,
    };
  }
  return undefined;
}

/**
 * The further lines of a title, two at most: headings with nothing in between, of the same rank, or below the name of an
 * organisation.
 */
function linesBelow(first: Heading, sections: readonly CutSection[], index: number): Heading[] {
  const found: Heading[] = [];
  let at = index;
  for (let last = first; found.length < 2 && !last.number;) {
    const text = sections[at]?.section.text ?? '';
    const rest = text.slice(last.span.end);
    let next: Heading | undefined;
    let between = rest;
    if (!letters.test(rest)) {
      const below = sections[++at]?.section;
      next = below?.firstHeading();
      between = below?.text.slice(0, next?.span.start) ?? '';
    } else if (last.level > 6 || underlined.test(rest)) {
      // Only underlined headings, and lines that look like headings, stand in one section with the first.
      next = sections[at]?.section.headings().find(({ span }) => span.start >= last.span.end);
      between = text.slice(last.span.end, next?.span.start);
    }
    if (!next || next.number || next.text === '' || letters.test(between)) break;
    if (next.level !== last.level && !organisation.test(simplify(last.text))) break;
    found.push(next);
    last = next;
  }
  return found;
}

const letters = /[\p{L}\d]/u;
const underlined = /^(?:-{2,}|={2,})[ \t]*$/m;
const organisation =
  /(?:公司|集团|大学|学院|学校|医院|银行|中心|委员会|协会|联盟|政府|[局厅院会部所])$|^(?:the )?(?:City|Town|County|Village|Borough|State|Commonwealth|Province|Ministry|Department|Office|Bureau|Board|University|Government) of\b|\b(?:Ltd|Limited|Inc|LLC|LLP|PLC|GmbH|AG|Corp|Corporation|Company|Group|Bank|Hospital|University|College|Institute|Foundation|Authority|District|Council|County|Department|Ministry|Agency|Bureau|Office|Division|Board|Commission|Committee|Consortium|Association|Society|Trust|Union|Library)\.?$/i;

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
