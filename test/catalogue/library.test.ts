import pages from 'catalogue:pages';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, type Page } from '../../server/catalogue/library.ts';
import { readPage } from '../../server/catalogue/page.ts';
import { limits } from '../../server/catalogue/phrase-form.ts';
import { fold } from '../../server/text/fold.ts';
import { partsOf, sizeOf } from '../../server/text/phrases.ts';

const vocabulary = {
  path: 'vocabulary/words.md',
  text: '# Words\n\n## destroy\n\nTo make unreadable.\n\n- en: destroy~; dispose~ (of|)\n  ; erase~\n- zh: 销毁；删除\n- not: disposal of samples\n- term: yes\n',
};
const type = {
  path: 'types/privacy-policy.md',
  text: '---\ntitle: { en: privacy policy, zh: 隐私政策 }\nregister: policy\nforce: statement\nnames: [privacy policy, 隐私政策]\n---\n\nFor users.\n\n## 中文\n\n面向用户。\n',
};
const instrument = {
  path: 'instruments/opinions-2014.md',
  text: '---\ntitle: { en: The Opinions, zh: 指导意见 }\nissuer: { en: MIIT, zh: 工信部 }\nissued: 2014-08-28\nstatus: policy-document\ncurrency: { en: Guidance., zh: 指导性文件。 }\nreviewed: 2026-11-23\n---\n\nGuidance.\n\n## 中文\n\n指导。\n',
};
const requirementText = `---
title: { en: Destruction, zh: 销毁 }
cites:
  - { instrument: opinions-2014, provision: { en: key task 5, zh: 重点任务五 } }
strength: { en: call for, zh: 提出 }
addressee: [carrier]
ground: opinions
expected: { required: [privacy-policy] }
level: warning
reviewed: 2026-11-23
expects: { en: destruction, zh: 销毁 }
check:
  verb: clause
  ways:
    - says: [destroy]
  particulars:
    - name: trigger
      any: ["@period"]
      message: { en: no period, zh: 未写明期限 }
---

Why.

## 中文

缘由。

## Met

Plain.

\`\`\`\`markdown en privacy-policy
# Privacy policy

We destroy it.
\`\`\`\`

## Model clause

\`\`\`\`markdown en policy
We destroy it within \${1:30} days.
\`\`\`\`
`;
const requirement = { path: 'opinions/pi-destruction.md', text: requirementText };
const load = (text: string) => loadCatalogue([vocabulary, type, instrument, { ...requirement, text }]);
const told = (text: string) => load(text).problems.map((p) => `${p.path}:${p.line} ${p.message.en}`);

