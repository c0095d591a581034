import { expect, test } from 'vitest';
import { readAnything, readOtherwise, spellings } from './readers.ts';

test('whatever is typed, every reader gives what readers give, at once, for thousands of texts each', () => {
  readAnything(5_000);
});

test.each(Object.entries(spellings))(
  'every answer that people gave is read in %s as it is otherwise',
  (_name, spelt) => {
    expect(readOtherwise(spelt, 1)).toEqual([]);
  },
);
