import type { ClausePosition, Requirement } from '../catalogue/requirement.ts';
import type { Language } from '../document/prose.ts';
import { languageOf } from '../document/prose.ts';
import type { Bilingual, Span } from '../text/span.ts';
import type { Assessment, Finding } from './assessment.ts';
import { completion } from './complete.ts';
import { isAlmost } from './checks/almost.ts';
import type { Context } from './context.ts';
import { draftClause, draftWords } from './draft.ts';
import { insertionAt } from './insertion.ts';
import { placeFor } from './place.ts';

/** A change that mends a finding. */
export interface Fix {
  readonly kind: 'insert' | 'complete' | 'replace' | 'declare' | 'suppress' | 'suppress-file' | 'insert-all';
  readonly title: Bilingual;
  readonly preferred: boolean;
  /** `draft`: words to be adapted by a person. `plain`: changes no clause. */
  readonly safety: 'draft' | 'plain';
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  /** The text in snippet syntax, and as plain text. */
  readonly snippet: string;
  readonly plain: string;
}

/** What can be done about a finding, the preferred fix first. */
export function fixesFor(finding: Finding, assessments: readonly Assessment[], context: Context): Fix[] {
  const fixes: Fix[] = [];
  const { assessment } = finding;
  if (assessment) fixes.push(...repairsFor(assessment, assessments, context));
  if (finding.code === 'type-guessed')
    fixes.push(...context.types.map((type) => declareFix(type.id, context)));
  // A hint asks for nothing, so there is nothing to silence.
  if (finding.level !== 'hint') {
    fixes.push(suppressFix(finding, 'next-line', context), suppressFix(finding, 'file', context));
  }
  return fixes;
}

/** What makes the document say it: a clause where there is none, else words that mend the one there is. */
export function repairsFor(
  assessment: Assessment,
  assessments: readonly Assessment[],
  context: Context,
): Fix[] {
  const { requirement, outcome, evidence } = assessment;
  const name = requirement.title;
  // What only comes near may say something else: it stays.
  if ((outcome === 'missing' && !assessment.denied) || isAlmost(assessment)) {
    const edits = insertionEdits(requirement, assessments, context);
    if (edits.length === 0) return [];
    return [
      {
        kind: 'insert',
        title: { en: `Insert a clause: ${name.en}`, zh: `插入条款：${name.zh}` },
        preferred: true,
        safety: 'draft',
        edits,
      },
    ];
  }
  const fixes: Fix[] = [];
  const complete = assessment.denied ? [] : completion(assessment, context);
  if (complete.length > 0) {
    const title =
      outcome === 'weak'
        ? { en: `Strengthen the clause: ${name.en}`, zh: `强化条款：${name.zh}` }
        : { en: `Complete the clause: ${name.en}`, zh: `补全条款：${name.zh}` };
    fixes.push({ kind: 'complete', title, preferred: true, safety: 'draft', edits: complete });
  }
  const passage = evidence[0];
  const draft = passage && draftClause(requirement, languageOf(passage.text), context);
  if (passage && draft) {
    fixes.push({
      kind: 'replace',
      title: { en: `Replace by the model clause: ${name.en}`, zh: `替换为示范条款：${name.zh}` },
      preferred: complete.length === 0,
      safety: 'draft',
      edits: [{ span: passage.span, snippet: oneLine(draft.snippet), plain: oneLine(draft.plain) }],
    });
  }
  return fixes;
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** The clause in the document's language; in a document in two languages, in both, each at its place. */
export function insertionEdits(
  requirement: Requirement,
  assessments: readonly Assessment[],
  context: Context,
  position: ClausePosition = 'model',
): Edit[] {
  const { document } = context;
  const languages: Language[] = document.language === 'mixed' ? ['en', 'zh'] : [document.language];
  const place = placeFor(requirement, assessments, context);
  const edits = languages.flatMap((language): Edit[] => {
    const draft = draftClause(requirement, language, context, position);
    if (!draft) return [];
    const title = draftWords(requirement.place.heading[language], language, context).plain;
    const at = insertionAt(place, title, language, context);
    const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
    const lead = at.before + (at.heading ? at.heading + eol + eol : '') + at.number;
    const text = (clause: string): string => lead + clause.trim().replace(/\r?\n/g, eol) + at.after;
    return [
      { span: { start: at.offset, end: at.offset }, snippet: text(draft.snippet), plain: text(draft.plain) },
    ];
  });
  return merge(edits);
}

/** Insertions at one offset become one edit, in the order given, with placeholders numbered through. */
function merge(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const same = merged.findIndex((m) => m.span.start === edit.span.start && m.span.end === edit.span.end);
    const before = merged[same];
    if (!before) merged.push(edit);
    else
      merged[same] = {
        span: before.span,
        snippet: before.snippet + edit.snippet,
        plain: before.plain + edit.plain,
      };
  }
  return merged;
}

