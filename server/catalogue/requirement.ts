import type { Bilingual } from '../text/span.ts';

/** All that is known of the law and of documents: pages, ready to use. */
export interface Catalogue<C extends ConceptName = ConceptName> {
  /** Version of the pages: the date of the law they state. */
  readonly reviewed: string;
  readonly requirements: readonly Requirement[];
  readonly types: readonly DocumentType[];
  readonly instruments: readonly Instrument[];
  readonly concepts: readonly C[];
  readonly problems: readonly PageProblem[];
}

/** What is wrong with a page. Lines count from 1. */
export interface PageProblem {
  readonly path: string;
  readonly line: number;
  readonly message: Bilingual;
}

export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';
export type Ground = 'opinions' | 'opinions-some' | 'secondary' | 'later-law' | 'derived' | 'none';

/** One requirement: one page, `server/catalogue/<pack>/<slug>.md`. */
export interface Requirement {
  /** `opinions/pi-storage` */
  readonly id: string;
  readonly pack: string;
  readonly title: Bilingual;
  readonly cites: readonly Citation[];
  /** The verb of the weaker reading of the source: "call for", "encourage". */
  readonly strength: Bilingual;
  readonly addressee: readonly string[];
  readonly ground: Ground;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly level: Level;
  readonly levels: Readonly<Record<string, Level>>;
  /** ISO date on which the sources were last checked. */
  readonly reviewed: string;
  /** The finding's first sentence. */
  readonly expects: Bilingual;
  /** Grounds `later-law` and `derived`: what the Opinions themselves aim at or call for. */
  readonly aims: Bilingual | undefined;
  readonly facts: readonly Fact[];
  readonly check: Check;
  readonly place: Place;
  readonly prose: Bilingual;
  readonly examples: readonly Example[];
  readonly clauses: readonly ModelClause[];
  /** Of its page, below the catalogue folder. */
  readonly path: string;
}

export interface Citation {
  readonly instrument: string;
  readonly provision: Bilingual;
}

/** A statement about the law with the strength of its source. */
export interface Fact {
  readonly tag: 'seed' | 'found' | 'secondary' | 'judgement';
  readonly text: Bilingual;
}

export interface Place {
  /** Slugs of requirements of the pack whose evidence the clause should follow. */
  readonly after: readonly string[];
  /** Concepts that mark a fitting heading. */
  readonly under: readonly string[];
  /** The heading to write when the document has no fitting one. */
  readonly heading: Bilingual;
}

export type ExampleOutcome = 'met' | 'partial' | 'weak' | 'missing';

export interface Example {
  readonly outcome: ExampleOutcome;
  readonly language: 'en' | 'zh';
  readonly type: string;
  readonly note: string;
  readonly text: string;
  /** Line of the page (from 1) on which the example's text begins. */
  readonly line: number;
}

/** A clause to insert. `${1:thirty (30)}` are placeholders; `{supplier}`, `{shall}` follow the document. */
export interface ModelClause {
  readonly language: 'en' | 'zh';
  /** A type's id, a register (`contract`, `policy`, `terms`, `bid`), or empty for all. */
  readonly for: string;
  /** `fallback`: what one may yield to in a negotiation; it still meets the requirement. */
  readonly position: ClausePosition;
  readonly text: string;
  readonly line: number;
}

/** The words that it takes from the document: `{supplier}`. */
export const documentWords = [
  'supplier',
  'purchaser',
  'user',
  'your',
  'platform',
  'we',
  'us',
  'shall',
  'shallNot',
  'personalInformation',
  'contract',
  'annex',
  'servicesAnnex',
] as const;

/** How a document names the parties and what it speaks of, and its modal verb. */
export type DocumentWords = Readonly<Record<(typeof documentWords)[number], string>>;

export type ClausePosition = 'model' | 'fallback';

export type Check = NoCheck | ClauseCheck;

export interface NoCheck {
  readonly verb: 'none';
}

/** The document must say it; with several parts, all of them. */
export interface ClauseCheck {
  readonly verb: 'clause';
  readonly parts: readonly Part[];
  readonly particulars: readonly Particular[];
}

/** One half of what must be said. */
export interface Part {
  readonly name: string;
  readonly message: Bilingual;
  /** The sentence a fix adds when this part is not said. */
  readonly add: Bilingual | undefined;
  readonly ways: readonly Way[];
}

