import type { ClausePosition, Requirement } from '../catalogue/requirement.ts';
import type { Language } from '../document/prose.ts';
import { languageOf } from '../document/prose.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Bilingual, Span } from '../text/span.ts';
import type { Assessment, Finding } from './assessment.ts';
import { completion } from './complete.ts';
import { isAlmost } from './checks/almost.ts';
import type { Context } from './context.ts';
import { declaration } from './declare.ts';
import { draftClause, draftWords } from './draft.ts';
import { homeFor } from './home.ts';
import { inOrder } from './order.ts';
import { insertionsOf, type NewClause } from './insertion.ts';
import type { ClausePlace } from './place.ts';
import { removal } from './removal.ts';
import { replacement } from './replacement.ts';

/** A change that mends a finding. */
export interface Fix {
  readonly kind:
    'insert' | 'complete' | 'replace' | 'declare' | 'remove' | 'suppress' | 'suppress-file' | 'insert-all';
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
  if (finding.code === 'unused-suppression') fixes.push(...removeFix(finding, context));
  // A hint asks for nothing, so there is nothing to silence.
  if (finding.level !== 'hint') {
    // In front matter a comment would be no comment.
    if (finding.span.start >= context.document.declaration.span.end)
      fixes.push(suppressFix(finding, 'next-line', context));
    fixes.push(suppressFix(finding, 'file', context));
  }
  return fixes;
}

/** What makes the document say it: a clause where there is none, else words that mend the one there is. */
export function repairsFor(
  assessment: Assessment,
  assessments: readonly Assessment[],
  context: Context,
): Fix[] {
  const { requirement, outcome } = assessment;
  const name = requirement.title;
  // What only comes near may say something else: it stays.
  if ((outcome === 'missing' && !assessment.denied) || isAlmost(assessment)) {
    const edits = insertionEdits(requirement, assessments, context);
    if (edits.length === 0) return [];
    const title = { en: `Insert a clause: ${name.en}`, zh: `插入条款：${name.zh}` };
    return [{ kind: 'insert', title, preferred: true, safety: 'draft', edits }];
  }
  const complete = assessment.denied ? [] : completion(assessment, context);
  const anew = writtenAnew(assessment, assessments, complete.length > 0, context);
  if (complete.length === 0) return anew;
  const title =
    outcome === 'weak'
      ? { en: `Strengthen the clause: ${name.en}`, zh: `强化条款：${name.zh}` }
      : { en: `Complete the clause: ${name.en}`, zh: `补全条款：${name.zh}` };
  return [{ kind: 'complete', title, preferred: true, safety: 'draft', edits: complete }, ...anew];
}

/**
 * The model clause behind the passage that falls short, and in its place where nothing else is said there. What the
 * author wrote goes only where somebody chooses so; a denial has to go, where it can: beside it the clause does not hold.
 */
function writtenAnew(
  assessment: Assessment,
  assessments: readonly Assessment[],
  isCompleted: boolean,
  context: Context,
): Fix[] {
  const { requirement, denied } = assessment;
  const [passage] = assessment.evidence;
  if (!passage) return [];
  const language = languageOf(passage.text);
  const place: ClausePlace = { span: passage.span, by: 'behind', after: passage.span };
  const [clause] = clausesFor(requirement, place, context).filter((c) => c.language === language);
  if (!clause) return [];
  const name = requirement.title;
  const fixes: Fix[] = [];
  const replaced = replacement(assessment, assessments, clause.draft, context);
  if (!replaced || !(denied || isCompleted)) {
    fixes.push({
      kind: 'insert',
      title: { en: `Insert the model clause behind it: ${name.en}`, zh: `在其后插入示范条款：${name.zh}` },
      preferred: !denied && !isCompleted,
      safety: 'draft',
      edits: insert([clause], context),
    });
  }
  if (replaced) {
    fixes.push({
      kind: 'replace',
      title: { en: `Replace by the model clause: ${name.en}`, zh: `替换为示范条款：${name.zh}` },
      preferred: false,
      safety: 'draft',
      edits: [replaced],
    });
  }
  return fixes;
}

