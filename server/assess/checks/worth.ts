import type { ExampleOutcome, Way } from '../../catalogue/requirement.ts';
import type { Force, Side } from '../../document/statement.ts';
import type { Bilingual } from '../../text/span.ts';
import type { Context } from '../context.ts';

/** What a force is worth to a way; undefined when the words say something else. */
export function worthOf(force: Force, way: Way, strict: boolean, named: boolean): Worth | undefined {
  if (way.force === 'hedge') return hedges.has(force) ? 'weak' : undefined;
  if (force === 'denied') return 'denied';
  if (force === 'hollow' || force === 'soft') return 'weak';
  if (way.force === 'bar') return force === 'prohibition' ? 'met' : undefined;
  if (way.force === 'any') return 'met';
  switch (force) {
    case 'duty':
      return 'met';
    case 'prohibition':
      return undefined;
    case 'weak':
      return way.hedged;
    case 'right':
      return way.right;
    case 'past':
      return strict || way.force === 'duty' ? 'weak' : 'met';
    case 'statement':
      if (way.force === 'duty') return 'weak';
      return way.force === 'statement' || !strict || named ? 'met' : 'partial';
  }
}

/** Said, and not promised. */
const hedges: ReadonlySet<Force> = new Set<Force>(['weak', 'soft', 'hollow', 'right']);

/** In contracts and terms the duties looked for lie on the one who supplies; a page says where it is otherwise. */
export const onOtherSide = (bearer: Side | undefined, way: Way, { types }: Context): boolean =>
  way.bearer.length === 0 &&
  way.force !== 'bar' &&
  ((bearer === 'purchaser' &&
    types.some(({ register }) => register === 'contract' || register === 'policy')) ||
    (bearer === 'user' && types.some((type) => type.register !== 'bid' && type.you === 'user')));

export const otherSide: Bilingual = { en: 'the duty lies on the other party', zh: '义务由另一方承担' };

export const nobodyNamed: Bilingual = {
  en: 'stated as a fact; nobody is named who has to do it',
  zh: '仅陈述事实，未写明由谁履行',
};

export type Worth = ExampleOutcome | 'denied';

export const value = (worth: Worth): number => ['denied', 'missing', 'weak', 'partial', 'met'].indexOf(worth);
