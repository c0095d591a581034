/**
 * Brings in what has come to one account (`kf/sync_msg`, document/path/94670) from where it was left. The place is kept only after
 * everything before it was: what a crash or another process makes come again is known by its id.
 */
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import type { Log } from '../../log.ts';
import type { WecomApi } from '../../wecom/api.ts';
import type { Trouble } from '../../wecom/trouble.ts';
import { conversationOf } from './address.ts';
import { type Item, item, page } from './messages.ts';
import { addressOf, type Take } from './take.ts';

const kind = 'wecom-kf-cursor';
/** `since`: what was sent before (seconds since 1970) is of before our time. */
const place = z.object({ cursor: z.string().optional(), since: z.number() });
type Place = z.output<typeof place>;

/** The largest page, and seconds by which clocks may differ: what wakes a service for the first time was sent just before. */
const limit = 1000;
const slack = 60;
/** The event's token is no good any more: it is not needed, only preferred. */
const badToken = 95007;

interface SyncOptions {
  api: WecomApi;
  documents: Documents;
  take: Take;
  now: () => Date;
  log: Log;
}

export interface Sync {
  /** An account that is new begins now: its history is not answered. To be called before anything is taken in. */
  begin(account: string): Promise<void>;
  /** Brings everything in; the trouble that ended it early. @param token of the event that said that there is something */
  run(account: string, token?: string): Promise<Trouble | undefined>;
}

export function kfSync({ api, documents, take, now, log }: SyncOptions): Sync {
  async function placeOf(account: string): Promise<{ place: Place; etag: string }> {
    const document = await documents.read(kind, account);
    const found = place.safeParse(document?.value).data;
    return { place: found ?? { since: Math.floor(now().getTime() / 1000) }, etag: document?.etag ?? 'new' };
  }

  /** The new eTag; undefined when another process has gone on. */
  const kept = (account: string, value: Place, etag: string): Promise<string | undefined> =>
    documents.write(kind, account, value, etag).catch((error: unknown) => {
      if (error instanceof StaleError) return undefined;
      throw error;
    });

  async function pull(account: string, cursor: string | undefined, token: string | undefined) {
    const asked = { open_kfid: account, limit, ...(cursor !== undefined && { cursor }) };
    const called = await api.call('kf/sync_msg', { ...asked, ...(token !== undefined && { token }) });
    const again = called.state !== 'ok' && called.errcode === badToken && token !== undefined;
    return again ? api.call('kf/sync_msg', asked) : called;
  }

  /** Each customer's things in their order, those of several side by side. */
  async function takeAll(account: string, since: number, list: readonly unknown[]): Promise<void> {
    const items = list.flatMap((each): Item[] => {
      const read = item.safeParse(each);
      if (!read.success)
        log.warn({ account, fields: read.error.issues.map(({ path }) => path.join('.')) }, 'kf item not understood');
      return read.success ? [read.data] : [];
    });
    const own = items.flatMap((each) => {
      const to = each.send_time < since - slack ? undefined : addressOf(each, account);
      return to?.open_kfid === account ? [{ item: each, to }] : [];
    });
    const queues = Map.groupBy(own, ({ to }) => conversationOf(to));
    const taken = [...queues.values()].map(async (queue) => {
      for (const each of queue) await take(each.item, each.to);
    });
    const ends = await Promise.allSettled(taken);
    const failed = ends.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  return {
    async begin(account) {
      const { place, etag } = await placeOf(account);
      if (etag === 'new') await kept(account, place, etag);
    },
    async run(account, token) {
      let here = await placeOf(account);
      for (;;) {
        const { cursor, since } = here.place;
        const called = await pull(account, cursor, token);
        if (called.state !== 'ok') return called;
        const read = page.safeParse(called.answer);
        if (!read.success) return { state: 'retry', reason: 'no such answer to sync_msg' };
        const { next_cursor, has_more, msg_list } = read.data;
        await takeAll(account, since, msg_list);
        const moved = next_cursor !== undefined && next_cursor !== '' && next_cursor !== cursor;
        if (moved) {
          const next = { since, cursor: next_cursor };
          const etag = await kept(account, next, here.etag);
          here = etag === undefined ? await placeOf(account) : { place: next, etag };
        }
        if (has_more !== 1) return undefined;
        if (!moved) return { state: 'retry', reason: 'has_more without a new cursor' };
      }
    },
  };
}
