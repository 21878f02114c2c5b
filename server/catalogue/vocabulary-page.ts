import type { Bilingual } from '../text/span.ts';
import type { Notes } from './notes.ts';
import { checkPhrase } from './phrase-form.ts';
import type { Concept } from './requirement.ts';

/** Reads a page of concepts: `## id`, then `- name:`, `- en:`, `- zh:`, `- not:` and `- term:` lines. */
export function readConcepts(path: string, page: string, notes: Notes): Concept[] {
  const concepts: OpenConcept[] = [];
  let concept: OpenConcept | undefined;
  let row: { key: string; line: number; text: string } | undefined;
  const closeRow = (): void => {
    if (row && concept) readRow(row, concept, notes);
    row = undefined;
  };
  page.split(/\r\n|\r|\n/).forEach((text, index) => {
    const line = index + 1;
    const heading = /^##\s+(.*?)\s*$/.exec(text);
    const start = /^[-*]\s+([A-Za-z]+):\s*(.*)$/.exec(text);
    if (heading) {
      closeRow();
      const id = heading[1] ?? '';
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
        notes.problem(
          line,
          `The name of a concept is in kebab-case: "${id}".`,
          `概念名应为小写连字符形式：“${id}”。`,
        );
      }
      concept = { id, name: undefined, en: [], zh: [], not: [], term: false, path, line };
      concepts.push(concept);
    } else if (start) {
      closeRow();
      if (concept) row = { key: start[1] ?? '', line, text: start[2] ?? '' };
      else notes.problem(line, 'Words stand under a heading "## concept".', '词语须位于“## 概念”标题之下。');
    } else if (row && /^\s+\S/.test(text)) row.text += ` ${text.trim()}`;
    else closeRow();
  });
  closeRow();
  return concepts.map((concept) => {
    const { id, en, zh, line } = concept;
    if (en.length === 0 || zh.length === 0) {
      notes.problem(
        line,
        `"${id}" needs words in both languages ("- en:" and "- zh:").`,
        `“${id}”须有两种语言的词语（“- en:”和“- zh:”）。`,
      );
    }
    return { ...concept, name: concept.name ?? { en: id.replace(/-/g, ' '), zh: plain(zh[0] ?? id) } };
  });
}

/** The first wording of a phrase. */
const plain = (phrase: string): string =>
  phrase.replace(/\(([^|()]*)\|[^()]*\)/g, '$1').replace(/\s*\.\.\.\s*/g, '……');

interface OpenConcept extends Omit<Concept, 'name'> {
  name: Bilingual | undefined;
  readonly en: string[];
  readonly zh: string[];
  readonly not: string[];
  term: boolean;
}

const keys = ['name', 'en', 'zh', 'not', 'term'];

function readRow(
  { key, line, text }: { key: string; line: number; text: string },
  concept: OpenConcept,
  notes: Notes,
): void {
  if (key === 'term') {
    concept.term = text.trim() === 'yes';
    if (!/^(?:yes|no)$/.test(text.trim())) {
      notes.problem(line, '"term" is yes or no.', '“term”只能为 yes 或 no。');
    }
    return;
  }
  if (key === 'name') {
    const [en, zh, more] = text.split(' / ').map((name) => name.trim());
    if (en && zh && more === undefined) concept.name = { en, zh };
    else notes.problem(line, 'A name is "English / 中文".', '名称应写作“English / 中文”。');
    return;
  }
  if (key !== 'en' && key !== 'zh' && key !== 'not') {
    notes.unknown(line, { en: 'key', zh: '键' }, key, keys);
    return;
  }
  for (const part of text.split(/[;；]/)) {
    const phrase = part.trim();
    if (!phrase) continue;
    if (checkPhrase(phrase, line, notes)) concept[key].push(phrase);
  }
}
