import { expect, it } from 'vitest';
import { skeletonOf } from '../../server/features/skeleton.ts';
import { featureOf, library } from './support.ts';

for (const { id } of library.catalogue.types) {
  for (const language of ['en', 'zh'] as const) {
    it(`the skeleton of ${id} (${language}) has every clause that is expected of it`, () => {
      const skeleton = skeletonOf(id, language, library);
      if (!skeleton) throw new Error('no skeleton');
      const { report, document } = featureOf(skeleton.plain);
      expect(report.type).toMatchObject({ types: [id], source: 'front-matter' });
      expect(document.language).toBe(language);
      const findings = report.findings.filter(({ level }) => level !== 'hint');
      expect(findings.map((f) => `${f.code} ${f.assessment?.outcome} ${f.message.en}`)).toEqual([]);
      expect(skeleton.plain).not.toMatch(/\$\{|\{shall|\{supplier/);
      const places = [...skeleton.snippet.matchAll(/\$\{(\d+):/g)].map(([, number]) => Number(number));
      expect(places, 'each placeholder has a number of its own').toEqual(places.map((_, i) => i + 1));
    });
  }
}

it('an unknown type has none', () => {
  expect(skeletonOf('poem', 'en', library)).toBeUndefined();
});
