import { governing } from './governing.ts';
import type { Force, MarkKind, Statement } from './statement.ts';

/** Words of a statement, or of what leads in to it, that give it a force. */
export interface ForceWords {
  readonly text: string;
  readonly kind: MarkKind;
}

/** What gives the word at `start` … `end` this force: "may", 尽量, "where possible"; undefined where no words do. */
export function forceWordsAt(
  statement: Statement,
  start: number,
  end: number,
  force: Force,
): ForceWords | undefined {
  const kinds = kindsOf[force];
  const over = governing(statement, start, end);
  for (let at: Statement | undefined = statement; at; at = at.leadIn) {
    const mark =
      at === statement && over && kinds.includes(over.kind)
        ? over
        : at.marks.find((m) => kinds.includes(m.kind));
    if (mark) return { text: at.text.slice(mark.start, mark.end).trim(), kind: mark.kind };
  }
  return undefined;
}

/** A condition counts before the verb that tries: it stands for all of it. */
const kindsOf: Readonly<Record<Force, readonly MarkKind[]>> = {
  duty: ['duty'],
  prohibition: ['prohibition', 'not'],
  statement: [],
  right: ['right'],
  weak: ['weak'],
  soft: ['condition', 'effort'],
  hollow: ['exclusion'],
  denied: ['no-duty', 'weak'],
  past: ['past'],
};
