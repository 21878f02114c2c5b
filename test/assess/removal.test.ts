import pages from 'catalogue:pages';
import { expect, test } from 'vitest';
import { makeContext } from '../../server/assess/context.ts';
import { fixesFor } from '../../server/assess/fixes.ts';
import { makeLibrary, noSettings, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';

const library = makeLibrary(loadCatalogue(pages));

/** The text once the first suppression that stops nothing is taken out, and what that was called. */
function withoutIdle(text: string): { readonly after: string; readonly title: string; readonly zh: string } {
  const document = readDocument(text);
  const { findings, assessments } = review(document, library, { ...noSettings, types: ['training-policy'] });
  const finding = findings.find(({ code }) => code === 'unused-suppression');
  if (!finding) throw new Error('every suppression stops something');
  const fixes = fixesFor(finding, assessments, makeContext(document, library, []));
  const fix = fixes.find(({ kind }) => kind === 'remove');
  const [edit] = fix?.edits ?? [];
  if (!fix || !edit) throw new Error('nothing is offered');
  expect(fixes[0], 'the first that is offered').toBe(fix);
  expect(fix.preferred).toBe(true);
  return {
    after: text.slice(0, edit.span.start) + edit.plain + text.slice(edit.span.end),
    title: fix.title.en,
    zh: fix.title.zh,
  };
}

const idle = '<!-- clausecheck-disable-next-line opinions/pi-storage -- see the annex -->';

test.each([
  ['between blank lines', `# T\n\n${idle}\n\nText.\n`, '# T\n\nText.\n'],
  ['above its block', `# T\n\n${idle}\nText.\n`, '# T\n\nText.\n'],
  ['below a block', `# T\n${idle}\n\nText.\n`, '# T\n\nText.\n'],
  ['at the top', `${idle}\n\n# T\n\nText.\n`, '# T\n\nText.\n'],
  ['behind a byte order mark', `\ufeff${idle}\n\n# T\n`, '\ufeff# T\n'],
  ['at the end', `# T\n\nText.\n\n${idle}\n`, '# T\n\nText.\n'],
  ['at the very end', `# T\n\nText.\n\n${idle}`, '# T\n\nText.\n'],
  ['behind front matter', `---\ntitle: x\n---\n${idle}\n\nText.\n`, '---\ntitle: x\n---\n\nText.\n'],
  ['and a blank line', `---\ntitle: x\n---\n\n${idle}\n\nText.\n`, '---\ntitle: x\n---\n\nText.\n'],
  ['alone', idle, ''],
  ['with CRLF', `# T\r\n\r\n${idle}\r\n\r\nText.\r\n`, '# T\r\n\r\nText.\r\n'],
  ['over two lines', `# T\n\n${idle.replace(' -- ', '\n  -- ')}\nText.\n`, '# T\n\nText.\n'],
  ['indented', `- One.\n\n  ${idle}\n  Text.\n`, '- One.\n\n  Text.\n'],
  ['between two paragraphs', `One.\n${idle}\nTwo.\n`, 'One.\n\nTwo.\n'],
  ['in a sentence', `We write ${idle} to you.\n`, 'We write to you.\n'],
  ['behind a sentence', `We write. ${idle}\n\nText.\n`, 'We write.\n\nText.\n'],
  ['in a quotation', `> ${idle}\n> Text.\n`, '>\n> Text.\n'],
  ['beside another', `${idle} <!-- of ours -->\n\nText.\n`, ' <!-- of ours -->\n\nText.\n'],
])('a suppression that stops nothing is taken out: %s', (_, text, expected) => {
  const { after, title, zh } = withoutIdle(text);
  expect(after).toBe(expected);
  expect([title, zh]).toEqual(['Remove this suppression', '删除此停用注释']);
});

test.each([
  ['opinions/pi-storage, opinions/security-training', 'opinions/security-training'],
  ['opinions/security-training, opinions/pi-storage', 'opinions/security-training'],
  [
    'opinions/security-training opinions/pi-storage，opinions/pi-use',
    'opinions/security-training opinions/pi-use',
  ],
])('of several names the one that stops nothing is taken out: %s', (named, expected) => {
  const written = (names: string): string =>
    `# Training policy\n\n<!-- clausecheck-disable ${names} -- see the annex -->\n\nLunch is at noon.\n`;
  const { after, title, zh } = withoutIdle(written(named));
  expect(after).toBe(written(expected));
  expect(title).toBe('Remove opinions/pi-storage from this suppression');
  expect(zh).toBe('从此停用注释中删除 opinions/pi-storage');
});

test('where all names stop nothing, the last one takes the comment along', () => {
  const text = '# T\n\n<!-- clausecheck-disable opinions/pi-use, opinions/pi-storage -- x -->\n\nText.\n';
  expect(withoutIdle(withoutIdle(text).after).after).toBe('# T\n\nText.\n');
});
