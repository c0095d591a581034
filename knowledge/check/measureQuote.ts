/** Reading a measure out of its own quote (`不低于200项` is at least 200 项), to compare it with what is recorded. */
import type { Measure } from '../guideSchema.ts';

type Reading = Pick<Measure, 'op' | 'low' | 'high' | 'unit' | 'highUnit'>;

const number = String.raw`(\d+(?:\.\d+)?|一)`;
const unit = String.raw`([^\d一]+?)`;

const change = new RegExp(`^从${number}${unit}(?:提升至|到)${number}${unit}$`);
const range = new RegExp(`^${number}([^\\d]*?)[-~]${number}${unit}$`);
const atLeast = new RegExp(`^(?:不低于|不少于|至少|≥)${number}${unit}$`);
const orMore = new RegExp(`^${number}${unit}以上$`);
const within = new RegExp(`^${number}${unit}以内$`);
const better = new RegExp(`^(?:小于|优于)${number}${unit}$`);
const exactly = new RegExp(`^(?:各|至)?${number}${unit}$`);

/** What the quote says by itself; `undefined` when it is no measure. */
export function readMeasureQuote(quote: string): Reading | undefined {
  if (quote === '万分之一') return { op: 'eq', low: 0.0001, unit: '比率' };
  const order = /^(\D+)量级$/.exec(quote)?.[1];
  if (order) return { op: 'order', unit: order };
  return readChange(quote) ?? readRange(quote) ?? readLimit(quote);
}

function readChange(quote: string): Reading | undefined {
  const [, low, unitOfLow, high, unitOfHigh] = change.exec(quote) ?? [];
  if (!low || !high || !unitOfLow || unitOfLow !== unitOfHigh) return undefined;
  return { op: 'from-to', low: numberOf(low), high: numberOf(high), unit: unitOfLow };
}

function readRange(quote: string): Reading | undefined {
  const [, low, unitOfLow, high, unitOfHigh] = range.exec(quote) ?? [];
  if (!low || !high || !unitOfHigh) return undefined;
  const bounds = { op: 'range', low: numberOf(low), high: numberOf(high) } as const;
  return unitOfLow ? { ...bounds, unit: unitOfLow, highUnit: unitOfHigh } : { ...bounds, unit: unitOfHigh };
}

function readLimit(quote: string): Reading | undefined {
  for (const pattern of [atLeast, orMore]) {
    const [, low, ofLow] = pattern.exec(quote) ?? [];
    if (low && ofLow) return { op: 'gte', low: numberOf(low), unit: ofLow };
  }
  const [, high, ofHigh] = within.exec(quote) ?? [];
  if (high && ofHigh) return { op: 'lte', high: numberOf(high), unit: ofHigh };
  const [, less, ofLess] = better.exec(quote) ?? [];
  if (less && ofLess) return { op: 'lt', high: numberOf(less), unit: ofLess };
  const [, value, ofValue] = exactly.exec(quote) ?? [];
  return value && ofValue ? { op: 'eq', low: numberOf(value), unit: ofValue } : undefined;
}

function numberOf(digits: string): number {
  return digits === '一' ? 1 : Number(digits);
}

/** Words beside a figure that belong to it: a quote without them says something else. */
const before = /(?:不低于|不少于|至少|≥|小于|优于|各|从|[\d.\-~])$/;
const after = /^(?:以上|以内|量级|提升至|到\d|[\d.\-~])/;

/** Where a quote stands whole in the text, from `start` on; -1 when nowhere. */
export function findWhole(text: string, quote: string, start: number): number {
  const index = text.indexOf(quote, start);
  if (index < 0) return -1;
  const cut = before.test(text.slice(0, index)) || after.test(text.slice(index + quote.length));
  return cut ? findWhole(text, quote, index + 1) : index;
}

/** A figure: digits, or one of the two that are written out. */
export const figure = /\d+(?:\.\d+)?|一种|万分之一/;
