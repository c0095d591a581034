/** The fold that makes a conversation's line in a list (`state/summary.ts`) of the lines of its transcript. */
import { z } from 'zod';
import { deskMark, withDeskMark } from './deskSpans.ts';
import { saidIn } from './said.ts';
import { sameKey } from './sameQuestion.ts';
import { staffDeed } from './staffAct.ts';
import type { Summary, Unanswered } from './summary.ts';
import { isDeed, type TranscriptLine } from './transcript.ts';
import { inUtc } from './transcriptQuery.ts';

type Member = { id: string; name: string };
type Mark = 'wrong' | 'corrected' | 'reviewed';

/** A summary with what is needed to go on with it: plain JSON. */
export interface Summed {
  summary: Summary;
  /** Of an earlier form is as good as none. */
  form: number;
  /** The number of the last line. */
  last: number;
  /** What was said or done and has no answer yet, oldest first. */
  heard: readonly { id: string; seq: number; text: string; staff?: Member }[];
  /** Directions by case. */
  cases: Readonly<Record<string, readonly number[]>>;
  /** The judgement that stands, by the number of the line; 0 for the whole. */
  marks: Readonly<Record<string, Mark>>;
}

/** Counts up when a summary would be another one of the same lines. */
export const form = 1;

const kept = z.looseObject({
  form: z.literal(form),
  last: z.number(),
  heard: z.array(z.object({ id: z.string(), seq: z.number(), text: z.string() })),
  cases: z.record(z.string(), z.array(z.number())),
  marks: z.record(z.string(), z.enum(['wrong', 'corrected', 'reviewed'])),
  summary: z.looseObject({
    conversation: z.string(),
    lastAt: z.string(),
    questions: z.array(z.string()),
    rules: z.array(z.string()),
    directions: z.array(z.number()),
    unanswered: z.array(z.object({ seq: z.number(), text: z.string() })),
    answered: z.record(z.string(), z.number()),
    desk: z.array(z.object({ item: z.string(), state: z.string() })),
  }),
});

/** What was kept, if it is of this form; it is derived, so that anything else is made anew. */
export const summedOf = (value: unknown): Summed | undefined =>
  // Its other fields are as `summarise` wrote them.
  kept.safeParse(value).success ? (value as Summed) : undefined;

/** Unanswered questions, and activities without an answer, that are kept of one conversation; characters of words. */
const most = { unanswered: 200, heard: 100, text: 80 };

/** The words by which a question is shown. */
export const shortened = (text: string): string =>
  [...text.slice(0, 4 * most.text).trim()].slice(0, most.text).join('');

/**
 * The summary after these lines; the same whether they come at once or in parts, as long as the lines of one turn come together.
 *
 * @param before as it was before them; undefined where they are the first
 * @param lines by their numbers upwards; those that `before` knows have no second effect
 */
export function summarise(
  before: Summed | undefined,
  conversation: string,
  channel: string,
  lines: readonly TranscriptLine[],
): Summed {
  let now = before ?? beginning(conversation, channel);
  for (const line of lines) if (line.seq > now.last && !Number.isNaN(Date.parse(line.at))) now = withLine(now, line);
  const answered = new Set(lines.map(({ activity }) => activity.replyToId));
  const done = now.heard.findLastIndex(({ id }) => answered.has(id));
  return done < 0 ? now : { ...now, heard: now.heard.slice(done + 1) };
}

function beginning(conversation: string, channel: string): Summed {
  const summary: Summary = {
    conversation,
    channel,
    guide: '',
    overlay: null,
    begunAt: '',
    lastAt: '',
    messages: 0,
    questions: [],
    rules: [],
    directions: [],
    unanswered: [],
    answered: {},
    desk: [],
    flagged: false,
    corrected: false,
    reviewed: false,
    notes: 0,
  };
  return { summary, form, last: 0, heard: [], cases: {}, marks: {} };
}

function withLine(before: Summed, line: TranscriptLine): Summed {
  const last = line.seq;
  if (isDeed(line)) return { ...withDeed(before, line), last };
  const { summary } = before;
  const at = inUtc(line.at);
  const begunAt = summary.begunAt === '' || at < summary.begunAt ? at : summary.begunAt;
  const now = { ...before, last, summary: { ...summary, begunAt, lastAt: at > summary.lastAt ? at : summary.lastAt } };
  if (line.from === 'person') return withWords(now, line);
  return withReply(now, line, at);
}

function withWords({ summary, ...before }: Summed, line: TranscriptLine): Summed {
  const { activity, guide } = line;
  if (activity.type !== undefined && activity.type !== 'message') return { ...before, summary };
  return {
    ...heardOf(before, line, shortened(saidIn(activity) || pressed(activity.value))),
    summary: { ...summary, messages: summary.messages + 1, guide: summary.guide || guide },
  };
}

