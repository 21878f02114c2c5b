import { expect, test } from 'vitest';
import { memo } from '../../server/text/memo.ts';

test('what is kept with a thing is its alone: no copy has it, no other memo, and nobody sees it', () => {
  const lengths = memo<object, number>();
  const names = memo<object, string>();
  const thing = Object.freeze({ text: 'clause' });
  expect(lengths.get(thing)).toBeUndefined();
  lengths.set(thing, 6);
  lengths.set(thing, 7);
  expect([lengths.get(thing), names.get(thing), lengths.get({ ...thing })]).toEqual([
    7,
    undefined,
    undefined,
  ]);
  expect(Reflect.ownKeys(thing)).toEqual(['text']);
});
