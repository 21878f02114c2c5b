import type { Span } from '../text/span.ts';
import type { Block } from './model.ts';
import type { Language } from './prose.ts';

/** The unit that is judged: a sentence, a list item or a table row, in the light of what it hangs on. */
export interface Statement {
  readonly language: Language;
  /** Plain text, and the same folded for comparison. */
  readonly text: string;
  readonly folded: string;
  /** Place in the section's text. */
  readonly span: Span;
  readonly block: Block;
  /** The source offset (in the section) of a character of `text`. */
  source(index: number): number;
  /** What carries down to it: the sentence before a list. Its words count as words of this statement. */
  readonly leadIn: Statement | undefined;
  /** "Yes, every year.": what the question in front asks is so. */
  readonly affirms: boolean;
  /** Its lead-in is a title on the same line: "4.2 Security incidents. The Supplier shall …". */
  readonly isTitled: boolean;
  readonly role: Role;
  /** Words that bind, weaken, deny, permit …, in order of place. */
  readonly marks: readonly Mark[];
  /** Parties named as subjects, in order of place. */
  readonly parties: readonly PartyMention[];
}

/** What a statement does. Only provisions can meet a requirement. */
export type Role =
  | 'provision'
  | 'heading'
  | 'definition'
  | 'recital'
  | 'question'
  | 'contents'
  | 'quotation'
  | 'example'
  | 'history' // what a version of the document changed
  | 'law' // says what a law requires, not what a party does
  | 'blank'; // reserved, not applicable

export type MarkKind =
  | 'duty' // shall, must, undertakes to, 应当, 不得不
  | 'prohibition' // shall not, 不得
  | 'weak' // may, should, 可以
  | 'effort' // endeavours, strives, 尽量
  | 'right' // is entitled to, 有权
  | 'no-duty' // no obligation to, 无义务, 不负责
  | 'exclusion' // unless the party prefers otherwise, 但乙方认为无必要的除外: empties the duty
  | 'condition' // if the parties agree, 视情况
  | 'not' // does not, 不会
  | 'past'; // has passed, 已通过

export interface Mark extends Span {
  readonly kind: MarkKind;
}

/** The side a party stands on, whatever the document calls it. */
export type Side =
  'supplier' | 'purchaser' | 'user' | 'platform' | 'operator' | 'developer' | 'staff' | 'authority';

export interface PartyMention extends Span {
  readonly side: Side;
}

/** With what force a word in a statement is said. */
/** `soft`: tried, or done where it suits. `hollow`: a carve-out leaves it to the party whether to do it. */
export type Force =
  'duty' | 'prohibition' | 'statement' | 'right' | 'weak' | 'soft' | 'hollow' | 'denied' | 'past';
