import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { fitsDirection } from '../../../knowledge/read/fitsDirection.ts';
import { readBasis } from '../../../knowledge/read/readBasis.ts';
import { readJiangxi } from '../../../knowledge/read/readJiangxi.ts';
import { readUnitName } from '../../../knowledge/read/readUnitName.ts';
import type { Reading } from '../../../knowledge/reading.ts';
import { basisExamples, fitExamples, jiangxiExamples, unitNameExamples } from './places.examples.ts';

/** A reading as the tables write it. */
const short = (reading: Reading<unknown> | undefined): unknown =>
  reading?.is === 'value' ? reading.value : reading?.is;

describe('a typed answer about the unit', () => {
  it.each(jiangxiExamples)('place: %s', (text, expected) => {
    expect(short(readJiangxi(text))).toEqual(expected);
  });
  it.each(unitNameExamples)('name: %s', (text, expected) => {
    expect(short(readUnitName(text))).toEqual(expected);
  });
  it.each(basisExamples)('cooperation: %s', (text, expected) => {
    expect(short(readBasis(text))).toEqual(expected);
  });
  it.each(fitExamples)('topic %s near direction %i: %s', (topic, number, fits) => {
    const direction = loadGuide('jx-intl-2023').directions.find((each) => each.number === number);
    expect(direction && fitsDirection(topic, direction)).toBe(fits);
  });
});