/** One way to say it. */
export interface Way {
  /** Every group must occur in the statement or its lead-in; a group is alternatives. The first is the act. */
  readonly says: readonly (readonly string[])[];
  /** One of these must occur in the statement, its lead-in, its headings or the title. */
  readonly about: readonly string[];
  /** None of these may occur in the statement or its lead-in. */
  readonly unless: readonly string[];
  /** `bar`: what is prohibited counts (users must not attack). `hedge`: only what is said and not promised; worth `weak`. */
  readonly force: 'type' | 'duty' | 'statement' | 'bar' | 'hedge' | 'any';
  /** Sides on whom the duty may lie; empty means anyone. */
  readonly bearer: readonly string[];
  readonly notBearer: readonly string[];
  /** What a mere right ("may audit", 有权) is worth. */
  readonly right: ExampleOutcome;
  /** What a hedged statement is worth. */
  readonly hedged: ExampleOutcome;
  /** In what this way falls short; without one it gives `met`. */
  readonly shortfall: Shortfall | undefined;
  /** Document types in which this way counts; empty means all. */
  readonly in: readonly string[];
  /** How near the words must stand: one statement, a sentence and the one before it, or one block with its list. */
  readonly within: 'statement' | 'paragraph' | 'clause';
}

/** What a way that is not enough gives, and what it lacks. */
export interface Shortfall {
  readonly outcome: 'partial' | 'weak';
  readonly lacks: Bilingual;
  /** The sentence a fix adds to supply it. */
  readonly add: Bilingual | undefined;
}

/** A detail that grades a clause. */
export interface Particular {
  readonly name: string;
  /** Concepts or quantities (`@period`, `@frequency`, …) that supply it. */
  readonly any: readonly string[];
  /** Concepts that supply it wherever they stand in the document. */
  readonly anywhere: readonly string[];
  /** Concepts that supply it only so far, with the outcome they allow. */
  readonly less: Readonly<Record<string, ExampleOutcome>>;
  /** What its absence makes of the outcome; `note` names it without lowering. */
  readonly absent: 'partial' | 'weak' | 'note';
  readonly where: 'statement' | 'clause' | 'section' | 'document';
  readonly message: Bilingual;
  /** The words a fix adds at the end of the sentence. */
  readonly add: Bilingual | undefined;
  readonly in: readonly string[];
  /** Types of a register in `in` that it does not grade. */
  readonly notIn: readonly string[];
}

/** A kind of document. */
export interface DocumentType {
  readonly id: string;
  readonly title: Bilingual;
  readonly register: 'contract' | 'bid' | 'terms' | 'policy';
  /** Strict: only duties count. Otherwise the plain present does too. */
  readonly force: 'duty' | 'statement';
  /** Whom the document calls "you". */
  readonly you: 'user' | 'developer' | 'supplier' | 'staff';
  /** Phrases that name the type in a title, and headings or words that belong to it. */
  readonly names: readonly string[];
  /** … that name it in a title when its cues say so, too. */
  readonly hints: readonly string[];
  readonly cues: readonly string[];
  readonly not: readonly string[];
  readonly prose: Bilingual;
  readonly path: string;
}

export type InstrumentStatus =
  'in-force' | 'policy-document' | 'overtaken' | 'overlaid' | 'expired' | 'out-of-scope' | 'draft';

/** A law, a measure, a standard. */
export interface Instrument {
  readonly id: string;
  readonly title: Bilingual;
  readonly number: string;
  readonly issuer: Bilingual;
  readonly issued: string;
  readonly effective: string;
  readonly status: InstrumentStatus;
  readonly overtakenBy: readonly string[];
  /** What to know before citing it today. */
  readonly currency: Bilingual;
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly facts: readonly Fact[];
  readonly reviewed: string;
  readonly prose: Bilingual;
  readonly path: string;
}

/** What is left to know of a concept once its words are compiled. */
export interface ConceptName {
  readonly id: string;
  /** What it is called where people read of it. */
  readonly name: Bilingual;
  /** Offered a hover where the term stands in a document. */
  readonly term: boolean;
  readonly path: string;
  readonly line: number;
}

/** Words of the law in both languages, shared by all pages. */
export interface Concept extends ConceptName {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  /** Longer phrases that hold the words without the meaning: "bid security", 安全生产. */
  readonly not: readonly string[];
}
