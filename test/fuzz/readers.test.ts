import { expect, test } from 'vitest';
import { readAnything, readOtherwise, spellings } from './readers.ts';

test('whatever is typed, every reader gives what readers give, at once', () => {
  readAnything(25);
});

test.each(Object.entries(spellings))('an answer in %s is read as it is otherwise', (_name, spelt) => {
  expect(readOtherwise(spelt, 10)).toEqual([]);
});
