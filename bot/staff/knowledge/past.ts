/** What a comparison with past conversations must have looked at to be a ground for approval. */
import type { Store } from '../../../state/store.ts';
import { dayAfter, dayOf } from '../transcripts/days.ts';
import type { Comparison } from './proposal.ts';

/** How far back a comparison must reach, in days with today, unless less is kept. */
const leastDays = 30;

export interface Past {
  /** The ISO day in the service's zone. */
  today: string;
  /** The ISO day on which the earliest conversation that is kept began; absent: nothing is kept. */
  begun?: string;
}

/** What is kept now of what people wrote. */
export async function pastOf({ summaries }: Pick<Store, 'summaries'>, now: Date, timeZone: string): Promise<Past> {
  let first: string | undefined;
  for (const { begunAt, messages } of await summaries.find({}))
    if (messages > 0 && (first === undefined || begunAt < first)) first = begunAt;
  const today = dayOf(now.toISOString(), timeZone);
  return { today, ...(first !== undefined && { begun: dayOf(first, timeZone) }) };
}

/** Why the period of a comparison says too little, as a sentence. Where nothing is kept, there is nothing to look at. */
export function periodProblem(compared: Comparison, { today, begun }: Past): string | undefined {
  if (begun === undefined) return undefined;
  const { since, until, turns, talks = 0 } = compared;
  if (until < today) return '没有对照到今天，要重新对照。';
  const all = since <= begun;
  if (!all && since > dayAfter(today, 1 - leastDays))
    return `对照的时间太短：至少要对照最近${leastDays}天的对话，保存的不到${leastDays}天就对照全部，要重新对照。`;
  // Everything was looked at, and no turn in it could be tried: no other period would find more.
  return turns > 0 || (all && talks > 0) ? undefined : '对照的时间里一轮对话也没有，请选有对话的时间，重新对照。';
}
