/**
 * Tells other places (a group robot, Teams, any webhook) that somebody waits for the help desk. Never in a turn's way; at least once, whatever
 * crashes: what was told stands in a document for each item, and what waits without one is looked for.
 */
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { type Documents, StaleError } from '../../state/documents.ts';
import { hashOf } from '../../state/hash.ts';
import { repeated } from '../daily.ts';
import type { Log } from '../log.ts';
import type { OfficeHours } from '../officeHours.ts';
import { type AlertNews, payloadFor, receiverOf } from './payload.ts';
import { post } from './post.ts';

/** An item that nobody has taken. */
export interface Waiting {
  channel: string;
  item: { id: string; why: string; askedAt: string };
}

export interface AlertsOptions {
  urls: readonly string[];
  documents: Documents;
  /** Everything that waits now, whoever accepted it. */
  pending(): Promise<readonly Waiting[]>;
  /** Where the queue can be opened; undefined while nobody has told. */
  queue: () => string | undefined;
  hours?: OfficeHours | undefined;
  now: () => Date;
  log: Log;
  /** Milliseconds: from one look to the next, and until the second try. */
  every?: number;
  again?: number;
}

export interface Alerts {
  /** Something waits since just now. */
  tell(waiting: Waiting): void;
  /** Looks for what waits and was not told, by whomever. */
  look(): Promise<void>;
  /** Begins nothing more; what is under way is told after the next start. */
  stop(): Promise<void>;
}

const kind = 'desk-alert';
/** `told`: hashes of the addresses that took it; `done`: all did, or were given up. */
const progress = z.object({ at: z.string(), told: z.array(z.string()), done: z.boolean() });
type Progress = z.output<typeof progress>;

/** Milliseconds: how long it is left to who took it up, before somebody else does, and until the document of a closed item goes. */
const times = { lease: 2 * 60_000, kept: 24 * 60 * 60_000, most: 60_000, hour: 60 * 60_000 };
const mostTries = 10;
/** Milliseconds that counting what waits may take. */
const longestCount = 1500;

export function keepAlerting(options: AlertsOptions): Alerts {
  const { urls, documents, pending, queue, hours, now, log, every = 60_000, again = 1000 } = options;
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();

  /** Takes it up, unless it was told or somebody is at it. */
  async function claimed(id: string): Promise<{ value: Progress; etag: string } | undefined> {
    const found = await documents.read(kind, id);
    const before = progress.safeParse(found?.value).data;
    if (before?.done || (before && now().getTime() - Date.parse(before.at) < times.lease)) return undefined;
    const value = { at: now().toISOString(), told: before?.told ?? [], done: false };
    return { value, etag: await documents.write(kind, id, value, found?.etag ?? 'new') };
  }

  const counted = (): Promise<number | undefined> =>
    Promise.race([pending().then(({ length }) => length), after(longestCount, undefined, { ref: false })]).catch(
      () => undefined,
    );

  async function tellAll(id: string, event: AlertNews['event'], { channel, item }: Waiting): Promise<void> {
    const claim = await claimed(id);
    if (!claim) return;
    let { value, etag } = claim;
    const waiting = await counted();
    const url = queue();
    const { id: named, why, askedAt } = item;
    const news: AlertNews = {
      event,
      item: named,
      why,
      channel,
      askedAt,
      ...(waiting && { waiting }),
      ...(url && { url }),
    };
    for (let tries = 1; !value.done; tries += 1) {
      const told = await Promise.all(urls.map((each, at) => tellOne(each, at, news, value.told)));
      const all = [...new Set([...value.told, ...told.flat()])];
      const done = urls.every((each) => all.includes(hashOf(each))) || tries >= mostTries;
      value = { at: now().toISOString(), told: all, done };
      etag = await documents.write(kind, id, value, etag);
      if (!done)
        await after(Math.min(times.most, again * 2 ** (tries - 1)), undefined, { ref: false, signal: stopping.signal });
    }
    const missing = urls.filter((each) => !value.told.includes(hashOf(each))).length;
    if (missing > 0) log.error({ event, item: named, receivers: missing }, 'alert given up');
  }

  /** @returns the hash of the address when it took it; the address itself holds a key, and is told to nobody */
  async function tellOne(url: string, at: number, news: AlertNews, told: readonly string[]): Promise<string[]> {
    const hash = hashOf(url);
    if (told.includes(hash)) return [];
    const receiver = receiverOf(url);
    const reason = await post(url, receiver, payloadFor(receiver, news));
    if (reason === undefined) return [hash];
    log.warn({ receiver: at + 1, kind: receiver, event: news.event, reason }, 'alert not taken');
    return [];
  }

  function begin(event: AlertNews['event'], waiting: Waiting): void {
    if (urls.length === 0 || stopping.signal.aborted) return;
    const id = `${waiting.item.id}.${event}`;
    if (underWay.has(id)) return;
    const done = tellAll(id, event, waiting)
      .catch((error: unknown) => {
        // Somebody else took it up, or the service ends.
        if (error instanceof StaleError || stopping.signal.aborted) return;
        log.error({ err: error, event }, 'alert not told');
      })
      .finally(() => underWay.delete(id));
    underWay.set(id, done);
  }

  /** The one that has waited longest, once, while somebody could have taken it. */
  function warnOfWaiting(all: readonly Waiting[]): void {
    const oldest = all.toSorted((a, b) => (a.item.askedAt < b.item.askedAt ? -1 : 1))[0];
    if (!oldest || hours?.isOpen(now()) === false) return;
    const since = new Date(oldest.item.askedAt);
    const waited = hours?.between(since, now()) ?? now().getTime() - since.getTime();
    if (waited >= times.hour) begin('desk.waiting', oldest);
  }

  async function forget(all: readonly Waiting[]): Promise<void> {
    const open = new Set(all.map(({ item }) => item.id));
    for await (const { id, value } of documents.list(kind)) {
      const at = progress.safeParse(value).data?.at ?? '';
      const old = now().getTime() - Date.parse(at) > times.kept;
      if (!open.has(id.split('.')[0] ?? '') && (at === '' || old)) await documents.remove(kind, id);
    }
  }

  async function look(): Promise<void> {
    if (urls.length === 0) return;
    const all = await pending();
    for (const each of all) begin('desk.pending', each);
    warnOfWaiting(all);
    await forget(all);
  }

  const stopLooking = repeated(look, { every, log, failed: 'waiting questions not looked for' });
  return {
    tell: (waiting) => begin('desk.pending', waiting),
    look,
    async stop() {
      stopping.abort();
      await stopLooking();
      await Promise.all(underWay.values());
    },
  };
}
