import { forceWordsAt } from '../../document/force-words.ts';
import type { Statement } from '../../document/statement.ts';
import type { Bilingual } from '../../text/span.ts';
import type { Lack } from '../assessment.ts';
import type { Saying } from './saying.ts';

/** Why what is said is worth less than a promise: the word that hedges it, or that nobody is named who does it. */
export const weaknessOf = (saying: Saying, statement: Statement): Lack => ({
  particular: weakness,
  message: messageOf(saying, statement),
});

/** Not a particular of any page. */
const weakness = 'force';

/** Mended by other words in the sentence, not by more of them. */
export const isWeakness = ({ particular }: Lack): boolean => particular === weakness;

function messageOf({ force, bearer, act }: Saying, statement: Statement): Bilingual {
  const words = forceWordsAt(statement, act.start, act.end, force);
  const en = words ? `“${words.text}”` : 'its wording';
  const zh = words ? `“${words.text}”` : '其措辞';
  switch (force) {
    case 'weak':
      return { en: `${en} does not bind`, zh: `${zh}不具有约束力` };
    case 'soft':
      return { en: `${en} leaves it open`, zh: `${zh}使其留有余地` };
    case 'hollow':
      return { en: `${en} leaves it to the party`, zh: `${zh}使其可做可不做` };
    case 'right':
      return { en: `${en} gives a right, not a duty`, zh: `${zh}只是权利，不是义务` };
    case 'past':
      return {
        en: 'it tells what was done, and promises nothing from now on',
        zh: '只是陈述已有情况，未作今后的承诺',
      };
    default:
      return bearer
        ? { en: 'a statement of fact, not a duty', zh: '只是事实陈述，未规定为义务' }
        : {
            en: 'a statement of fact, not a duty of a named party',
            zh: '只是事实陈述，未规定为某一方的义务',
          };
  }
}
