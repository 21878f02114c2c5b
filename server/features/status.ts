import type { Bilingual, Locale } from '../text/span.ts';
import type { FeatureContext } from './context.ts';

/** What the editor says of a document at a glance. */
export interface Status {
  /** `checked`: a type is known. `idle`: nothing is expected of the document, and `detail` says why. */
  readonly state: 'checked' | 'guessed' | 'idle';
  /** Ids of the document's types. */
  readonly types: readonly string[];
  /** Requirements expected of the type, and how many of them are met. */
  readonly expected: number;
  readonly met: number;
  /** A few words: the type and how many clauses are met, or that nothing runs. */
  readonly text: string;
  /** A few words more: how the type is known and what is lacking, or why nothing runs. */
  readonly detail: string;
}

/** Why a document is not looked at. */
export type IdleReason = 'not-applicable' | 'no-type' | 'ignored' | 'disabled' | 'page' | 'failed';

/** The status of a document that was judged. */
export function statusOf({ document, report, library, settings }: FeatureContext, locale: Locale): Status {
  if (!document.declaration.applies || settings.applies === false)
    return idleStatus('not-applicable', locale);
  const types = library.catalogue.types.filter((type) => report.type.types.includes(type.id));
  if (types.length === 0) return idleStatus('no-type', locale);
  const expected = report.assessments.filter((a) => a.expected === 'required');
  const met = expected.filter((a) => a.met).length;
  const missing = expected.filter((a) => a.missing).length;
  const others = expected.filter((a) => !a.met && !a.missing).map((a) => a.outcome);
  const lacking = [
    { outcome: 'partial' as const, n: others.filter((o) => o === 'partial').length },
    { outcome: 'weak' as const, n: others.filter((o) => o === 'weak').length },
    { outcome: 'missing' as const, n: missing },
  ]
    .filter(({ n }) => n > 0)
    .map(({ outcome, n }) => ({ en: `${n} ${outcome}`, zh: `${outcomes[outcome]}${n}项` })[locale])
    .join(locale === 'en' ? ', ' : '，');
  const name = types.map((type) => type.title[locale]).join(locale === 'en' ? ', ' : '、');
  const guessed = report.type.source === 'guessed';
  const source = sources[report.type.source];
  const text: Bilingual = {
    en: `${name}, ${met} of ${expected.length} clauses met`,
    zh: `${name}，应有${expected.length}项条款，满足${met}项`,
  };
  const detail: Bilingual = {
    en: lacking ? `${lacking}; type ${source.en}` : `type ${source.en}`,
    zh: lacking ? `${lacking}；文件类型${source.zh}` : `文件类型${source.zh}`,
  };
  return {
    state: guessed ? 'guessed' : 'checked',
    types: types.map((type) => type.id),
    expected: expected.length,
    met,
    text: text[locale],
    detail: detail[locale],
  };
}

/** The status of a document that is not judged, with the reason. */
export function idleStatus(reason: IdleReason, locale: Locale): Status {
  const { text, detail } = reasons[reason];
  return { state: 'idle', types: [], expected: 0, met: 0, text: text[locale], detail: detail[locale] };
}

const outcomes = { partial: '部分满足', weak: '弱化', missing: '缺失' } as const;

const sources: Record<FeatureContext['report']['type']['source'], Bilingual> = {
  'front-matter': { en: 'declared', zh: '已声明' },
  configuration: { en: 'from the configuration', zh: '由配置指定' },
  guessed: { en: 'guessed, not declared', zh: '系推测，未声明' },
  none: { en: 'unknown', zh: '未知' },
};

const reasons: Record<IdleReason, { readonly text: Bilingual; readonly detail: Bilingual }> = {
  'not-applicable': {
    text: { en: 'nothing is checked', zh: '未检查' },
    detail: {
      en: 'the document or the configuration says applies: false',
      zh: '文件或配置中写明了 applies: false',
    },
  },
  'no-type': {
    text: { en: 'no document type', zh: '无文件类型' },
    detail: {
      en: 'nothing is expected: not declared and not to be guessed',
      zh: '未逐项检查：未声明类型，也无法推测',
    },
  },
  ignored: {
    text: { en: 'nothing is checked', zh: '未检查' },
    detail: {
      en: 'clausecheck.yaml names this file under ignore',
      zh: 'clausecheck.yaml 的 ignore 列有此文件',
    },
  },
  disabled: {
    text: { en: 'nothing is checked', zh: '未检查' },
    detail: {
      en: 'the setting clausecheck.enable is off',
      zh: '设置项 clausecheck.enable 已关闭',
    },
  },
  page: {
    text: { en: 'requirement page', zh: '检查项页面' },
    detail: {
      en: 'its form and its examples are checked',
      zh: '检查其格式和示例',
    },
  },
  failed: {
    text: { en: 'the check failed', zh: '检查失败' },
    detail: {
      en: 'the output channel Clausecheck says why',
      zh: '原因见输出频道 Clausecheck',
    },
  },
};
