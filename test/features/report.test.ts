import { expect, it } from 'vitest';
import { html } from '../../server/features/markup.ts';
import { reportPage } from '../../server/features/report.ts';
import { featureOf } from './support.ts';

const options = { locale: 'en', version: '9.9.9', catalogue: '2026-11-23' } as const;
const link = (line: number): string => `contract.md#L${line}`;
const contract = `---
clausecheck: { type: service-contract }
---

# Agreement & <script>alert(1)</script>

## Personal information

The Supplier shall use personal information only to perform the "services" & shall not disclose it to others.

<!-- clausecheck-disable-next-line opinions/pi-storage -- see <b>annex</b> -->
The Supplier shall encrypt personal information.
`;
const report = (texts: readonly string[], locale: 'en' | 'zh' = 'en'): string =>
  reportPage(
    texts.map((text, i) => ({ name: `docs/a<${i}>.md`, feature: featureOf(text), link })),
    { ...options, locale },
  );

it('markup escapes whatever is put into it', () => {
  expect(html`<p title="${'"&'}">${'<b>'}${[html`<i>${1}</i>`, undefined]}</p>`.text).toBe(
    '<p title="&quot;&amp;">&lt;b&gt;<i>1</i></p>',
  );
});

it('quotes the evidence with a link to its line, escaped', () => {
  const page = report([contract]);
  expect(page).toContain('only to perform the &quot;services&quot; &amp; shall not disclose');
  expect(page).toContain('href="contract.md#L9"');
  expect(page).toContain('docs/a&lt;0&gt;.md');
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<b>annex');
});

it('leads to the page of a requirement where there is one', () => {
  const page = (id: string): string => `pages/${id}`;
  const html = reportPage([{ name: 'a.md', feature: featureOf(contract), link, page }], options);
  expect(html).toContain('<a href="pages/opinions/pi-use"><code>opinions/pi-use</code></a>');
  expect(report([contract])).toContain('<code>opinions/pi-use</code>');
});

it('names outcome, lack, suppression, versions and the one disclaimer', () => {
  const page = report([contract]);
  expect(page).toMatch(/neither a place nor a period/);
  expect(page).toContain('see &lt;b&gt;annex&lt;/b&gt;');
  expect(page).toContain('clausecheck 9.9.9; catalogue and law as of 2026-11-23.');
  expect(page.match(/legal advice/g)).toHaveLength(1);
  expect(page.match(/id="d1-opinions-pi-destruction"/g)).toHaveLength(1);
});

it('every link inside leads somewhere, and no id stands twice', () => {
  const page = report([contract, contract.replace('service-contract', 'privacy-policy'), '# Note\n']);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

it('needs nothing from elsewhere', () => {
  expect(report([contract])).not.toMatch(/https?:|<link|<img|@import|url\(/);
});

it('is Chinese for Chinese readers, and marks the language of what it quotes', () => {
  const page = report([contract], 'zh');
  expect(page).toContain('<html lang="zh-Hans">');
  expect(page).toContain('条款覆盖情况');
  expect(page).toContain('<span lang="en">');
});
