import type { Level, Requirement } from '../catalogue/requirement.ts';
import type { LegalDocument } from '../document/model.ts';
import type { Bilingual, Span } from '../text/span.ts';
import { suggest } from '../text/suggest.ts';
import type { Assessment, Finding, TypeAnswer } from './assessment.ts';
import type { Context } from './context.ts';
import { fingerprintOf } from './fingerprint.ts';
import { guessedMessage, messageFor, oftenFoundMessage } from './messages.ts';
import { placeFor, titleSpan } from './place.ts';
import { plainFinding } from './plain-finding.ts';
import type { ReviewSettings } from './review.ts';
import { suppress } from './suppress.ts';

/** What to tell the author, in order of place. A gap is told once. */
export function findingsOf(
  assessments: readonly Assessment[],
  type: TypeAnswer,
  context: Context,
  settings: ReviewSettings,
): Finding[] {
  const { document, library } = context;
  const findings: Finding[] = document.problems.map((problem) =>
    plain('declaration', 'warning', problem.span, problem.message),
  );
  for (const { value, span } of document.declaration.types) {
    const message = unknownType(
      value,
      library.catalogue.types.map((t) => t.id),
    );
    if (message) findings.push(plain('declaration', 'warning', span, message));
  }
  // What is not known for a document of ours may be in any language.
  const untold = document.isForeign && type.source === 'none';
  for (const { start, end, reason } of untold ? [] : joined(document.notChecked)) {
    const level = reason === 'language' && type.source === 'guessed' ? 'information' : 'warning';
    const line = { start, end: Math.min(end, document.lines.endOf(document.lines.lineAt(start))) };
    findings.push(plain('not-checked', level, line, notChecked[reason]));
  }
  const required = assessments.filter((a) => a.expected === 'required');
  const kind = context.types[0];
  if (type.source === 'guessed' && kind) {
    const absent = required.filter((a) => a.missing).map((a) => a.requirement);
    if (absent.length > 0 || mustDeclare(settings)) {
      findings.push(
        plain(
          'type-guessed',
          'information',
          titleSpan(document),
          guessedMessage(kind, required.length, absent),
        ),
      );
    }
  } else {
    for (const assessment of required) {
      const finding = findingFor(assessment, context, settings);
      if (finding) findings.push(finding);
    }
    const unsaid = assessments.filter((a) => a.expected === 'optional' && a.missing).length;
    if (kind && unsaid > 0) {
      findings.push(plain('often-found', 'hint', titleSpan(document), oftenFoundMessage(kind, unsaid)));
    }
  }
  for (const a of assessments.filter((a) => a.error)) {
    findings.push(
      plain('internal-error', 'warning', titleSpan(document), {
        en: `The check ${a.requirement.id} failed (${a.error}); the other checks are unharmed.`,
        zh: `检查项 ${a.requirement.id} 未能运行（${a.error}），其他检查不受影响。`,
      }),
    );
  }
  return suppress(findings.flatMap(atLevel), type, context)
    .flatMap(atLevel)
    .sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));

  function plain(code: string, level: Finding['level'], span: Span, message: Bilingual): Finding {
    return plainFinding(code, level, span, message, document);
  }

  /** As the settings want it; a requirement's own finding has its level already. */
  function atLevel(finding: Finding): Finding[] {
    const level = finding.assessment ? finding.level : (levelSet(finding.code, settings) ?? finding.level);
    return level === 'off' ? [] : [{ ...finding, level }];
  }

  function findingFor(
    assessment: Assessment,
    context: Context,
    settings: ReviewSettings,
  ): Finding | undefined {
    if (assessment.met) return undefined;
    const { requirement, outcome, evidence, nearest } = assessment;
    if (outcome === 'not-applicable' || assessment.error) return undefined;
    const level = levelOf(assessment, context, settings);
    if (level === 'off') return undefined;
    const place = evidence[0] ? undefined : placeFor(requirement, assessments, context);
    const span = evidence[0]?.span ?? place?.span ?? titleSpan(context.document);
    const told = outcome === 'missing' ? nearest : evidence.slice(1);
    return {
      code: requirement.id,
      level,
      span,
      message: messageFor(assessment, library.catalogue, place?.by),
      related: told.map((passage) => ({
        span: passage.span,
        message: 'lacking' in passage ? nearestMessage(passage.lacking.map((l) => l.message)) : alsoHere,
      })),
      assessment,
      suppressed: undefined,
      fingerprint: fingerprintOf(requirement.id, outcome, evidence[0]?.text ?? ''),
    };
  }
}

