/** botbuilder's `TranscriptStore` over our transcripts: what other software logs and reads of conversations through its interface. */
import type { Activity, PagedResult, TranscriptInfo, TranscriptStore } from 'botbuilder';
import { mask, maskDeep } from '../mask.ts';
import type { Store } from '../store.ts';
import { isDeed, type TranscriptLine } from '../transcript.ts';

const pageSize = 20;

/** Behind a last page that is full: callers tell the end by a page that is not. */
const end = 'end';

export interface TranscriptStoreOptions {
  /** The guide that lines name which are logged here. */
  guide: string;
  now: () => Date;
}

/** Arguments that are missing throw at once, as those of botbuilder's own stores do; a token of others rejects with RangeError. */
export function botbuilderTranscripts(
  { transcripts, talks }: Pick<Store, 'transcripts' | 'talks'>,
  { guide, now }: TranscriptStoreOptions,
): TranscriptStore {
  /** A conversation is on one channel. */
  async function isOn(channel: string, conversation: string): Promise<boolean> {
    return (await transcripts.search({ channel, conversation }, { most: 1 })).items.length > 0;
  }

  async function activitiesFrom(
    conversation: string,
    token: string | undefined,
    startDate: Date | undefined,
  ): Promise<PagedResult<Activity>> {
    const lines = await talks.read(conversation, seqIn(token));
    const from = startDate?.toISOString() ?? '';
    // What staff did is nothing that was said.
    const page = lines.filter((line) => line.at >= from && !isDeed(line)).slice(0, pageSize);
    return paged(page.map(activityOf), page.length === pageSize ? String(page.at(-1)?.seq) : undefined);
  }

  return {
    logActivity(activity) {
      const { channelId, conversation } = needed(activity, 'activity');
      const channel = needed(channelId, 'channelId');
      const id = needed(conversation?.id, 'conversation.id');
      return transcripts.append(id, channel, [lineOf(activity, guide, now())]);
    },

    getTranscriptActivities(channelId, conversationId, continuationToken, startDate) {
      const channel = needed(channelId, 'channelId');
      const conversation = needed(conversationId, 'conversationId');
      return isOn(channel, conversation).then((on) =>
        on ? activitiesFrom(conversation, continuationToken ?? undefined, startDate) : paged<Activity>([]),
      );
    },

    listTranscripts(channelId, continuationToken) {
      const channel = needed(channelId, 'channelId');
      if (continuationToken === end) return Promise.resolve(paged<TranscriptInfo>([]));
      const next = continuationToken ? { next: continuationToken } : {};
      return transcripts.list(channel, { most: pageSize, ...next }).then((page) => {
        const items = page.items.map(({ conversation, begunAt }) => {
          return { channelId: channel, id: conversation, created: new Date(begunAt) };
        });
        return paged(items, page.next ?? (items.length === pageSize ? end : undefined));
      });
    },

    deleteTranscript(channelId, conversationId) {
      const channel = needed(channelId, 'channelId');
      const conversation = needed(conversationId, 'conversationId');
      return isOn(channel, conversation).then((on) => (on ? transcripts.remove(conversation) : undefined));
    },
  };
}

function needed<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null || value === '') throw new TypeError(`missing ${what}`);
  return value;
}

function seqIn(token: string | undefined): number {
  if (token === undefined || token === '') return 0;
  if (!/^[1-9]\d{0,14}$/.test(token)) throw new RangeError('翻页标记不对');
  return Number(token);
}

/** The type says that there always is a token; at the end there is none, as in botbuilder's own stores. */
function paged<T>(items: T[], continuationToken?: string): PagedResult<T> {
  return { items, continuationToken } as PagedResult<T>;
}

function lineOf(activity: Activity, guide: string, now: Date): Omit<TranscriptLine, 'seq'> {
  const at = new Date(activity.timestamp ?? now);
  const from = activity.from?.role === 'bot' ? 'bot' : 'person';
  return { at: at.toISOString(), from, activity: kept(activity), guide, overlay: null };
}

/** Plain, and masked like everything that is kept; ids stay, since activities are found by them. */
function kept(activity: Activity): Record<string, unknown> {
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(activity));
  const said = ['text', 'summary', 'speak', 'value', 'attachments', 'channelData', 'suggestedActions', 'entities'];
  const named = (account: unknown): unknown =>
    typeof account === 'object' && account !== null && 'name' in account && typeof account.name === 'string'
      ? { ...account, name: mask(account.name) }
      : account;
  return Object.fromEntries(
    Object.entries(plain).map(([key, value]) => {
      if (said.includes(key)) return [key, maskDeep(value)];
      return [key, key === 'from' || key === 'recipient' ? named(value) : value];
    }),
  );
}

/** The activity as it was logged, its times revived. */
function activityOf({ activity }: TranscriptLine): Activity {
  const times = ['timestamp', 'localTimestamp', 'expiration'].flatMap((key) => {
    const time = activity[key];
    return typeof time === 'string' ? [[key, new Date(time)]] : [];
  });
  // Of a line, which holds an activity.
  return { ...activity, ...Object.fromEntries(times) } as Activity;
}
