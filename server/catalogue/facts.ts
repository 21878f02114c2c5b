import type { Fields } from './fields.ts';
import type { Fact } from './requirement.ts';

/** The statements about the law on a page, each with the strength of its source. */
export function readFacts(fields: Fields): Fact[] {
  return fields.maps('facts').map((entry) => {
    const fact: Fact = {
      tag: entry.choice('tag', ['found', 'seed', 'secondary', 'judgement']),
      text: { en: entry.text('en'), zh: entry.text('zh') },
    };
    entry.close();
    return fact;
  });
}