/** A card's button may carry its words in `value`. */
const pressed = (value: unknown): string => z.object({ text: z.string() }).safeParse(value).data?.text ?? '';

function heardOf<T extends Pick<Summed, 'heard'>>(
  before: T,
  { seq, activity, staff }: TranscriptLine,
  text: string,
): T {
  const own = { id: String(activity.id ?? ''), seq, text, ...(staff && { staff }) };
  return { ...before, heard: [...before.heard, own].slice(-most.heard) };
}

function withReply(before: Summed, line: TranscriptLine, at: string): Summed {
  const { activity, caseId = '', questionId, directions, guide, overlay, verdict, ruleIds, answerStatus } = line;
  const replyTo = before.heard.findIndex(({ id }) => id === activity.replyToId);
  const heard = before.heard[replyTo];
  // Answers come in the order of what they answer; its other lines may follow.
  const now = replyTo > 0 ? { ...before, heard: before.heard.slice(replyTo) } : before;
  const question = stepOf(questionId);
  const { desk, satisfaction } = markedIn(activity.channelData);
  const cases = directions ? { ...now.cases, [caseId]: directions } : now.cases;
  const { summary } = now;
  return {
    ...now,
    cases,
    summary: {
      ...summary,
      guide,
      overlay: overlay ?? summary.overlay,
      ...(question !== undefined && {
        startedAt: summary.startedAt ?? at,
        questions: summary.questions.includes(question) ? summary.questions : [...summary.questions, question],
        step: question,
      }),
      ...(verdict !== undefined && { verdict, verdictAt: at, rules: [...new Set(ruleIds)] }),
      ...(directions && { directions: [...new Set(Object.values(cases).flat())].sort((one, other) => one - other) }),
      ...(answerStatus !== undefined && {
        answered: { ...summary.answered, [answerStatus]: countOf(summary.answered, answerStatus) + 1 },
        unanswered: withUnanswered(summary.unanswered, answerStatus, heard),
      }),
      ...(satisfaction && { satisfaction }),
      ...(desk && { desk: withDeskMark(summary.desk, desk, at, line.staff ?? heard?.staff) }),
    },
  };
}

/** What is asked besides has no part in the interview: on whose behalf, whether it is meant, which of several. */
const aside = /^(?:behalf(?:\.name)?$|confirm\.|choose\.)/;

/** The question without its part (`…/day`) and its partner (`…#2`). */
function stepOf(questionId: string | undefined): string | undefined {
  if (questionId === undefined || aside.test(questionId)) return undefined;
  return questionId.replace(/[/#].*$/, '');
}

/** Whatever the word is. */
const countOf = (counts: Summary['answered'], word: string): number =>
  Object.hasOwn(counts, word) ? (counts[word] ?? 0) : 0;

const noAnswer = z.enum(['not-in-guide', 'declined', 'clarify']);

function withUnanswered(
  before: Summary['unanswered'],
  answerStatus: string,
  heard: Summed['heard'][number] | undefined,
): Summary['unanswered'] {
  const status = noAnswer.safeParse(answerStatus).data;
  if (!status || !heard || heard.staff || before.some(({ seq }) => seq === heard.seq)) return before;
  const { seq, text } = heard;
  const own: Unanswered = { seq, text, status, key: sameKey(text) };
  return [...before, own].slice(-most.unanswered);
}

const channelData = z.object({
  desk: deskMark.optional().catch(undefined),
  satisfaction: z.enum(['good', 'bad']).optional().catch(undefined),
});

const markedIn = (data: unknown): Partial<z.infer<typeof channelData>> =>
  typeof data === 'object' && data !== null ? (channelData.safeParse(data).data ?? {}) : {};

function withDeed(before: Summed, line: TranscriptLine): Summed {
  const deed = line.activity.name === 'staff' ? staffDeed.safeParse(line.activity.value).data : undefined;
  const now = heardOf(before, line, '');
  const { summary } = now;
  if (deed?.do === 'note') return { ...now, summary: { ...summary, notes: summary.notes + 1 } };
  if (deed?.do !== 'mark') return now;
  const marks = marked(now.marks, String(deed.seq ?? 0), deed.mark);
  const some = new Set(Object.values(marks));
  return {
    ...now,
    marks,
    summary: {
      ...summary,
      flagged: some.has('wrong'),
      corrected: some.has('corrected'),
      reviewed: marks['0'] === 'reviewed',
    },
  };
}

function marked(before: Summed['marks'], place: string, mark: Mark | 'cleared'): Summed['marks'] {
  const { [place]: stands, ...others } = before;
  if (mark === 'cleared') return others;
  const confirms = mark === 'reviewed' && place !== '0' && stands === 'corrected';
  return { ...others, [place]: confirms ? 'corrected' : mark };
}
