/**
 * The figures of a period, made of summaries alone. Whatever is counted is conversations, and stands beside the filter that finds exactly these:
 * a figure without a list of as many rows cannot be made here.
 */
import { sameKey } from '../../../state/sameQuestion.ts';
import type { DeskSpan, Summary, SummaryFilter } from '../../../state/summary.ts';
import { type Bucket, bucketsOf } from './buckets.ts';
import { longestWait, percentile } from './durations.ts';
import type { Figure, Named } from './figure.ts';

export interface Figures {
  talks: Figure;
  /** In order of time, without gaps. */
  days: readonly (Figure & Bucket)[];
  /** An interview was begun; it came to a verdict; it did not, by the question that was asked last, in the order of the interview. */
  started: Figure;
  completed: Figure;
  unfinished: Figure;
  stopped: readonly Named[];
  /** Milliseconds from the first question to the verdict of those that came to one: half of them took no longer. */
  timeToVerdict: number | undefined;
  verdicts: readonly Named[];
  /** Rules in the checklist of the last verdict, the most frequent first. */
  rules: readonly Named[];
  /** Some question got no answer; the questions, the same ones together, named by how it was asked last. */
  unanswered: Figure;
  questions: readonly Named[];
  channels: readonly Named[];
  desk: {
    any: Figure;
    states: readonly (Named & { id: DeskSpan['state'] })[];
    /** Milliseconds until somebody of staff came, each conversation with its longest: those that waited, half of them, nine of ten. */
    waited: { median: number; most: number } | undefined;
    /** Milliseconds of whoever waits longest now. */
    now: number | undefined;
  };
  satisfaction: { good: Figure; bad: Figure; none: Figure };
}

export interface FigureOptions {
  /** Which conversations were looked for; every figure's filter narrows it. */
  filter: SummaryFilter;
  /** Ids of the questions in the order in which they are asked. */
  order: readonly string[];
  now: Date;
  timeZone: string;
}

const verdicts = ['ready', 'fixable', 'needs-confirmation', 'not-eligible'];
const deskStates = ['pending', 'taken', 'answered', 'closed'] as const;
/** Of rules and questions that many are told. */
const most = { rules: 12, questions: 20 };

/** @param summaries what `find(filter)` gives */
export function figuresOf(summaries: readonly Summary[], { filter, order, now, timeZone }: FigureOptions): Figures {
  const figure = (of: readonly Summary[], more: SummaryFilter): Figure => ({
    count: of.length,
    filter: { ...filter, ...more },
  });
  const named = (counts: ReadonlyMap<string, number>, more: (id: string) => SummaryFilter): Named[] =>
    [...counts].map(([id, count]) => ({ id, count, filter: { ...filter, ...more(id) } }));
  const started = summaries.filter(({ startedAt }) => startedAt !== undefined);
  const completed = started.filter(({ verdict }) => verdict !== undefined);
  const unfinished = started.filter(({ verdict }) => verdict === undefined);
  const stopped = countedBy(unfinished, ({ step }) => [step ?? 'none']);
  const concluded = summaries.filter(({ verdict }) => verdict !== undefined);
  const judged = (which: 'good' | 'bad' | 'none'): Figure =>
    figure(
      concluded.filter(({ satisfaction = 'none' }) => satisfaction === which),
      { completed: true, satisfaction: which },
    );
  const helped = summaries.filter(({ desk }) => desk.length > 0);
  return {
    talks: figure(summaries, {}),
    days: bucketsOf(summaries, filter, { now, timeZone }),
    started: figure(started, { started: true }),
    completed: figure(completed, { started: true, completed: true }),
    unfinished: figure(unfinished, { started: true, completed: false }),
    stopped: inOrder(
      named(stopped, (step) => ({ started: true, completed: false, step })),
      order,
    ),
    timeToVerdict: percentile(durationsOf(completed), 50),
    verdicts: inOrder(
      named(
        countedBy(concluded, ({ verdict = '' }) => [verdict]),
        (verdict) => ({ verdict }),
      ),
      verdicts,
    ),
    rules: mostFirst(
      named(
        countedBy(summaries, ({ rules }) => rules),
        (rule) => ({ rule }),
      ),
    ).slice(0, most.rules),
    unanswered: figure(
      summaries.filter(({ unanswered }) => unanswered.length > 0),
      { unanswered: true },
    ),
    questions: mostFirst(sameQuestions(summaries, filter)).slice(0, most.questions),
    channels: mostFirst(
      named(
        countedBy(summaries, ({ channel }) => [channel]),
        (channel) => ({ channel }),
      ),
    ),
    desk: {
      any: figure(helped, { desk: 'any' }),
      states: deskStates.map((state) => ({
        id: state,
        ...figure(
          helped.filter(({ desk }) => desk.some((span) => span.state === state)),
          { desk: state },
        ),
      })),
      ...waiting(helped, now),
    },
    satisfaction: { good: judged('good'), bad: judged('bad'), none: judged('none') },
  };
}

/** How many summaries have each of the words that `wordsOf` gives; a word counts once in each. */
function countedBy(
  summaries: readonly Summary[],
  wordsOf: (summary: Summary) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const summary of summaries) {
    const words = wordsOf(summary);
    for (const word of words.length > 1 ? new Set(words) : words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const mostFirst = (all: readonly Named[]): Named[] =>
  all.toSorted((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));

/** What the order does not know comes last. */
function inOrder(all: readonly Named[], order: readonly string[]): Named[] {
  const places = new Map(order.map((id, at) => [id, at]));
  const place = ({ id }: Named): number => places.get(id) ?? order.length;
  return all.toSorted((one, other) => place(one) - place(other) || (one.id < other.id ? -1 : 1));
}

function durationsOf(completed: readonly Summary[]): number[] {
  const all: number[] = [];
  for (const { startedAt = '', verdictAt = '' } of completed) {
    const duration = Date.parse(verdictAt) - Date.parse(startedAt);
    if (duration >= 0) all.push(duration);
  }
  return all;
}

/** Conversations by the questions that got no answer; a filter must not be empty, so that what has no letters is asked for by a sign. */
function sameQuestions(summaries: readonly Summary[], filter: SummaryFilter): Named[] {
  const groups = new Map<string, { id: string; count: number }>();
  for (const { unanswered } of summaries) {
    if (unanswered.length === 0) continue;
    const own = new Map(unanswered.map(({ key, text }) => [key ?? sameKey(text), text]));
    for (const [key, text] of own) {
      const group = groups.get(key);
      if (group) group.count += 1;
      else groups.set(key, { id: key === '' ? '？' : text, count: 1 });
    }
  }
  return [...groups.values()].map(({ id, count }) => ({
    id,
    count,
    filter: { ...filter, unanswered: true, question: id },
  }));
}

function waiting(helped: readonly Summary[], now: Date): Pick<Figures['desk'], 'waited' | 'now'> {
  const waits = helped.flatMap(({ desk }) => longestWait(desk) ?? []);
  const since = helped
    .flatMap(({ desk }) => desk.filter(({ state }) => state === 'pending'))
    .map(({ askedAt }) => askedAt);
  const first = since.length === 0 ? undefined : Date.parse(since.reduce((one, other) => (one < other ? one : other)));
  const median = percentile(waits, 50);
  const nine = percentile(waits, 90);
  return {
    waited: median === undefined || nine === undefined ? undefined : { median, most: nine },
    now: first === undefined || Number.isNaN(first) ? undefined : Math.max(0, now.getTime() - first),
  };
}
