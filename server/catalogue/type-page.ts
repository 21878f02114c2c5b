import { readFields } from './fields.ts';
import type { Notes } from './notes.ts';
import { cutPage } from './page-text.ts';
import { checkPhrase } from './phrase-form.ts';
import { checkSections, readProse } from './prose.ts';
import type { DocumentType } from './requirement.ts';

/** Reads the page of one document type, `types/<id>.md`. */
export function readType(path: string, text: string, notes: Notes): DocumentType | undefined {
  const page = cutPage(text);
  const fields = readFields(page, notes);
  if (!fields) return undefined;
  const phrases = (key: string): string[] =>
    fields.words(key).map(({ text, line }) => {
      checkPhrase(text, line, notes);
      return text;
    });
  const type: DocumentType = {
    id: path.replace(/^types\/|\.md$/g, ''),
    title: fields.bilingual('title'),
    register: fields.choice('register', registers),
    force: fields.choice('force', ['statement', 'duty']),
    you: fields.choice('you', ['user', 'developer', 'supplier', 'staff'], 'user'),
    names: phrases('names'),
    hints: phrases('hints'),
    cues: phrases('cues'),
    not: phrases('not'),
    prose: readProse(page),
    path,
  };
  fields.close();
  if (type.names.length === 0) {
    notes.problem(
      fields.line,
      'A type needs names that stand in titles ("names").',
      '文件类型须有标题中出现的名称（names）。',
    );
  }
  checkSections(page, ['中文'], notes);
  return type;
}

export const registers: readonly DocumentType['register'][] = ['policy', 'contract', 'bid', 'terms'];
