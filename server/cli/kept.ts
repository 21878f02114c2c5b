import type { Assessment, Finding, Lack, Report, TypeAnswer } from '../assess/assessment.ts';
import type { Library } from '../assess/review.ts';
import { readDocument } from '../document/document.ts';
import type { LegalDocument } from '../document/model.ts';
import { Lines } from '../text/lines.ts';
import type { Checked } from './check.ts';

/** What `check` found in a file, as plain data: to be written down, or sent from one thread to another. */
export interface Kept {
  readonly type: TypeAnswer;
  readonly findings: readonly KeptFinding[];
}

interface KeptFinding extends Omit<Finding, 'assessment' | 'suppressed'> {
  readonly suppressed?: Finding['suppressed'];
  /** Of the assessment that it tells. */
  readonly outcome?: Assessment['outcome'];
  readonly lacking?: readonly Lack[];
}

export function keep({ type: { types, source, confidence }, findings }: Report): Kept {
  return {
    type: { types, source, confidence },
    findings: findings.map(({ assessment, suppressed, ...rest }) => ({
      ...rest,
      ...(suppressed && { suppressed }),
      ...(assessment && { outcome: assessment.outcome, lacking: assessment.lacking }),
    })),
  };
}

/** The file as `check` left it; `text` is asked for when a place in it must be shown. */
export const restore = (file: string, kept: Kept, text: () => string, library: Library): Restored =>
  new RestoredFile(file, kept, text, library);

export type Restored = Extract<Checked, { kind: 'checked' }>;

class RestoredFile implements Restored {
  readonly kind = 'checked';
  readonly file: string;
  readonly report: Report;
  readonly #text: () => string;
  #lines: Lines | undefined;
  #document: LegalDocument | undefined;

  constructor(file: string, { type, findings }: Kept, text: () => string, library: Library) {
    this.file = file;
    this.#text = text;
    this.report = { type, assessments: [], findings: findings.map((f) => findingOf(f, library)) };
  }

  get lines(): Lines {
    return (this.#lines ??= new Lines(this.#text()));
  }

  get document(): LegalDocument {
    return (this.#document ??= readDocument(this.#text()));
  }
}

function findingOf({ outcome, lacking = [], suppressed, ...rest }: KeptFinding, library: Library): Finding {
  const requirement = outcome && library.requirement(rest.code);
  const assessment: Assessment | undefined = requirement && {
    requirement,
    expected: 'required',
    outcome,
    met: outcome === 'met',
    missing: outcome === 'missing',
    evidence: [],
    nearest: [],
    lacking,
    denied: false,
  };
  return { ...rest, suppressed, assessment };
}
