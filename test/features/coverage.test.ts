import { expect, it } from 'vitest';
import { coverageOf } from '../../server/features/coverage.ts';
import { clauseEdits, insertable } from '../../server/features/insert.ts';
import { lensesOf } from '../../server/features/lenses.ts';
import { featureOf } from './support.ts';

const contract = `---
clausecheck: { type: service-contract }
---

# Data Services Agreement

## 1. Services

1.1 The Supplier shall host the Customer's order system.

## 2. Personal information

2.1 The Supplier shall use personal information only to perform the services named in clause 1, and shall not disclose it to others.

<!-- clausecheck-disable-next-line opinions/pi-storage -- agreed in the framework contract -->
2.2 The Supplier shall encrypt personal information.
`;

it('sorts the requirements of a document by task and measure, tasks first', () => {
  const groups = coverageOf(featureOf(contract), 'en');
  const ids = groups.map(({ id }) => id);
  expect(ids).toContain('task-5');
  expect(ids.findIndex((id) => id.startsWith('measure'))).toBeGreaterThan(ids.indexOf('task-5'));
  const data = groups.find(({ id }) => id === 'task-5');
  expect(data?.title).toBe('Key task 5 · Data and personal information');
  expect(data?.expected).toBeGreaterThan(2);
  expect(data?.entries.every((e) => e.expected !== 'no')).toBe(true);
});

it('says where a clause stands, what it lacks and how it can be mended', () => {
  const entries = coverageOf(featureOf(contract), 'en').flatMap((group) => group.entries);
  const use = entries.find((e) => e.id === 'opinions/pi-use');
  expect(use).toMatchObject({ state: 'met', word: 'met', repair: undefined });
  expect(contract.slice(use?.place.start, use?.place.end)).toContain('only to perform');
  const storage = entries.find((e) => e.id === 'opinions/pi-storage');
  expect(storage).toMatchObject({ state: 'partial', suppressed: 'agreed in the framework contract' });
  expect(storage?.lacking.join()).toContain('period');
  const destruction = entries.find((e) => e.id === 'opinions/pi-destruction');
  expect(destruction).toMatchObject({ state: 'missing', repair: 'insert', evidence: [] });
  expect(contract.slice(destruction?.place.start, destruction?.place.end)).toContain('Personal information');
});

it.each([
  ['en', 'met; advice: no time limit'],
  ['zh', '已满足；建议：未写明时限'],
] as const)('what could be better in a clause that is met is advice (%s)', (locale, line) => {
  const policy =
    '---\nclausecheck: { type: security-policy }\n---\n# Security policy\n\nWe notify users of every data breach.\n';
  const entries = coverageOf(featureOf(policy), locale).flatMap((group) => group.entries);
  expect(entries.find((e) => e.id === 'opinions/incident-notification')?.line).toBe(line);
});

it('speaks Chinese as well', () => {
  const data = coverageOf(featureOf(contract), 'zh').find(({ id }) => id === 'task-5');
  expect(data?.title).toBe('重点任务五 · 数据和个人信息');
  expect(data?.entries.find((e) => e.id === 'opinions/pi-use')?.word).toBe('已满足');
});

it('a document without a type has none', () => {
  expect(coverageOf(featureOf('# A note\n\nLunch is at noon.\n'), 'en')).toEqual([]);
});

it('the lens above a heading tells what the text under it is worth', () => {
  const lenses = lensesOf(featureOf(contract), 'en');
  const titles = lenses.map(({ title }) => title);
  expect(titles.find((title) => title.startsWith('meets'))).toContain('pi-use');
  const lack = lenses.find(({ title }) => title.startsWith('opinions/pi-storage: '));
  expect(lack?.page).toBe('clausecheck:/en/opinions/pi-storage.md');
  expect(contract.slice(lack?.span.start, lack?.span.end)).toContain('Personal information');
  expect(lensesOf(featureOf(contract), 'zh')[0]?.title).toMatch(/^满足 /);
});

it('every model clause can be searched for, what is missing first', () => {
  const all = insertable(featureOf(contract), 'zh');
  expect(all.length).toBeGreaterThan(25);
  const ids = all.map(({ id }) => id);
  expect(ids.indexOf('opinions/pi-destruction')).toBeLessThan(ids.indexOf('opinions/pi-use'));
  const destruction = all.find(({ id }) => id === 'opinions/pi-destruction');
  expect(destruction).toMatchObject({
    title: '个人信息的销毁',
    other: 'Destruction of personal information',
  });
  expect(destruction?.draft).toContain('The Supplier');
});

it('a clause can be inserted, and a partial one mended in its place', () => {
  const feature = featureOf(contract);
  expect(clauseEdits(feature, 'opinions/pi-destruction')[0]?.plain).toMatch(/destroy|delete/);
  const mended = clauseEdits(feature, 'opinions/pi-storage')[0];
  expect(mended?.plain).toMatch(/period|stored|kept|years/);
  expect(clauseEdits(feature, 'opinions/no-such-thing')).toEqual([]);
});
