import type { Span } from '../text/span.ts';
import { isWide } from '../text/fold.ts';

/**
 * Cuts plain text into sentences, English and Chinese mixed. A semicolon ends one too: in legal text what stands
 * behind it is a provision of its own. Spans are offsets into `text`, without white space at either end.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let depth = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (from < to) spans.push({ start: from, end: to });
    start = end;
  };
  const marks = /[（(《「）)》」。！？；.!?;]/g;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const i = found.index;
    const char = found[0];
    if ('（(《「'.includes(char)) depth++;
    else if ('）)》」'.includes(char)) depth = Math.max(0, depth - 1);
    if ('。！？；'.includes(char)) {
      if (depth > 0 && char === '；' && text.indexOf('）', i) > 0) continue;
      close(endWithQuotes(text, i + 1));
      marks.lastIndex = start;
      depth = 0;
    } else if ('.!?;'.includes(char) && endsEnglish(text, i)) {
      if (depth > 0 && char === ';') continue;
      close(endWithQuotes(text, i + 1));
      marks.lastIndex = start;
      depth = 0;
    }
  }
  close(text.length);
  return spans;
}

const isSpace = (code: number): boolean =>
  code === 32 || code === 0x3000 || code === 0xa0 || code === 10 || code === 9;

function endWithQuotes(text: string, end: number): number {
  while (end < text.length && '"”’\'）)」』'.includes(text[end] ?? '')) end++;
  return end;
}

function endsEnglish(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= text.length) return true;
  const behind = text.slice(at + 1, at + 4).replace(/^["”’')\]]+/, '');
  if (text[at] === ';') return isSpace(next) || isWide(next);
  if (isWide(next)) return text[at] !== '.' || !/\d/.test(text[at - 1] ?? '');
  if (!isSpace(behind.charCodeAt(0)) && behind !== '') return false;
  if (text[at] !== '.') return true;
  const before = /[^\s(]*$/.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  if (/^[A-Za-z]$/.test(before) || /^\d{1,3}(\.\d+)*$/.test(before)) {
    // "1. The Supplier", "A. Smith": a number or a letter alone numbers what follows — unless it ends a sentence.
    const head = text.slice(Math.max(0, at - before.length - 12), at - before.length).trim();
    return (
      head !== '' &&
      !/[.;:。；：]$/.test(head) &&
      /\d$/.test(before) &&
      /^\s+[A-Z]/.test(text.slice(at + 1, at + 4))
    );
  }
  if (abbreviations.has(before.toLowerCase())) return false;
  const first = /\S/.exec(text.slice(at + 1))?.[0] ?? '';
  return !/[a-z,;]/.test(first);
}

const abbreviations = new Set(
  'e.g i.e etc no nos art arts sec secs inc ltd co corp llc u.s u.k u.s.c c.f.r mr ms mrs dr vs cf approx para cl fig p.m a.m st dept gov viz ref'.split(
    ' ',
  ),
);
