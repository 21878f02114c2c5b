import type { Requirement, Level } from '../catalogue/requirement.ts';
import type { Force, Side } from '../document/statement.ts';
import type { Bilingual, Span } from '../text/span.ts';

export type Outcome = 'met' | 'partial' | 'weak' | 'missing' | 'not-applicable';

/** What a document says on one requirement. */
export interface Assessment {
  readonly requirement: Requirement;
  readonly expected: 'required' | 'optional' | 'no';
  readonly outcome: Outcome;
  /** Whether the outcome is `met`, `missing`: told sooner than the outcome when that waits to be asked for. */
  readonly met: boolean;
  readonly missing: boolean;
  /** The passages that decide, best first; for a denial, the denial. */
  readonly evidence: readonly Passage[];
  /** For `missing`: the passages that come nearest, and what each lacks. */
  readonly nearest: readonly NearestPassage[];
  readonly lacking: readonly Lack[];
  /** The document denies the duty. */
  readonly denied: boolean;
  /** Why the check could not run; the other checks are unharmed. */
  readonly error?: string | undefined;
}

/** A place in the document's text (UTF-16 offsets) with its plain text and the words that decided. */
export interface Passage {
  readonly span: Span;
  readonly text: string;
  readonly trace: Trace;
}

export interface NearestPassage extends Passage {
  readonly lacking: readonly Lack[];
}

export interface Lack {
  readonly particular: string;
  readonly message: Bilingual;
}

/** Which words decided, for `explain --trace` and the hover. */
export interface Trace {
  readonly concepts: readonly (Span & { readonly concept: string; readonly text: string })[];
  readonly force: Force;
  readonly bearer: Side | undefined;
  readonly outcome: Outcome;
  readonly particulars: readonly { readonly name: string; readonly found: boolean }[];
  readonly why: string;
}

/** The document's types, and how they are known. */
export interface TypeAnswer {
  readonly types: readonly string[];
  readonly source: 'front-matter' | 'configuration' | 'guessed' | 'none';
  /** 0 to 1; 1 when declared. */
  readonly confidence: number;
}

/** Everything there is to say about a document, before anybody asks how to show it. */
export interface Report {
  readonly type: TypeAnswer;
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
}

/** One thing to tell the author. */
export interface Finding {
  /** A requirement's id, or one of `OtherCode`. */
  readonly code: string;
  readonly level: Exclude<Level, 'off'>;
  readonly span: Span;
  readonly message: Bilingual;
  readonly related: readonly { readonly span: Span; readonly message: Bilingual }[];
  readonly assessment: Assessment | undefined;
  /** Set when a suppression covers it; it is then reported nowhere but in coverage, JSON and SARIF. */
  readonly suppressed: { readonly reason: string } | undefined;
  /** Stable under edits elsewhere; holds no line number. */
  readonly fingerprint: string;
}
