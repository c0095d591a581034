import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import directions from '../../../knowledge/guides/jx-intl-2023/directions.json' with { type: 'json' };
import { readDirection } from '../../../knowledge/read/readDirection.ts';
import { directionExamples } from './directions.examples.ts';
import { anyTyped, slowest } from './typed.ts';

const titles = new Map(directions.map(({ number, title }) => [number, title]));

describe('a typed direction', () => {
  it.each(directionExamples)('「%s」 is read as the table says', (text, expected) => {
    const read = readDirection(text, directions);
    if (expected === undefined) expect(read).toBeUndefined();
    else expect(read).toMatchObject(expected);
  });

  it.each(directions)('$number is found by its whole title, its number and both', ({ number, numeral, title }) => {
    for (const text of [
      title,
      String(number),
      `方向${numeral}`,
      `第${number}个方向，${title}`,
      `方向${numeral}　${title}`,
    ]) {
      expect(readDirection(text, directions)).toEqual({ is: 'value', value: number, echo: `方向${numeral}　${title}` });
    }
  });

  it('is never found by its number together with the title of another', () => {
    for (const { numeral, title } of directions) {
      for (const other of directions) {
        if (other.title === title) continue;
        expect([numeral, other.title, readDirection(`方向${numeral}，${other.title}`, directions)?.is]).toEqual([
          numeral,
          other.title,
          'ask',
        ]);
      }
    }
  });

  it('is one of the guide, and said back, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const read = readDirection(text, directions);
        if (read?.is !== 'value') return;
        expect(read.echo).toContain(titles.get(read.value));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest((text) => readDirection(text, directions))).toBeLessThan(50);
  });
});