/** All missing clauses at once. */
export function insertAllFix(
  findings: readonly Finding[],
  assessments: readonly Assessment[],
  context: Context,
  atLeast = 2,
): Fix | undefined {
  const missing = findings.flatMap((f) =>
    f.assessment?.outcome === 'missing' && !f.suppressed ? [f.assessment] : [],
  );
  if (missing.length < atLeast) return undefined;
  const edits = merge(missing.flatMap((a) => insertionEdits(a.requirement, assessments, context)));
  return {
    kind: 'insert-all',
    title: { en: `Insert all ${missing.length} missing clauses`, zh: `插入全部${missing.length}项缺失条款` },
    preferred: false,
    safety: 'draft',
    edits,
  };
}

/** Writes the document's type into its front matter. */
export function declareFix(type: string, { document, library }: Context): Fix {
  const { declaration } = document;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const name = library.catalogue.types.find((t) => t.id === type)?.title ?? { en: type, zh: type };
  const edit = (): Edit => {
    const current = declaration.types[0];
    if (current) return plainEdit(current.span, type);
    if (declaration.own) {
      const end = document.lines.startOf(document.lines.lineAt(declaration.own.start) + 1);
      return plainEdit({ start: end, end }, `  type: ${type}${eol}`);
    }
    if (declaration.hasFrontMatter) {
      const second = document.lines.startOf(document.lines.lineAt(declaration.span.start) + 1);
      return plainEdit({ start: second, end: second }, `clausecheck: { type: ${type} }${eol}`);
    }
    const start = document.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return plainEdit({ start, end: start }, `---${eol}clausecheck: { type: ${type} }${eol}---${eol}${eol}`);
  };
  return {
    kind: 'declare',
    title: { en: `Declare the document as: ${name.en}`, zh: `声明文件类型：${name.zh}` },
    preferred: true,
    safety: 'plain',
    edits: [edit()],
  };
}

const plainEdit = (span: Span, text: string): Edit => ({
  span,
  snippet: text.replace(/\$/g, '\\$'),
  plain: text,
});

function suppressFix(finding: Finding, scope: 'next-line' | 'file', { document }: Context): Fix {
  const { lines } = document;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const start =
    scope === 'file' ? document.declaration.span.end : lines.startOf(lines.lineAt(finding.span.start));
  const directive = scope === 'file' ? 'clausecheck-disable' : 'clausecheck-disable-next-line';
  const comment = (reason: string): string => `<!-- ${directive} ${finding.code} -- ${reason} -->${eol}`;
  return {
    kind: scope === 'file' ? 'suppress-file' : 'suppress',
    title:
      scope === 'file'
        ? {
            en: `Suppress ${finding.code} in this document, with a reason`,
            zh: `在本文件中停用 ${finding.code}（须写明理由）`,
          }
        : {
            en: `Suppress ${finding.code} here, with a reason`,
            zh: `在此处停用 ${finding.code}（须写明理由）`,
          },
    preferred: false,
    safety: 'plain',
    edits: [{ span: { start, end: start }, snippet: comment('${1:reason}'), plain: comment('reason') }],
  };
}
