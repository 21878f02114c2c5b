import pages from 'catalogue:pages';
import { describe, expect, it } from 'vitest';
import { makeLibrary, wordTableOf } from '../../server/assess/library.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { pack, unpack } from '../../server/catalogue/packed.ts';
import { splitCatalogue } from '../../server/catalogue/ready.ts';
import { pageProblems } from '../../server/features/page-problems.ts';

// As the server knows them: of the words of other pages only what was compiled.
const catalogue = loadCatalogue(pages);
const packed = unpack(pack(splitCatalogue(catalogue), wordTableOf(catalogue)));
const library = makeLibrary(packed.catalogue, packed);

const page = (says: string, words = ''): string => `---
title: { en: Cats in server rooms, zh: 机房养猫 }
cites:
  - { instrument: opinions-2014, provision: { en: key task 5, zh: 重点任务五 } }
strength: { en: call for, zh: 提出 }
addressee: [other]
ground: none
expected: { required: [], optional: [] }
level: hint
reviewed: 2026-11-23
expects: { en: a cat, zh: 养猫 }
facts:
  - { tag: judgement, en: "Drafting advice: name the cat.", zh: "起草建议：写明猫的名字。" }
check:
  verb: clause
  ways:
    - says: [${says}]
---

Why.

## 中文

为什么。

## Met

\`\`\`\`markdown en privacy-policy
# Privacy policy

We delete personal information and keep a tabby.
\`\`\`\`

\`\`\`\`markdown zh privacy-policy
# 隐私政策

我们删除个人信息，并饲养狸花猫。
\`\`\`\`
${words}`;

const problemsOf = (text: string): string[] => {
  const steps = pageProblems({ path: 'opinions/cats.md', text }, library, 'en');
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.map(({ code, message }) => `${code}: ${message}`);
  }
};

describe('the examples of a page that is being written', () => {
  it('are judged by the words of other pages', () => {
    expect(problemsOf(page('destroy'))).toEqual([]);
  });

  it('and by its own, new ones and changed ones', () => {
    expect(problemsOf(page('tabby', '\n## Words\n\n### tabby\n\n- en: tabby\n- zh: 狸花猫\n'))).toEqual([]);
    expect(problemsOf(page('tabby', '\n## Words\n\n### tabby\n\n- en: lion\n- zh: 狮子\n'))).toEqual([
      'example: This example stands under "met", but the check says "missing".',
      'example: This example stands under "met", but the check says "missing".',
    ]);
  });

  it('a word that no page knows is told', () => {
    expect(problemsOf(page('tabby'))[0]).toMatch(/^page: .*tabby/);
  });
});
