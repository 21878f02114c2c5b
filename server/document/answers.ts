import type { Block } from './model.ts';

/** What a block is to the question in front of it: nothing, an answer that needs its words, or a plain yes. */
export type Answer = 'none' | 'fragment' | 'yes';

/** How the first words of a block answer a question: "Yes, twice a year.", "30 days after you leave.", 每季度一次。 */
export function answerOf({ kind, prose: { folded } }: Block): Answer {
  if (kind === 'heading' || kind === 'cell' || kind === 'code' || kind === 'contents') return 'none';
  const first = /^[^.。!！?？]*/.exec(folded)?.[0] ?? '';
  if (affirmative.test(folded)) return 'yes';
  if (first.length > longest) return 'none';
  return begins.test(first) || !finite.test(first) ? 'fragment' : 'none';
}

const affirmative =
  /^(?:yes|yep|of course|certainly|sure|always|we do|they are|it is|是的?|有的?|会的?|当然|没错|对的?)[\s]*[,.，。!！:：;；—–-]/;
/** UTF-16 units; a longer sentence says by itself what it is about. */
const longest = 120;
const begins =
  /^(?:on|in|at|every|each|once|twice|within|after|before|by|until|for|from|only|to|about|up to|around|as soon as|\d|one|two|three|four|six|twelve|monthly|yearly|annually|quarterly|weekly|daily|每|在|于|自|由|仅|至|[一两二三四五六七八九十]|发现后|收到)/;
const finite =
  /\b(?:is|are|was|were|be|has|have|had|do|does|did|will|would|shall|must|can|cannot|may|should|no|not|never|none|nothing|nobody|we|you|they|it|i|he|she|[a-z]+n't)\b|不|没|无|未|否|我们|您|你|应|须|会|将|可/;