type NotChecked = LegalDocument['notChecked'][number];

/** Neighbours told as one: a document that is too long has thousands of them. */
function joined(spans: readonly NotChecked[]): NotChecked[] {
  const runs: NotChecked[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && span.start <= last.end + 1)
      runs[runs.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else runs.push(span);
  }
  return runs;
}

const notChecked: Readonly<Record<NotChecked['reason'], Bilingual>> = {
  'too-complex': {
    en: 'Not checked: too complex. The rest of the document is checked.',
    zh: '未检查：结构过于复杂。文件其余部分已检查。',
  },
  language: {
    en: 'Not checked: the text is in neither English nor Chinese.',
    zh: '未检查：文件既非英文也非中文。',
  },
};

/** A type that no page describes, with the one that may be meant. */
function unknownType(value: string, known: readonly string[]): Bilingual | undefined {
  if (known.includes(value)) return undefined;
  const meant = suggest(value, known);
  return {
    en: `Unknown document type "${value}"${meant ? `; did you mean "${meant}"?` : `. Known types: ${known.join(', ')}.`}`,
    zh: `未知的文件类型“${value}”${meant ? `；是否为“${meant}”？` : `。可用的类型：${known.join('、')}。`}`,
  };
}

const alsoHere: Bilingual = { en: 'also said here', zh: '此处亦有表述' };

const nearestMessage = (lacks: readonly Bilingual[]): Bilingual => ({
  en: `found nearest: ${lacks.map((l) => l.en).join('; ')}`,
  zh: `最接近的表述：${lacks.map((l) => l.zh).join('；')}`,
});

/**
 * Missing: the requirement's level. Weak: the same in contracts and bids, else information. Partial: information. A
 * level set for this one requirement holds for weak, too, and partial is one lower.
 */
function levelOf({ requirement, outcome }: Assessment, context: Context, settings: ReviewSettings): Level {
  const set = levelSet(requirement.id, settings);
  if (set === 'off') return 'off';
  const own = set ?? levelIn(requirement, context);
  if (asksTheOtherSide(requirement, context, settings)) return 'information';
  const isOwn = settings.levels[requirement.id] !== undefined;
  if (outcome === 'missing' || (outcome === 'weak' && (isOwn || context.strict))) return own;
  return isOwn && own === 'error' ? 'warning' : lower(own);
}

const lower = (level: Level): Level => (level === 'error' || level === 'warning' ? 'information' : level);

function levelIn(requirement: Requirement, { types }: Context): Level {
  const special = types.map((type) => requirement.levels[type.id]).find((level) => level !== undefined);
  return special ?? requirement.level;
}

/** Who makes a guess a warning or an error wants every document to say what it is, also one that lacks nothing. */
function mustDeclare(settings: ReviewSettings): boolean {
  const level = levelSet('type-guessed', settings);
  return level === 'error' || level === 'warning';
}

function levelSet(code: string, { levels }: ReviewSettings): Level | undefined {
  return levels[code] ?? levels[code.split('/')[0] ?? ''];
}

/** Somebody who drafts for the supplier need not ask for the supplier's duties; the other side will. */
function asksTheOtherSide(
  requirement: Requirement,
  { document }: Context,
  settings: ReviewSettings,
): boolean {
  const side = document.declaration.actingFor?.value ?? settings.actingFor;
  if (side !== 'supplier' || requirement.check.verb === 'none') return false;
  return requirement.check.parts.some((part) => part.ways.some((way) => way.bearer.includes('supplier')));
}
