import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NamedDocument {
  readonly file: string;
  readonly text: string;
}

export const exampleDocuments = (root: string): NamedDocument[] =>
  ['en', 'zh'].flatMap((language) => documentsIn(join(root, 'examples', language), `examples/${language}/`));

/** Documents of the corpus beside the project, at most so many, spread over its folders; none where it is absent. */
export function corpusDocuments(root: string, most = Infinity): NamedDocument[] {
  const corpus = join(root, '../shared/corpus');
  const names = ['redistributable', 'evaluate-only']
    .filter((part) => existsSync(join(corpus, part)))
    .flatMap((part) => markdownBelow(join(corpus, part)).map((name) => `${part}/${name}`))
    .sort();
  const step = Math.max(1, names.length / most);
  return Array.from(
    { length: Math.min(names.length, most) },
    (_, i) => names[Math.floor(i * step)] ?? '',
  ).map((file) => ({ file, text: readFileSync(join(corpus, file), 'utf8').replace(/^\ufeff/, '') }));
}

const documentsIn = (folder: string, shown: string): NamedDocument[] =>
  markdownBelow(folder).map((name) => ({
    file: `${shown}${name}`,
    text: readFileSync(join(folder, name), 'utf8'),
  }));

const markdownBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
