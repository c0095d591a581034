/** Counts and lists of 附1, 附2 and 附3 as wholes, counted from the guide's data. */
import type { Draft } from '../../draft.ts';
import { agreementTotals } from './agreementTotals.ts';
import { baseTotals } from './baseTotals.ts';
import { cityTotals } from './cityTotals.ts';
import { type Frame, has, kindsOf, speaks } from './frame.ts';

/** Drafts for questions that name no place: how many, which, the most, the n-th. */
export function totalDrafts(frame: Frame): Draft[] {
  const { asked } = frame;
  const things = kindsOf(asked).filter((kind) => !['@direction', '@continent', '@amount', '@date'].includes(kind));
  if (things.length > 0) return [];
  return [
    ...(speaks(asked, 'city') ? cityTotals(frame) : []),
    ...(speaks(asked, 'agreement') ? agreementTotals(frame) : []),
    ...(speaks(asked, 'base') || (has(asked, 'list-base-type') && asked.text.includes('基地'))
      ? baseTotals(frame)
      : []),
  ];
}
