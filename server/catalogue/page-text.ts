import { readFrontMatter, type FrontMatter } from '../text/front-matter.ts';
import { Lines } from '../text/lines.ts';

/**
 * A page cut into its front matter, its sections and their fences. Pages are in a form of our own, so plain lines
 * are enough: `## `, and fences of four backticks. Lines count from 1.
 */
export function cutPage(text: string): PageText {
  const frontMatter = readFrontMatter(text);
  const index = new Lines(text);
  const first = frontMatter ? index.lineAt(frontMatter.span.end) : 0;
  const lines = Array.from({ length: index.count }, (_, line) => index.textOf(line));
  const sections: OpenSection[] = [];
  const unclosed: number[] = [];
  let section: OpenSection = { title: '', line: first + 1, prose: [], fences: [], end: first - 1 };
  for (let i = first; i < lines.length; i++) {
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
    frontMatter,
    lines: index,
    sections: sections.map((s) => ({ ...s, prose: s.prose.join('\n').trim() })),
    unclosed,
  };
}

const fence = '````';

export interface PageText {
  readonly frontMatter: FrontMatter | undefined;
  readonly lines: Lines;
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
