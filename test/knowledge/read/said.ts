/** Short words for the expected readings in the tables of examples. */
import { type AgreementContent, agreementContents, type TitleLevel, type Written } from '../../../knowledge/facts.ts';
import type { ReadTitle } from '../../../knowledge/read/readTitle.ts';
import type { Reading } from '../../../knowledge/reading.ts';

/** Whatever the hint says; the tests look only at that it asks. */
export const asks: { is: 'ask'; hint: string } = { is: 'ask', hint: '' };
export const unknown: { is: 'unknown' } = { is: 'unknown' };

export function is<T>(value: T): Reading<T> {
  return { is: 'value', value };
}

/** A value that is said back to the person. */
export function isSaidBack<T>(value: T): Reading<T> {
  return { is: 'value', value, echo: '' };
}

export function title(titleText: string, titleLevel: TitleLevel): ReadTitle {
  return { titleText, titleLevel };
}

/** All ten contents alike, but for those named. */
export function every(written: boolean, but: Written<AgreementContent> = {}): Written<AgreementContent> {
  return { ...Object.fromEntries(agreementContents.map((item) => [item, written])), ...but };
}

/** Every item of a list alike. */
export function allOf<Item extends string>(items: readonly Item[], written: boolean): Record<Item, boolean> {
  return Object.fromEntries(items.map((item) => [item, written])) as Record<Item, boolean>;
}
