/** What a filter of summaries means, in every home; `text` alone is asked of the transcripts. */
import { sameKey } from './sameQuestion.ts';
import { shortened } from './summarise.ts';
import type { Summary, SummaryFilter } from './summary.ts';
import { inUtc } from './transcriptQuery.ts';

/** Whether a summary is what the filter asks for, but for its `text`. */
export const fits = (summary: Summary, filter: SummaryFilter): boolean => fitting(filter)(summary);

/**
 * The same for many summaries.
 *
 * @throws RangeError for a time that is none.
 */
export function fitting(filter: SummaryFilter): (summary: Summary) => boolean {
  const conditions = conditionsOf(filter);
  return (summary) => conditions.every((holds) => holds(summary));
}

type Condition = (summary: Summary) => boolean;

function conditionsOf(filter: SummaryFilter): Condition[] {
  const all: Condition[] = [];
  function when<T>(value: T | undefined, condition: (value: T) => Condition): void {
    if (value !== undefined) all.push(condition(value));
  }
  when(filter.since, (time) => {
    const since = inUtc(time);
    return ({ lastAt }) => lastAt >= since;
  });
  when(filter.until, (time) => {
    const until = inUtc(time);
    return ({ lastAt }) => lastAt < until;
  });
  when(
    filter.channel,
    (wanted) =>
      ({ channel }) =>
        channel === wanted,
  );
  when(
    filter.guide,
    (wanted) =>
      ({ guide }) =>
        guide === wanted,
  );
  when(
    filter.verdict,
    (wanted) =>
      ({ verdict }) =>
        verdict === wanted,
  );
  when(
    filter.step,
    (wanted) =>
      ({ step }) =>
        (step ?? 'none') === wanted,
  );
  when(
    filter.direction,
    (wanted) =>
      ({ directions }) =>
        directions.includes(wanted),
  );
  when(
    filter.rule,
    (wanted) =>
      ({ rules }) =>
        rules.includes(wanted),
  );
  when(
    filter.unanswered,
    (wanted) =>
      ({ unanswered }) =>
        unanswered.length > 0 === wanted,
  );
  when(
    filter.declined,
    (wanted) =>
      ({ unanswered }) =>
        unanswered.some((each) => each.status === 'declined') === wanted,
  );
  when(
    filter.corrected,
    (wanted) =>
      ({ corrected }) =>
        corrected === wanted,
  );
  when(
    filter.flagged,
    (wanted) =>
      ({ flagged }) =>
        flagged === wanted,
  );
  when(
    filter.reviewed,
    (wanted) =>
      ({ reviewed }) =>
        reviewed === wanted,
  );
  when(
    filter.started,
    (wanted) =>
      ({ startedAt }) =>
        (startedAt !== undefined) === wanted,
  );
  when(
    filter.completed,
    (wanted) =>
      ({ verdict }) =>
        (verdict !== undefined) === wanted,
  );
  when(
    filter.satisfaction,
    (wanted) =>
      ({ satisfaction }) =>
        (satisfaction ?? 'none') === wanted,
  );
  when(
    filter.desk,
    (wanted) =>
      ({ desk }) =>
        desk.some(({ state }) => wanted === 'any' || state === wanted),
  );
  when(filter.question, (wanted) => {
    // The whole question, its shown beginning, or the key of either.
    const keys = new Set([sameKey(wanted), sameKey(shortened(wanted))]);
    return ({ unanswered }) => unanswered.some(({ key, text }) => keys.has(key ?? sameKey(text)));
  });
  return all;
}
