/**
 * A page cut into its front matter, its sections and their fences. Pages are in a form of our own, so plain lines
 * are enough: `---`, `## `, and fences of four backticks. Lines count from 1.
 */
export function cutPage(text: string): PageText {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const close = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const sections: OpenSection[] = [];
  const unclosed: number[] = [];
  let section: OpenSection = { title: '', line: close + 2, prose: [], fences: [], end: 0 };
  for (let i = close + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.startsWith('## ')) {
      sections.push(section);
      section = { title: line.slice(3).trim(), line: i + 1, prose: [], fences: [], end: i };
    } else if (line.startsWith(fence)) {
      const end = lines.findIndex((l, at) => at > i && l.trimEnd() === fence);
      if (end < 0) {
        unclosed.push(i + 1);
        break;
      }
      const info = line.slice(fence.length).trim().split(/\s+/).filter(Boolean);
      const note = lines
        .slice(section.end + 1, i)
        .join(' ')
        .trim();
      section.fences.push({ info, note, text: lines.slice(i + 1, end).join('\n') + '\n', line: i + 2 });
      i = section.end = end;
    } else section.prose.push(line);
  }
  sections.push(section);
  return {
    frontMatter: close < 0 ? undefined : lines.slice(1, close).join('\n'),
    sections: sections.map((s) => ({ ...s, prose: s.prose.join('\n').trim() })),
    unclosed,
  };
}

const fence = '````';

export interface PageText {
  /** YAML, from line 2 of the page; undefined when there is none or it is not closed. */
  readonly frontMatter: string | undefined;
  /** In order; the first has no title and holds what stands before the first `## `. */
  readonly sections: readonly PageSection[];
  /** Lines of fences that are never closed. */
  readonly unclosed: readonly number[];
}

export interface PageSection {
  readonly title: string;
  readonly line: number;
  readonly prose: string;
  readonly fences: readonly Fence[];
}

interface OpenSection {
  readonly title: string;
  readonly line: number;
  readonly prose: string[];
  readonly fences: Fence[];
  /** Index of the last line that is no note of the next fence. */
  end: number;
}

export interface Fence {
  /** The words behind the backticks. */
  readonly info: readonly string[];
  /** What stands between the fence before it (or the heading) and this one. */
  readonly note: string;
  readonly text: string;
  /** Line of the page on which the text begins. */
  readonly line: number;
}
