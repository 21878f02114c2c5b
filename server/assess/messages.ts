import type { Catalogue, DocumentType, Instrument, Requirement } from '../catalogue/requirement.ts';
import type { Bilingual } from '../text/span.ts';
import type { Assessment } from './assessment.ts';
import type { ClausePlace } from './place.ts';

/**
 * The finding of one assessment in words: what is expected and on whose authority, then what the document says. `by`: how
 * the place was found on which a clause that is missing is shown.
 */
export function messageFor(assessment: Assessment, catalogue: Catalogue, by?: ClausePlace['by']): Bilingual {
  const ground = groundOf(assessment.requirement, catalogue);
  const state = stateOf(assessment, by);
  return { en: `${ground.en} ${state.en}`, zh: `${ground.zh}${state.zh}` };
}

/** What may be claimed, by the ground of the requirement; see `ground` in docs/requirement-pages.md. */
export function groundOf(requirement: Requirement, catalogue: Catalogue): Bilingual {
  const { expects, aims, strength } = requirement;
  const task = requirement.cites[0]?.provision ?? { en: '', zh: '' };
  const later = requirement.cites.find((c) => c.instrument !== 'opinions-2014');
  const instrument = catalogue.instruments.find((i) => i.id === later?.instrument);
  switch (requirement.ground) {
    case 'opinions':
      return {
        en: `The Opinions (${task.en}) ${strength.en} ${expects.en}.`,
        zh: `《指导意见》（${task.zh}）${strength.zh}${expects.zh}。`,
      };
    case 'opinions-some':
      return {
        en: `The Opinions (${task.en}, addressed to basic telecom carriers; good practice for others) ${strength.en} ${expects.en}.`,
        zh: `《指导意见》（${task.zh}，面向基础电信企业，其他单位可作为良好实践）${strength.zh}${expects.zh}。`,
      };
    case 'secondary':
      return {
        en: `According to published reports of the Opinions, they ${strength.en} ${expects.en}.`,
        zh: `据有关《指导意见》的公开报道，其中${strength.zh}${expects.zh}。`,
      };
    case 'later-law':
      return {
        en: `The Opinions aim at ${aims?.en ?? ''}; ${citationOf(instrument, later?.provision, 'en')} asks for ${expects.en}.`,
        zh: `《指导意见》着眼于${aims?.zh ?? ''}；${citationOf(instrument, later?.provision, 'zh')}要求${expects.zh}。`,
      };
    case 'derived':
      return {
        en: `The Opinions call for ${aims?.en ?? ''}; documents usually answer with ${expects.en}.`,
        zh: `《指导意见》提出${aims?.zh ?? ''}；文件中通常以${expects.zh}作为回应。`,
      };
    case 'none':
      return {
        en: `The Opinions (${task.en}): addressed to others, nothing to check.`,
        zh: `《指导意见》（${task.zh}）：面向其他主体，无需检查。`,
      };
  }
}

export function citationOf(
  instrument: Instrument | undefined,
  provision: Bilingual | undefined,
  locale: keyof Bilingual,
): string {
  const pinpoint = provision?.[locale] ?? '';
  if (!instrument) return pinpoint;
  if (locale === 'zh') return `《${instrument.title.zh}》${pinpoint}`;
  return `${/^(the|measures|provisions)\b/i.test(instrument.title.en) ? '' : 'the '}${instrument.title.en}${pinpoint ? `, ${pinpoint},` : ''}`;
}

function stateOf({ outcome, denied, lacking }: Assessment, by: ClausePlace['by'] | undefined): Bilingual {
  const lack = {
    en: lacking.map((l) => l.message.en).join('; '),
    zh: lacking.map((l) => l.message.zh).join('；'),
  };
  if (denied) {
    return { en: 'This document says the opposite here.', zh: '本文件此处作了相反的表述。' };
  }
  switch (outcome) {
    case 'missing':
      // A section on which it is shown is not at fault.
      return by === 'after' || by === 'under'
        ? {
            en: 'This document does not say it; a clause could be added here.',
            zh: '本文件未作规定，可补充于此处。',
          }
        : { en: 'This document does not say it.', zh: '本文件未作规定。' };
    case 'weak':
      return {
        en: `Here it is said in weak terms only${lack.en ? ` (${lack.en})` : ''}.`,
        zh: `此处仅作弱化表述${lack.zh ? `（${lack.zh}）` : ''}。`,
      };
    case 'partial':
      return {
        en: lack.en ? `Here it is said in part: ${lack.en}.` : 'Here it is said in part.',
        zh: lack.zh ? `此处只规定了一部分：${lack.zh}。` : '此处只规定了一部分。',
      };
    default:
      return { en: '', zh: '' };
  }
}

/** What an assessment lacks, in a line; of a clause that is met, that is advice. */
export function lacksOf({ outcome, lacking }: Assessment, locale: keyof Bilingual): string {
  const lacks = lacking.map(({ message }) => message[locale]).join(locale === 'zh' ? '；' : '; ');
  return lacks && outcome === 'met' ? `${locale === 'zh' ? '建议：' : 'advice: '}${lacks}` : lacks;
}

/** The one information on a document whose type is only guessed. */
export function guessedMessage(
  type: DocumentType,
  expected: number,
  absent: readonly Requirement[],
): Bilingual {
  if (absent.length === 0) {
    return {
      en:
        `This looks like ${withArticle(type)}; no expected clause is missing. ` +
        'Declare the type, so that weak and partial ones are reported, too.',
      zh: `本文件看来是${type.title.zh}；应有的条款没有缺失。请声明文件类型，以便一并提示表述偏弱或者不完整的条款。`,
    };
  }
  const told = absent.slice(0, mostNamed).map(({ title }) => title);
  const rest = absent.length - told.length;
  const en = told.map((title) => uncapitalised(title.en)).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const zh = told.map((title) => title.zh).join('、') + (rest > 0 ? `，另有${rest}项` : '');
  return {
    en:
      `This looks like ${withArticle(type)}; ${absent.length} of ${expected} expected clauses not found: ${en}. ` +
      'Declare the type to have each reported where it belongs.',
    zh: `本文件看来是${type.title.zh}；应有的${expected}项条款中有${absent.length}项未找到：${zh}。声明文件类型后，将在相应位置逐项提示。`,
  };
}

/** More would not be read. */
const mostNamed = 5;

const uncapitalised = (title: string): string =>
  title.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

export function oftenFoundMessage(type: DocumentType, count: number): Bilingual {
  return {
    en: `${count} further clause${count === 1 ? ' is' : 's are'} often found in ${withArticle(type)}; the coverage report lists ${count === 1 ? 'it' : 'them'}.`,
    zh: `${type.title.zh}中还常见另外${count}项条款，见覆盖情况报告。`,
  };
}

const withArticle = ({ title: { en } }: DocumentType): string =>
  /^terms\b/.test(en) ? en : `${/^[aeiou]/.test(en) ? 'an' : 'a'} ${en}`;
