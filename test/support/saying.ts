/** Somebody says something to a home of the state, and somebody answers: activities, lines and turns of tests. */
import type { Store } from '../../state/store.ts';
import type { Answer, Arrival, Departure, Turn } from '../../state/talks.ts';
import type { TranscriptLine } from '../../state/transcript.ts';

/** A time inside the call; seconds go on with the line's number. */
export const at = (seq: number): string => new Date(Date.UTC(2023, 4, 8, 2, 0, seq)).toISOString();

export function line(seq: number, from: TranscriptLine['from'], text: string, more: Partial<TranscriptLine> = {}) {
  const activity = { id: `${from}-${seq}-${text}`, type: 'message', text };
  return { seq, at: at(seq), from, activity, guide: 'jx-intl-2023', overlay: null, ...more } satisfies TranscriptLine;
}

/** An activity of this id; the first one goes behind a greeting. */
export function arrival(conversation: string, id: string, more: Partial<Arrival> = {}): Arrival {
  return {
    conversation,
    channel: 'msteams',
    id,
    lines(seq, blank) {
      const first = blank ? [line(seq, 'bot', '您好', { delivery: 'visible' })] : [];
      const heard = line(seq + first.length, 'person', `说${id}`);
      return [...first, { ...heard, activity: { ...heard.activity, id } }];
    },
    ...more,
  };
}

/** Answers with one line that repeats what was heard, and counts in the document what was answered. */
export const answering =
  (more: Partial<Answer> = {}, delivery: TranscriptLine['delivery'] = 'visible', from: 'bot' | 'staff' = 'bot') =>
  async ({ record, heard }: Turn): Promise<Answer> => {
    const { id, text } = heard.activity;
    const told = [...(record.cases[0]?.told ?? []), String(id)];
    const first = {
      id: 'case',
      name: '第1份',
      guide: 'jx-intl-2023',
      facts: {},
      left: {},
      trail: [],
      told,
      ended: false,
    };
    return {
      record: { ...record, heardAt: heard.at, cases: [first] },
      lines: (seq) =>
        [line(seq, from, `答：${String(text)}`, { delivery })].map((each) => ({
          ...each,
          activity: { ...each.activity, replyToId: id },
        })),
      ...more,
    };
  };

/** Leaves, telling so in one line. */
export const leaving = async (): Promise<Departure> => ({
  departs: true,
  lines: (seq) => [line(seq, 'bot', '已删除', { delivery: 'visible' })],
  greeting: (seq) => [line(seq, 'bot', '您好', { delivery: 'visible' })],
});

/** Answers everything that waits. */
export async function answerAll({ talks }: Store, conversation: string): Promise<void> {
  while (await talks.turn(conversation, answering())) {
    // one after the other
  }
}

export const textsOf = (lines: readonly TranscriptLine[] | undefined | 'repeated'): unknown[] =>
  lines === undefined || lines === 'repeated' ? [] : lines.map(({ activity }) => activity.text);

export const numbersOf = (lines: readonly TranscriptLine[]): number[] => lines.map(({ seq }) => seq);

export async function all<T>(things: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of things) found.push(each);
  return found;
}
