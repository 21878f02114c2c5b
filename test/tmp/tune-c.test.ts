import pages from 'catalogue:pages';
import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { makeLibrary, review } from '../../server/assess/review.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { readDocument } from '../../server/document/document.ts';
test('wordings', () => {
  const library = makeLibrary(loadCatalogue(pages));
  const order = ['missing', 'weak', 'partial', 'met'];
  let bad = 0, all = 0;
  for (const f of ['en', 'zh']) {
    let head: string[] = [];
    for (const line of readFileSync(`/tmp/tc/${f}.txt`, 'utf8').split('\n')) {
      if (!line.trim() || line.startsWith('//')) continue;
      if (line.startsWith('@')) { head = line.slice(2).split(' '); continue; }
      const [slug = '', type = '', want = ''] = head;
      const r = review(readDocument(line.replaceAll('\\n', '\n') + '\n'), library, { types: [type], levels: {} });
      const a = r.assessments.find((x) => x.requirement.id.endsWith(`/${slug}`));
      const got = a?.outcome ?? 'n/a';
      all++;
      if (got !== want) {
        bad++;
        console.log(`${slug} want ${want} got ${got}: ${line}\n     ${a?.missing?.length ? '' : ''}${(a?.evidence[0] ?? a?.nearest[0])?.trace.why ?? ''}`);
      }
    }
  }
  console.log(`${all - bad} of ${all}`);
});