describe('loadCatalogue', () => {
  it('reads pages with their defaults', () => {
    const catalogue = load(requirementText);
    expect(catalogue.problems).toEqual([]);
    expect(catalogue.reviewed).toBe('2026-11-23');
    const [page] = catalogue.requirements;
    expect(page).toMatchObject({
      id: 'opinions/pi-destruction',
      pack: 'opinions',
      required: ['privacy-policy'],
      optional: [],
      prose: { en: 'Why.', zh: '缘由。' },
      place: { after: [], under: [], heading: { en: 'Destruction', zh: '销毁' } },
    });
    expect(page?.check).toEqual({
      verb: 'clause',
      parts: [
        {
          name: 'clause',
          message: { en: 'the clause', zh: '该条款' },
          add: undefined,
          ways: [
            {
              says: [['destroy']],
              about: [],
              unless: [],
              force: 'type',
              bearer: [],
              notBearer: [],
              right: 'weak',
              hedged: 'weak',
              shortfall: undefined,
              in: [],
              within: 'statement',
            },
          ],
        },
      ],
      particulars: [
        {
          name: 'trigger',
          any: ['@period'],
          anywhere: [],
          less: {},
          absent: 'partial',
          where: 'clause',
          message: { en: 'no period', zh: '未写明期限' },
          add: undefined,
          in: [],
          notIn: [],
        },
      ],
    });
    expect(page?.examples).toEqual([
      {
        outcome: 'met',
        language: 'en',
        type: 'privacy-policy',
        note: 'Plain.',
        text: '# Privacy policy\n\nWe destroy it.\n',
        line: 33,
      },
    ]);
    expect(requirementText.split('\n')[32]).toBe('# Privacy policy');
    expect(page?.clauses[0]).toMatchObject({ language: 'en', for: 'policy' });
    expect(catalogue.concepts[0]).toMatchObject({
      id: 'destroy',
      en: ['destroy~', 'dispose~ (of|)', 'erase~'],
      zh: ['销毁', '删除'],
      not: ['disposal of samples'],
      term: true,
      line: 3,
    });
  });

  it('reads pages with CRLF and a byte order mark alike', () => {
    const crlf = load('\uFEFF' + requirementText.replaceAll('\n', '\r\n'));
    expect(crlf.problems).toEqual([]);
    expect(crlf.requirements).toEqual(load(requirementText).requirements);
  });

  it('points at a misspelt key and suggests the right one', () => {
    expect(told(requirementText.replace('says:', 'sayz:'))).toContain(
      'opinions/pi-destruction.md:15 Unknown key "sayz"; did you mean "says"?',
    );
    expect(load(requirementText.replace('says:', 'sayz:')).requirements).toEqual([]);
  });

  it.each([
    [
      '[destroy]',
      '[destory]',
      'opinions/pi-destruction.md:15 Unknown concept "destory"; did you mean "destroy"?',
    ],
    [
      'instrument: opinions-2014',
      'instrument: opinion-2014',
      'opinions/pi-destruction.md:4 Unknown instrument "opinion-2014"; did you mean "opinions-2014"?',
    ],
    [
      'required: [privacy-policy]',
      'required: [privacy-polcy]',
      'opinions/pi-destruction.md:8 Unknown document type "privacy-polcy"; did you mean "privacy-policy"?',
    ],
    [
      'ground: opinions',
      'ground: opinion',
      'opinions/pi-destruction.md:7 Unknown value of "ground" "opinion"; did you mean "opinions"?',
    ],
    [
      '    - says: [destroy]',
      '    - says: [destroy]\n      bearer: [suplier]',
      'opinions/pi-destruction.md:16 Unknown side "suplier"; did you mean "supplier"?',
    ],
    [
      '    - says: [destroy]',
      '    - says: [destroy]\n      gives: one-kind\n  shortfalls:\n    one-kin: { outcome: partial, lacks: { en: a, zh: 甲 } }',
      'opinions/pi-destruction.md:16 Unknown value of "gives" "one-kind"; did you mean "one-kin"?',
    ],
    [
      '    - says: [destroy]',
      '    - says: [destroy]\n  shortfalls:\n    one-kind: { outcome: partial, lacks: { en: a, zh: 甲 } }',
      'opinions/pi-destruction.md:17 No way gives the shortfall "one-kind".',
    ],
    [
      '"@period"',
      '"@perod"',
      'opinions/pi-destruction.md:18 Unknown quantity "@perod"; did you mean "@period"?',
    ],
    [
      'reviewed: 2026-11-23',
      'reviewed: 23 Nov',
      'opinions/pi-destruction.md:10 "reviewed" must be a day such as 2026-11-23.',
    ],
    ['## Met', '## Mett', 'opinions/pi-destruction.md:28 Unknown heading "Mett"; did you mean "Met"?'],
    ['level: warning\n', '', 'opinions/pi-destruction.md:2 "level" is lacking.'],
    ['## 中文\n\n缘由。\n', '', 'opinions/pi-destruction.md:21 The explanation under "## 中文" is lacking.'],
    [
      'ground: opinions',
      'ground: later-law',
      'opinions/pi-destruction.md:7 Ground "later-law" needs "aims".',
    ],
    ['${1:30}', '${30}', 'opinions/pi-destruction.md:41 A placeholder is written ${1:words}.'],
    [
      'We destroy it within',
      '{vendor} destroys it within',
      'opinions/pi-destruction.md:41 Unknown word of the document "vendor"; did you mean "supplier"?',
    ],
  ])('%s → %s', (right, wrong, message) => {
    expect(told(requirementText.replace(right, () => wrong))).toContain(message);
  });

  it('survives pages that are no pages', () => {
    for (const text of [
      '',
      '---',
      '---\n: [\n---\n',
      '---\n- a\n---\n',
      '---\ntitle: 1\n---\n````markdown\n',
    ]) {
      for (const path of ['opinions/a.md', 'types/a.md', 'instruments/a.md', 'a.md', 'Opinions/B.md']) {
        expect(loadCatalogue([{ path, text }]).problems.length, `${path} ${text}`).toBeGreaterThan(0);
      }
    }
    expect(loadCatalogue([]).requirements).toEqual([]);
  });

  it('keeps the first of two concepts with one name', () => {
    const twin = { path: 'vocabulary/z.md', text: '## destroy\n\n- en: raze~\n- zh: 拆毁\n' };
    const catalogue = loadCatalogue([vocabulary, twin]);
    expect(catalogue.concepts).toHaveLength(1);
    expect(catalogue.problems[0]).toMatchObject({ path: 'vocabulary/z.md', line: 1 });
  });

  it('checks the phrases of the vocabulary', () => {
    const bad = {
      path: 'vocabulary/z.md',
      text: '## raze\n\n- en: raze (of; ra~ze; raze~\n- zh: 拆毁; (夷 ... 平|毁)\n- nott: x\n',
    };
    const { problems, concepts } = loadCatalogue([bad]);
    expect(problems.map((p) => p.line)).toEqual([3, 3, 4, 5]);
    expect(concepts[0]).toMatchObject({ en: ['raze~'], zh: ['拆毁'] });
  });

  const list = (name: string, count: number): string =>
    `(${Array.from({ length: count }, (_, i) => `${name}${i}`).join('|')})`;
  const adjoining = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => list(name, 30)).join('');
  const spaced = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => list(name, 30)).join(' ');
  const nested = `(${['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `x${list(name, 30)}`).join('|')})`;
  it.each([
    ['adjoining lists', adjoining],
    ['lists with spaces', spaced],
    ['of full width', adjoining.replaceAll('(', '（').replaceAll(')', '）')],
    ['in front of a gap', `${spaced} ... plan`],
    ['lists within a list', nested],
    ['lists of two', '(a|b)'.repeat(60)],
  ])('refuses a phrase that stands for too many wordings, with its line: %s', (_, phrase) => {
    const words = {
      path: 'vocabulary/z.md',
      text: `## raze\n\n- en: raze~; ${phrase}\n- zh: 拆毁\n- not: ${phrase}\n`,
    };
    const named = { ...type, text: type.text.replace('names: [', `cues: ["${phrase}"]\nnames: [`) };
    const { problems, concepts, types } = loadCatalogue([words, named]);
    expect(problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
      'types/privacy-policy.md:5',
      'vocabulary/z.md:3',
      'vocabulary/z.md:5',
    ]);
    for (const { message } of problems) {
      expect(message.en).toMatch(/too many wordings \(at most \d+.*several phrases/);
      expect(message.zh).toMatch(/写法过多（上限 \d+ 种.*拆成几个短语/);
      expect(message.en.length).toBeLessThan(300);
    }
    expect(concepts[0]).toMatchObject({ en: ['raze~'], not: [] });
    expect(types).toEqual([]);
  });

  it('refuses no phrase of our pages for its size', () => {
    const { concepts, types } = loadCatalogue(pages);
    const phrases = [
      ...concepts.flatMap(({ en, zh, not }) => [...en, ...zh, ...not]),
      ...types.flatMap(({ names, hints, cues, not }) => [...names, ...hints, ...cues, ...not]),
    ];
    const sizes = phrases.flatMap((phrase) => partsOf(fold(phrase)).map(sizeOf));
    expect(Math.max(...sizes.map(({ wordings }) => wordings))).toBeLessThan(limits.wordings);
    expect(Math.max(...sizes.map(({ written }) => written))).toBeLessThan(limits.written);
  });

  it('gives every way what stands once for all of them', () => {
    const common = [
      '  unless: [destroy]',
      '  add: { en: the same, zh: 同上 }',
      '  shortfalls:',
      '    one-kind: { outcome: partial, lacks: { en: one kind only, zh: 仅一类 } }',
      '  ways:',
      '    - says: [destroy]',
      '      unless: ["@period"]',
      '      gives: one-kind',
    ].join('\n');
    const { requirements, problems } = load(requirementText.replace('  ways:', common));
    expect(problems).toEqual([]);
    expect(requirements[0]?.check).toMatchObject({
      parts: [
        {
          ways: [
            {
              unless: ['destroy', '@period'],
              shortfall: {
                outcome: 'partial',
                lacks: { en: 'one kind only' },
                add: { en: 'the same' },
              },
            },
            { unless: ['destroy'], shortfall: undefined },
          ],
        },
      ],
    });
  });

  it('lets a requirement cite a sister that does not exist, and says so', () => {
    const catalogue = load(requirementText.replace('check:', 'place: { after: [pi-usage] }\ncheck:'));
    expect(catalogue.requirements).toHaveLength(1);
    expect(catalogue.problems).toHaveLength(1);
  });

  it('takes pages that the build has read, fast', () => {
    const read = JSON.parse(
      JSON.stringify(pages.map((page) => ('text' in page ? readPage(page) : page))),
    ) as Page[];
    const start = performance.now();
    const catalogue = loadCatalogue(read);
    expect(performance.now() - start).toBeLessThan(50);
    expect(JSON.stringify(catalogue)).toBe(JSON.stringify(loadCatalogue(pages)));
  });

  it('asks for quotes where a comma cuts a text', () => {
    expect(told(requirementText.replace('zh: 未写明期限', 'zh: 未写明期限, or no period'))).toContain(
      'opinions/pi-destruction.md:19 A text with a comma needs quotes inside { }: "… or no period".',
    );
  });
});
