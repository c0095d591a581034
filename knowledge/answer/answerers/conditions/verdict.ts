/** What the verdicts on dates, ages, amounts and titles share: the guide's rule, and the parts of a draft. */
import type { Guide, Outcome, Ruled } from '../../../guide.ts';
import { englishYuan } from '../../../languages/english.ts';
import type { AnyFacts } from '../../../rule.ts';
import { rulingFor } from '../../../rulings.ts';
import { deskSource, ruledSentence } from '../../../rulingWords.ts';
import type { Citation, DeskCitation, GuideCitation } from '../../draft.ts';

/** One condition judged for what a question tells. */
export interface Judged {
  id: string;
  /** Worst first when several are told together. */
  tone: 'bad' | 'open' | 'good' | 'plain';
  zh: string;
  en: string;
  citation: Citation;
  uses: readonly string[];
  suggestion?: string;
  /** The ruling by which it is so. */
  ruled?: DeskCitation;
}

/** What a ruling says of it, where the guide alone would leave it open or decide otherwise. */
export function byRuling(id: string, facts: AnyFacts, guide: Guide): Pick<Judged, 'zh' | 'tone' | 'ruled'> | undefined {
  const ruled = rulingFor(id, facts, guide);
  if (!ruled) return undefined;
  const outcome = outcomeOf(id, facts, guide);
  const tone = outcome === 'met' ? 'good' : outcome === 'unmet' ? 'bad' : 'open';
  return { tone, ...told(ruled) };
}

/** A ruling as a clause of an answer. */
export function told(ruled: Ruled): Required<Pick<Judged, 'zh' | 'ruled'>> {
  return {
    zh: ruledSentence(ruled).replace(/。$/, ''),
    ruled: { source: deskSource, date: ruled.date, quote: ruled.option.says },
  };
}

/** The outcome of one of the guide's rules; not-applicable when the guide has no such rule. */
export function outcomeOf(id: string, facts: AnyFacts, guide: Guide): Outcome {
  return guide.rules.find(({ row }) => row.id === id)?.rule.decide(facts, guide) ?? 'not-applicable';
}

/** A sentence of the guide as its rule cites it. */
export function citedBy(id: string, guide: Guide): GuideCitation {
  const found = guide.rules.find(({ row }) => row.id === id)?.row;
  if (!found) throw new Error(`The guide ${guide.id} has no rule ${id}.`);
  const [quote = ''] = found.quotes;
  return { clause: found.clause, quote };
}

/** The one figure of a sentence of the guide, 58 of 不超过58周岁; throws when the guide has no such sentence. */
export function figureIn(guide: Guide, sentence: RegExp): number {
  const [, digits] = sentence.exec(guide.source) ?? [];
  if (digits === undefined) throw new Error(`The guide ${guide.id} has no sentence like ${sentence.source}.`);
  return Number(digits);
}

/** 80-120万元. */
export const rangeOf = (guide: Guide): string =>
  `${guide.amount('funding.min') / 10_000}-${yuan(guide.amount('funding.max'))}`;

/** RMB 800,000 to RMB 1,200,000. */
export const englishRangeOf = (guide: Guide): string =>
  `${englishYuan(guide.amount('funding.min'))} to ${englishYuan(guide.amount('funding.max'))}`;

export const yuan = (amount: number): string => (amount % 100 === 0 ? `${amount / 10_000}万元` : `${amount}元`);