/** The clause in the document's language; in a document in two languages, in both, each at its place. */
export function insertionEdits(
  requirement: Requirement,
  assessments: readonly Assessment[],
  context: Context,
  position: ClausePosition = 'model',
): Edit[] {
  return insert(
    clausesFor(requirement, homeFor(requirement, assessments, context), context, position),
    context,
  );
}

function clausesFor(
  requirement: Requirement,
  place: ClausePlace,
  context: Context,
  position: ClausePosition = 'model',
): NewClause[] {
  const { language: own } = context.document;
  const languages: Language[] = own === 'mixed' ? ['en', 'zh'] : [own];
  return languages.flatMap((language): NewClause[] => {
    const draft = draftClause(requirement, language, context, position);
    if (!draft) return [];
    const heading = draftWords(requirement.place.heading[language], language, context).plain;
    return [{ place, draft, heading, language }];
  });
}

const insert = (clauses: readonly NewClause[], context: Context): Edit[] =>
  insertionsOf(clauses, context).map(({ offset, draft }) => ({
    span: { start: offset, end: offset },
    ...draft,
  }));

/** All missing clauses at once. What the document denies has to be changed there: beside the denial a clause does not hold. */
export function insertAllFix(
  findings: readonly Finding[],
  assessments: readonly Assessment[],
  context: Context,
  atLeast = 2,
): Fix | undefined {
  const missing = findings.flatMap((f) =>
    f.assessment?.outcome === 'missing' && !f.assessment.denied && !f.suppressed ? [f.assessment] : [],
  );
  if (missing.length < atLeast) return undefined;
  const clauses = inOrder(missing.map(({ requirement }) => requirement))
    .flatMap((r) => clausesFor(r, homeFor(r, assessments, context), context))
    // New sections come behind what is there: their clauses are counted last.
    .sort((a, b) => Number(a.place.by === 'title') - Number(b.place.by === 'title'));
  const edits = insert(clauses, context);
  return {
    kind: 'insert-all',
    title: { en: `Insert all ${missing.length} missing clauses`, zh: `插入全部${missing.length}项缺失条款` },
    preferred: false,
    safety: 'draft',
    edits,
  };
}

/** Writes the document's type into it. */
export function declareFix(type: string, { document, library }: Context): Fix {
  const name = library.catalogue.types.find((t) => t.id === type)?.title ?? { en: type, zh: type };
  const { span, text } = declaration(type, document);
  return {
    kind: 'declare',
    title: { en: `Declare the document as: ${name.en}`, zh: `声明文件类型：${name.zh}` },
    preferred: true,
    safety: 'plain',
    edits: [plainEdit(span, text)],
  };
}

const plainEdit = (span: Span, text: string): Edit => ({
  span,
  snippet: text.replace(/\$/g, '\\$'),
  plain: text,
});

function removeFix(finding: Finding, { document }: Context): Fix[] {
  const span = removal(finding.span, document);
  if (!span) return [];
  const name = document.text.slice(finding.span.start, finding.span.end);
  return [
    {
      kind: 'remove',
      title: document.text.startsWith('<!--', finding.span.start)
        ? { en: 'Remove this suppression', zh: '删除此停用注释' }
        : { en: `Remove ${name} from this suppression`, zh: `从此停用注释中删除 ${name}` },
      preferred: true,
      safety: 'plain',
      edits: [plainEdit(span, '')],
    },
  ];
}

function suppressFix(finding: Finding, scope: 'next-line' | 'file', { document }: Context): Fix {
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const start = scope === 'file' ? document.declaration.span.end : blockStart(finding.span.start, document);
  const directive = scope === 'file' ? 'clausecheck-disable' : 'clausecheck-disable-next-line';
  const before = start === 0 || '\r\n'.includes(document.text[start - 1] ?? '') ? '' : eol;
  const comment = (reason: string): string =>
    `${before}<!-- ${directive} ${finding.code} -- ${reason} -->${eol}`;
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

/** Where the lines begin that stand together with a place: inside a table or a paragraph a comment would divide it. */
function blockStart(offset: number, { lines, declaration }: LegalDocument): number {
  const first = lines.lineAt(declaration.span.end);
  let line = lines.lineAt(offset);
  while (line > first && lines.textOf(line - 1).trim() !== '') line--;
  return Math.max(lines.startOf(line), declaration.span.end);
}
