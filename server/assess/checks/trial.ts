import type { ExampleOutcome, Part, Particular, Way } from '../../catalogue/requirement.ts';
import type { Block } from '../../document/model.ts';
import { shift, type Span } from '../../text/span.ts';
import type { Lack, Passage } from '../assessment.ts';
import type { Context, ScannedSection } from '../context.ts';
import type { ScannedStatement } from '../scan.ts';
import { meritOf } from './merit.ts';
import { outcomeOf, worse } from './outcomes.ts';
import { hitsAround } from './reach.ts';
import { sayingOf, type Refusal } from './saying.ts';
import { weaknessOf } from './weakness.ts';
import { nobodyNamed, onOtherSide, otherSide } from './worth.ts';

/** What a statement is worth to a way, or why it is worth nothing. */
export function tryStatement(
  scanned: ScannedStatement,
  section: ScannedSection,
  way: Way,
  particulars: readonly Particular[],
  context: Context,
  part: Part,
): Candidate | Refusal {
  const said = sayingOf(scanned, section, way, context);
  if (typeof said === 'string') return said;
  const { statement } = scanned;
  const { worth, force, bearer } = said;
  const denied = worth === 'denied';
  let outcome: ExampleOutcome = denied ? 'missing' : worse(worth, outcomeOf(way));
  const lacking: Lack[] = [];
  if (!denied && onOtherSide(bearer, way, context)) {
    outcome = worse(outcome, 'partial');
    lacking.push({ particular: 'bearer', message: otherSide });
  }
  // Of a statement only the strict reading makes less than `met`: "All data is deleted" binds nobody by name.
  if (force === 'statement' && worth === 'partial')
    lacking.push({ particular: 'bearer', message: nobodyNamed });
  // A way that looks for hedged words tells itself what they lack.
  else if (!denied && worth !== 'met' && way.force !== 'hedge') lacking.push(weaknessOf(said, statement));
  if (way.shortfall) lacking.push({ particular: way.shortfall.outcome, message: way.shortfall.lacks });
  const supplied: { name: string; found: boolean }[] = [];
  for (const particular of particulars) {
    const near = hitsAround(particular.where, scanned, section, context);
    const found =
      particular.any.some((id) => near(id)) || particular.anywhere.some((id) => context.concepts.has(id));
    supplied.push({ name: particular.name, found });
    if (found) continue;
    const less = Object.entries(particular.less).find(([id]) => near(id));
    lacking.push({ particular: particular.name, message: particular.message });
    if (less) outcome = worse(outcome, less[1]);
    else if (particular.absent !== 'note') outcome = worse(outcome, particular.absent);
  }
  const words = placesOf(way, scanned);
  const tried = { way, force, supplied: supplied.filter((p) => p.found).length, places: words.length };
  return {
    outcome,
    denied,
    merit: meritOf(tried, part, scanned, section),
    lacking,
    start: statement.source(0),
    block: statement.block,
    passage: (offset) => ({
      span: shift(statement.span, offset),
      text: statement.text,
      trace: {
        concepts: words.map(({ concept, start, end }) => ({
          start: statement.source(start) + offset,
          end: statement.source(end - 1) + 1 + offset,
          concept,
          text: statement.text.slice(start, end),
        })),
        force,
        bearer,
        outcome,
        particulars: supplied,
        why: lacking.map((l) => l.message.en).join('; '),
      },
    }),
  };
}

/** A statement that says what a way asks for, and how good it is. Kept with its section: places are the section's. */
export interface Candidate {
  readonly outcome: ExampleOutcome;
  readonly denied: boolean;
  /** Among candidates of the same outcome, the higher is the better evidence. */
  readonly merit: number;
  readonly lacking: readonly Lack[];
  /** Offset in the section, in UTF-16 units. */
  readonly start: number;
  readonly block: Block;
  /** The passage as evidence, for a section that begins at this offset of the document. */
  passage(offset: number): Passage;
}

/** The places in the statement of the words that a way asks for. */
const placesOf = (way: Way, { hits }: ScannedStatement): (Span & { concept: string })[] =>
  way.says.flatMap((group) => {
    const concept = group.find((id) => hits.has(id));
    if (concept === undefined) return [];
    return (hits.get(concept) ?? []).slice(0, 3).map(({ start, end }) => ({ start, end, concept }));
  });
