import pages from 'catalogue:pages';
import { describe, expect, it } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { draftClause, draftWords } from '../../server/assess/draft.ts';
import { conceptsOf } from '../../server/assess/library.ts';
import { makeLibrary, noSettings, review, type Library } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import type { ClausePosition, DocumentType, Requirement } from '../../server/catalogue/requirement.ts';
import { readDocument } from '../../server/document/document.ts';
import { fold } from '../../server/text/fold.ts';
import { promisedRequirements, promisedTypes, typesPromising } from './table.ts';
import { wordingFaults } from './wording.ts';

const catalogue = loadCatalogue(pages);
const library = makeLibrary(catalogue);
const languages = ['en', 'zh'] as const;

/** Judges one requirement only; the words are compiled once for all. */
const judge = (text: string, types: readonly string[], requirement: Requirement) => {
  const one: Library = { ...library, catalogue: { ...catalogue, requirements: [requirement] } };
  const [assessment] = review(readDocument(text), one, { ...noSettings, types }).assessments;
  if (!assessment) throw new Error(`${requirement.id} was not assessed`);
  return assessment;
};

it('every page loads without a problem', () => {
  expect(catalogue.problems.map((p) => `${p.path}:${p.line} ${p.message.en}`)).toEqual([]);
});

it('the promised requirements and types are all there, and no others in their pack', () => {
  const ids = catalogue.requirements.filter((r) => r.pack === 'opinions').map((r) => r.id);
  expect(ids.sort()).toEqual(promisedRequirements.map((r) => r.id).sort());
  expect(catalogue.types.map((type) => type.id).sort()).toEqual(Object.keys(promisedTypes).sort());
  expect(promisedRequirements).toHaveLength(33);
  expect(Object.keys(promisedTypes)).toHaveLength(15);
});

it('nothing is reported in a document that has no type', () => {
  const told = catalogue.requirements.flatMap((requirement) =>
    requirement.examples.flatMap((example) => {
      const text = example.text.replace(/^#[^#].*\n/m, '');
      const document = readDocument(text);
      if (review(document, library, noSettings, 'findings').type.source !== 'none') return [];
      const { findings } = review(document, library, noSettings);
      return findings.map((f) => `${requirement.path}:${example.line} ${f.code} ${f.message.en}`);
    }),
  );
  expect(told).toEqual([]);
}, 60_000);

describe.each(catalogue.requirements.map((requirement) => [requirement.id, requirement] as const))(
  '%s',
  (id, requirement) => {
    it('has the promised ground, level, types and pinpoint', () => {
      const promised = promisedRequirements.find((r) => r.id === id);
      if (!promised) return;
      expect(promised.grounds).toContain(requirement.ground);
      expect({
        level: requirement.level,
        levels: requirement.levels,
        required: [...requirement.required].sort(),
        optional: [...requirement.optional].sort(),
      }).toEqual({
        level: promised.level,
        levels: promised.levels ?? {},
        required: typesPromising(id, 'required'),
        optional: typesPromising(id, 'optional'),
      });
      const [first] = requirement.cites;
      expect(first?.instrument).toBe('opinions-2014');
      expect(first?.provision.en).toMatch(new RegExp(`\\b${promised.item}$`));
      expect('一二三四五六七八'.indexOf(first?.provision.zh.at(-1) ?? '') + 1).toBe(
        Number(promised.item.at(-1)),
      );
    });

    it('says of the Opinions what their ground allows, in both languages', () => {
      expect(wordingFaults(requirement, catalogue)).toEqual([]);
    });

    if (requirement.check.verb === 'none') return;

    it('gives its examples the outcome they stand under', () => {
      expect(exampleFaults(requirement)).toEqual([]);
    });

    it('has examples enough', () => {
      expect(gapsInExamples(requirement)).toEqual([]);
    });

    it('has placeholders in both languages, in their brackets', () => {
      expect(placeholderFaults(requirement)).toEqual([]);
    });

    it('is met by its model clause in every type that requires it, in both languages', () => {
      expect(clauseFaults(requirement)).toEqual([]);
    });

    it('is met by its fallback position too', () => {
      expect(fallbackFaults(requirement)).toEqual([]);
    });
  },
);

/** Each example judged as written, and again with CRLF. */
function exampleFaults(requirement: Requirement): string[] {
  const { path, examples } = requirement;
  return examples.flatMap((example) => {
    const where = `${path}:${example.line} (${example.outcome}, ${example.language} ${example.type})`;
    const plain = judge(example.text, [example.type], requirement);
    const crlf = judge(example.text.replaceAll('\n', '\r\n'), [example.type], requirement);
    const faults: string[] = [];
    if (plain.error) faults.push(`${where}: ${plain.error}`);
    if (plain.outcome !== example.outcome) {
      const said = plain.evidence[0] ?? plain.nearest[0];
      const why = [...plain.lacking.map((l) => l.message.en), said?.trace.why].filter(Boolean).join('; ');
      faults.push(
        `${where}: ${plain.outcome}${why ? `, lacking ${why}` : ''}${said ? `, in “${said.text}”` : ''}`,
      );
    }
    const differs = [crlf.outcome !== plain.outcome, crlf.evidence[0]?.text !== plain.evidence[0]?.text];
    if (differs.some(Boolean)) faults.push(`${where}: with CRLF it is ${crlf.outcome}, not ${plain.outcome}`);
    return faults;
  });
}

function gapsInExamples({ id, check, examples, clauses }: Requirement): string[] {
  const gaps: string[] = [];
  const words = new Set(conceptsOf(check));
  for (const language of languages) {
    const own = examples.filter((example) => example.language === language);
    const count = (outcome: string): number => own.filter((e) => e.outcome === outcome).length;
    if (count('met') === 0) gaps.push(`no Met example in ${language}`);
    const ungraded = promisedRequirements.find((r) => r.id === id)?.ungraded;
    if (!ungraded && count('partial') + count('weak') === 0) {
      gaps.push(`no Partial or Weak example in ${language}`);
    }
    const nearMisses = own.filter(
      (e) => e.outcome === 'missing' && library.findConcepts(fold(e.text)).some((hit) => words.has(hit.id)),
    );
    if (nearMisses.length < 2) {
      gaps.push(
        `${nearMisses.length} near misses in ${language} that use the words of the check; two are needed`,
      );
    }
    const models = clauses.filter((clause) => clause.language === language);
    if (models.length === 0) gaps.push(`no model clause in ${language}`);
  }
  return gaps;
}

/** Chinese placeholders stand in 【 】; what is left open in one language is left open in the other. */
function placeholderFaults({ path, clauses }: Requirement): string[] {
  const open = (language: string, register: string): boolean | undefined =>
    clauses.find((c) => c.language === language && c.for === register)?.text.includes('${');
  const bare = clauses
    .filter(
      ({ language, text }) =>
        language === 'zh' && /(?<!【)\$\{\d+:[^}]*\}|\}(?!】)/.test(withoutBlanks(text)),
    )
    .map(({ line }) => `${path}:${line} a Chinese placeholder stands in 【 】`);
  const uneven = [...new Set(clauses.map((c) => c.for))]
    .filter((register) => open('en', register) === !open('zh', register))
    .map((register) => `model clauses for ${register || 'all'}: placeholders in one language only`);
  return [...bare, ...uneven];
}

