/** The thresholds of a call, read out of the sentences in which the old call has them. */
import type { Outline } from '../check/outline.ts';
import type { GuideFiles, Parameter } from '../guideSchema.ts';
import { type Became, compareFigures, figuresIn, figuresOf, formsOf, refigured } from './figures.ts';
import { placed } from './places.ts';

export interface Pending {
  id: string;
  why: string;
  row: unknown;
}

interface Read {
  parameters: Record<string, Parameter>;
  /** What moved, in Chinese, and what a person must decide. */
  moved: string[];
  pending: Pending[];
}

/** @param step years between the two calls */
export function parametersIn(outline: Outline, old: GuideFiles, step: number): Read {
  const parameters: Record<string, Parameter> = {};
  const moved: string[] = [];
  const pending: Pending[] = [];
  for (const [id, before] of Object.entries(old.guide.parameters)) {
    const found = placed(before.quote, before.clause, outline);
    if (!found) pending.push({ id, why: `原文没有“${before.quote}”这样的句子了`, row: before });
    else if (before.ours !== undefined) {
      const became: Became = new Map();
      compareFigures(before.quote, found.quote, became);
      const { text: ours } = refigured(shifted(before, step).ours ?? '', figuresOf(became));
      const row = { ...shifted(before, step), clause: found.clause, quote: found.quote, ours };
      pending.push({ id, why: '值不在原文里，是上一份指南推定的；这里只按年份推了一步，要人定', row });
    } else {
      const row = readAgain(before, found.quote);
      if (row === undefined) pending.push({ id, why: `从“${found.quote}”里读不出新的值`, row: before });
      else {
        parameters[id] = { ...row, clause: found.clause, quote: found.quote } as Parameter; // the value has the unit's type
        if (String(row.value) !== String(before.value))
          moved.push(`${id}：${String(before.value)} → ${String(row.value)}（${found.clause}“${found.quote}”）`);
      }
    }
  }
  return { parameters, moved, pending };
}

/** The value that stands where the old one stood in its quote. */
function readAgain(before: Parameter, quote: string): Parameter | undefined {
  if (before.unit === 'years') return undefined;
  const forms = (text: string): string[] =>
    figuresIn(text).flatMap((figure) => (figure.kind === 'date' ? formsOf(figure).slice(0, 1) : formsOf(figure)));
  const at = forms(before.quote).findIndex((form) => valueIn(form, before) === before.value);
  if (at < 0) return before.quote === quote ? before : undefined;
  const value = valueIn(forms(quote)[at] ?? '', before);
  return value === undefined ? undefined : ({ ...before, value } as Parameter); // read in the unit of `before`
}

/** 80万 as yuan, 3年 as months, 1965年6月1日 as an ISO day. */
function valueIn(form: string, { unit }: Parameter): string | number | undefined {
  const [first = '', second = '', third = ''] = form.match(/\d+(?:\.\d+)?/g) ?? [];
  if (first === '') return undefined;
  if (unit === 'date')
    return third === '' ? undefined : `${first}-${second.padStart(2, '0')}-${third.padStart(2, '0')}`;
  const number = Number(first);
  if (unit === 'yuan') return form.endsWith('万') ? number * 10_000 : number;
  if (unit === 'months') return form.endsWith('年') ? number * 12 : number;
  return number;
}

/** The same some years later, as a proposal. */
function shifted(before: Parameter, step: number): Parameter {
  const later = (text: string): string => text.replace(/(?<!\d)20\d\d(?!\d)/g, (year) => String(Number(year) + step));
  const ours = later(before.ours ?? '');
  if (before.unit === 'date') return { ...before, value: later(before.value), ours };
  return before.unit === 'years'
    ? { ...before, value: before.value.map((year) => year + step), ours }
    : { ...before, ours };
}
