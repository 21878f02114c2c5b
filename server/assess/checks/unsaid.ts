import type { Language } from '../../document/prose.ts';
import { fold } from '../../text/fold.ts';
import { contains, type Bilingual, type Span } from '../../text/span.ts';
import type { Library } from '../library.ts';
import type { ScannedStatement } from '../scan.ts';
import { calledOf, eitherOf, nameOf } from './concept-names.ts';

/** That a statement says none of these; where it has their words all the same, why they do not count. */
export function noMention(
  group: readonly string[],
  { statement }: ScannedStatement,
  library: Library,
  most: number,
): Bilingual {
  const { folded, language } = statement;
  const hit = library.findConcepts(folded).find(({ id }) => group.includes(id));
  if (hit) {
    const { en, zh } = calledOf(hit.id, library);
    const words = statement.text.slice(hit.start, hit.end);
    if (spansOf(folded, titles).some((title) => contains(title, hit)))
      return {
        en: `${en} is named in a title only (“${words}”), which does not count by itself`,
        zh: `${zh}仅见于书名号内，单独不计入`,
      };
    return {
      en: `“${words}” stands there, but not for ${en}`,
      zh: `有“${words}”字样，但不是就${zh}作出的表述`,
    };
  }
  const named = group.find(
    (id) => !id.startsWith('@') && isNamed(nameOf(id, library)[language], folded, language),
  );
  if (named) {
    const { en, zh } = calledOf(named, library);
    return { en: `${en} is named, but not as an undertaking`, zh: `提到了${zh}，但不是就此作出的承诺` };
  }
  const names = eitherOf(group.slice(0, most), library);
  return { en: `no mention of ${names.en}`, zh: `未提及${names.zh}` };
}

const titles = /《[^》]*》/g;

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

/** Whether a name stands in a text as such. */
function isNamed(name: string, folded: string, language: Language): boolean {
  const bare = fold(name.replace(/^(?:an?|the) |[“”]/g, ''));
  if (language === 'zh') return folded.includes(bare);
  const at = folded.indexOf(bare);
  return at >= 0 && !/\w/.test(`${folded[at - 1] ?? ''}${folded[at + bare.length] ?? ''}`);
}
