/** What changed from one guide to another, kind by kind. Pure: two guides in, a list of differences out. */
import type { Guide } from '../guide.ts';
import type { Part } from './change.ts';
import { directionChanges } from './directions.ts';
import { agreementChanges, baseChanges, pairChanges } from './lists.ts';
import { parameterChanges } from './parameters.ts';
import { ruleChanges } from './rules.ts';
import { answerChanges, clauseChanges, questionChanges } from './texts.ts';

export type { Change, How, Part } from './change.ts';
export { continued } from './directions.ts';

export interface GuideDiff {
  from: Pick<Guide, 'id' | 'year' | 'title'>;
  to: Pick<Guide, 'id' | 'year' | 'title'>;
  /** All kinds, those without a change too. */
  parts: Part[];
}

const partsOf = [
  { id: 'parameters', title: '日期、金额、比例', of: parameterChanges },
  { id: 'rules', title: '规则', of: ruleChanges },
  { id: 'directions', title: '选题方向和考核指标', of: directionChanges },
  { id: 'agreements', title: '附1 协议清单', of: agreementChanges },
  { id: 'sisterCities', title: '附2 友城清单', of: pairChanges },
  { id: 'bases', title: '附3 基地清单', of: baseChanges },
  { id: 'questions', title: '另问的题', of: questionChanges },
  { id: 'clauses', title: '条文', of: clauseChanges },
  { id: 'answers', title: '问答和没写清的', of: answerChanges },
] as const;

export function guideDiff(before: Guide, after: Guide): GuideDiff {
  const named = ({ id, year, title }: Guide): GuideDiff['from'] => ({ id, year, title });
  return {
    from: named(before),
    to: named(after),
    parts: partsOf.map(({ id, title, of }) => ({ id, title, changes: of(before, after) })),
  };
}
