import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { build, clausecheck, inFolder } from './command.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(build, 60_000);

const contract = `---
clausecheck: { type: service-contract }
---

# Agreement

The Supplier shall use personal information only to perform the services.
`;

test('the report of a folder is one page with links to the lines', () => {
  inFolder({ 'docs/a b.md': contract, 'docs/note.md': '# Note\n', 'out/.keep': '' }, (folder) => {
    const { exit, stdout } = clausecheck(['report', '--output', 'out/report.html', 'docs'], { folder });
    expect({ exit, stdout }, 'gaps are what a report is for').toEqual({ exit: 0, stdout: '' });
    const page = readFileSync(join(folder, 'out/report.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain('href="../docs/a%20b.md#L7"');
    expect(page).toContain('docs/note.md');
  });
});

test('without a file it goes to the standard output, in Chinese when asked', () => {
  inFolder({ 'a.md': contract }, (folder) => {
    const { exit, stdout } = clausecheck(['report', '--lang', 'zh', 'a.md'], { folder });
    expect(exit).toBe(0);
    expect(stdout).toContain('条款覆盖情况');
    expect(stdout).toContain('href="a.md#L7"');
  });
});

test('it takes no format, and a file that is not there is an error', () => {
  inFolder({}, (folder) => {
    const wrong = clausecheck(['report', '--format', 'json'], { folder });
    expect(wrong.exit).toBe(2);
    expect(wrong.stderr).toContain('takes no --format');
    expect(clausecheck(['report', 'none.md'], { folder }).exit).toBe(2);
  });
});
