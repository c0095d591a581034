/** The talks that a home keeps, read for a replay: those of a period, the newest first, one at a time. */
import type { Store } from '../../state/store.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { type PastTalk, pastTalk } from './pastTalk.ts';

/** ISO times: something was written from `since` on; what was written from `until` on is left out. */
export interface Period {
  since?: string;
  until?: string;
}

/** Talks that are read ahead of each other: what a question to the home waits for. */
const ahead = 4;

/** Every talk of the period from its first line, since what was said before decides what a message means; `found` is told how many. */
export async function* storedTalks(
  store: Pick<Store, 'transcripts'>,
  period: Period,
  found: (talks: number) => void = () => {},
): AsyncGenerator<PastTalk> {
  const { since = '', until } = period;
  const ids: { conversation: string; channel: string }[] = [];
  let next: string | undefined;
  do {
    const page = await store.transcripts.list(undefined, { most: 500, ...(next !== undefined && { next }) });
    const inside = page.items.filter(
      ({ lastAt, begunAt }) => lastAt >= since && (until === undefined || begunAt < until),
    );
    ids.push(...inside);
    next = page.items.some(({ lastAt }) => lastAt < since) ? undefined : page.next;
  } while (next !== undefined);
  found(ids.length);
  const reading: Promise<PastTalk | undefined>[] = [];
  for (let at = 0; at < ids.length || reading.length > 0; ) {
    for (; at < ids.length && reading.length < ahead; at += 1) {
      const talk = read(ids[at]);
      talk.catch(() => {});
      reading.push(talk);
    }
    const talk = await reading.shift();
    if (talk) yield talk;
  }

  async function read(of: { conversation: string; channel: string } | undefined): Promise<PastTalk | undefined> {
    if (!of) return undefined;
    const { conversation, channel } = of;
    const lines: TranscriptLine[] = [];
    const asked = { conversation, ...(until !== undefined && { until }) };
    for await (const found of store.transcripts.export(asked)) lines.push(found.line);
    return pastTalk(conversation, channel, lines);
  }
}