const withoutBlanks = (text: string): string => text.replace(/(?<!\$)\{[\w|]+\}/g, '');

function clauseFaults(requirement: Requirement): string[] {
  return requirement.required.flatMap((typeId) =>
    languages.flatMap((language) => {
      const type = catalogue.types.find((t) => t.id === typeId);
      if (!type) return [`type ${typeId} has no page`];
      return framesOf(type)[language].flatMap((frame) => {
        const draft = draftFor(requirement, type, language, frame);
        if (!draft) return [`no model clause for ${language} ${typeId}`];
        const faults: string[] = [];
        if (/[{}]/.test(draft.plain))
          faults.push(`${language} ${typeId}: braces are left in “${draft.plain}”`);
        const { outcome, lacking } = judge(draft.text, [typeId], requirement);
        if (outcome !== 'met') {
          const lacks = lacking.map((l) => l.message.en).join('; ');
          faults.push(`${language} ${typeId}: ${outcome}${lacks ? ` (${lacks})` : ''}: “${draft.plain}”`);
        }
        return faults;
      });
    }),
  );
}

/** What one may yield to still meets the requirement, in every contract that may carry it. */
function fallbackFaults(requirement: Requirement): string[] {
  const fallbacks = requirement.clauses.filter(({ position }) => position === 'fallback');
  const kinds = (of: string): string =>
    fallbacks
      .filter((c) => c.language === of)
      .map((c) => c.for)
      .join(' ');
  const uneven = kinds('en') === kinds('zh') ? [] : ['fallback positions in one language only'];
  const types = catalogue.types.filter(
    ({ id }) => requirement.required.includes(id) || requirement.optional.includes(id),
  );
  const judged = types.flatMap((type) =>
    languages.flatMap((language) =>
      framesOf(type)[language].flatMap((frame) => {
        const draft = draftFor(requirement, type, language, frame, 'fallback');
        if (!draft) return [];
        const { outcome, lacking } = judge(draft.text, [type.id], requirement);
        if (outcome === 'met') return [];
        const lacks = lacking.map((l) => l.message.en).join('; ');
        return [`fallback ${language} ${type.id}: ${outcome} (${lacks}): “${draft.plain}”`];
      }),
    ),
  );
  return [...uneven, ...judged];
}

/** The model clause as the quick fix would write it into a small document of the type. */
function draftFor(
  requirement: Requirement,
  type: DocumentType,
  language: 'en' | 'zh',
  frame: string,
  position: ClausePosition = 'model',
) {
  const context = makeContext(readDocument(frame), library, [type]);
  const draft = draftClause(requirement, language, context, position);
  if (!draft) return undefined;
  const heading = draftWords(requirement.place.heading[language], language, context).plain;
  return { plain: draft.plain, text: `${frame}\n## ${heading}\n\n${draft.plain}\n` };
}

/** Small documents of a type: one in the usual words, one that calls the parties by names of its own. */
function framesOf({ title, register }: DocumentType) {
  const both = register === 'contract' || register === 'bid';
  return {
    en: [
      both
        ? 'Price\n\nThe Purchaser shall pay the Supplier the price in ten days.'
        : 'About this text\n\nThis text applies from the day it is published.',
      both
        ? 'Parties\n\nNorthwind Ltd ("Northwind") serves Aster GmbH ("Aster"). Aster shall pay Northwind in ten days.'
        : 'Parties\n\nFernway Ltd ("Fernway") runs the boards. A person with an account is a "Member".',
    ].map((text) => `# ${title.en}\n\n## ${text}\n`),
    zh: [
      both ? '价款\n\n甲方应当在十日内向乙方支付价款。' : '说明\n\n本文件自公布之日起适用。',
      both
        ? '当事人\n\n北风有限公司（以下简称“北风”）与南星有限公司（以下简称“南星”）订约，南星应当向北风支付价款。'
        : '说明\n\n深圳小鹿科技有限公司（以下简称“小鹿科技”）向注册用户（以下简称“用户”）提供服务。',
    ].map((text) => `# ${title.zh}\n\n## ${text}\n`),
  };
}
