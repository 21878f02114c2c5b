/** The page of a requirement before anybody has filled it in: the form is right, the words are TODO. */
export function newPage(id: string, reviewed: string): string {
  const slug = id.slice(id.indexOf('/') + 1);
  const examples = (outcome: string, count: number): string =>
    (['en', 'zh'] as const)
      .flatMap((language) =>
        Array.from({ length: count }, (_, index) =>
          [
            ...(outcome === 'Missing' && language === 'en' ? [`Near miss ${index + 1}: TODO why.\n`] : []),
            `\`\`\`\`markdown ${language} privacy-policy`,
            language === 'en' ? '# Privacy policy\n\nTODO' : '# 隐私政策\n\nTODO',
            '````',
          ].join('\n'),
        ),
      )
      .join('\n\n');
  return `---
title: { en: TODO ${slug}, zh: TODO }
cites:
  - { instrument: opinions-2014, provision: { en: key task 1, zh: 重点任务一 } }
strength: { en: call for, zh: 提出 }
addressee: [carrier, internet-service]
ground: opinions
expected: { required: [privacy-policy], optional: [] }
level: warning
reviewed: ${reviewed || '2026-11-23'}
expects:
  en: TODO a noun phrase that follows "The Opinions call for"
  zh: TODO
facts:
  - tag: judgement
    en: "Drafting advice: TODO"
    zh: 起草建议：TODO
check:
  verb: clause
  ways:
    - says: [todo-act, todo-object]
  particulars:
    - name: period
      any: ["@period"]
      message: { en: no period, zh: 未写明期限 }
place:
  after: []
  under: []
  heading: { en: TODO, zh: TODO }
---

TODO: what is expected and why, in our own words.

## 中文

TODO

## Met

${examples('Met', 1)}

## Partial

${examples('Partial', 1)}

## Weak

${examples('Weak', 1)}

## Missing

${examples('Missing', 2)}

## Words

Words that no other page needs; shared ones stand in vocabulary/.

### todo-act

- en: TODO~
- zh: TODO

### todo-object

- en: TODO
- zh: TODO

## Model clause

\`\`\`\`markdown en contract
{supplier} {shall} TODO within \${1:thirty (30)} days.
\`\`\`\`

\`\`\`\`markdown en policy
We TODO within \${1:thirty (30)} days.
\`\`\`\`

\`\`\`\`markdown zh contract
{supplier}{shall}在【\${1:三十}】日内TODO。
\`\`\`\`

\`\`\`\`markdown zh policy
我们在【\${1:三十}】日内TODO。
\`\`\`\`
`;
}
