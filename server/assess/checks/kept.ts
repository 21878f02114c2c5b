import type { ScannedSection } from '../context.ts';

// Answers are kept with the section for as long as what they are judged by stays the same: its frame, and what was
// found elsewhere in the document.

/** The answer at a slot (see `slotOf`), if it is known; whoever asks knows what was put there. */
export function keptAnswer<Answer>(
  slot: number,
  section: ScannedSection,
  elsewhere = '',
): Answer | undefined {
  const kept = section.rough.kept.get(slot) as Kept<Answer> | undefined;
  // The frame costs something the first time.
  return kept?.elsewhere === elsewhere && kept.frame === section.frame ? kept.answer : undefined;
}

export function keepAnswer<Answer>(
  slot: number,
  section: ScannedSection,
  answer: Answer,
  elsewhere = '',
): Answer {
  section.rough.kept.set(slot, { frame: section.frame, elsewhere, answer } satisfies Kept<Answer>);
  return answer;
}

interface Kept<Answer> {
  readonly frame: string;
  readonly elsewhere: string;
  readonly answer: Answer;
}
