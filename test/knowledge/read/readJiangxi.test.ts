import { describe, expect, it } from 'vitest';
import { readJiangxi } from '../../../knowledge/read/readJiangxi.ts';
import { jiangxi } from './jiangxi.examples.ts';
import { slowest } from './typed.ts';

describe('where a unit says that it is registered', () => {
  it.each(jiangxi)('「%s」 is read as the table says', (text, expected) => {
    const read = readJiangxi(text);
    expect(read?.is === 'value' ? read.value : read?.is).toBe(expected);
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest(readJiangxi)).toBeLessThan(50);
  });
});
