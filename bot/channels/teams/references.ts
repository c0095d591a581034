/**
 * Where conversations can be written to without being asked: kept from the installation to the removal of the bot, so that a restart
 * knows them. Nobody is named in it, only the place. A thread of a channel is written to by the reference of its channel. Other channels
 * than Teams install nothing: their conversations end by themselves, and are known to this process only.
 */
import { type Documents, StaleError } from '../../../state/documents.ts';
import type { Store } from '../../../state/store.ts';
import { conversationOf, placeOf, type TeamsActivity } from './activity.ts';
import { addressOf, type Reference, referenceOf } from './send.ts';

const kind = 'teams-reference';

export interface References {
  /** The bot is, or will be, there; whether nothing was known of it before. */
  meet(activity: TeamsActivity): Promise<boolean>;
  /** Whether anything is known of the conversation's place: then it was greeted. */
  knows(conversation: string): Promise<boolean>;
  /** Somebody has written from there. */
  heard(activity: TeamsActivity): Promise<void>;
  /** How to write into the hall's conversation. */
  of(conversation: string): Promise<Reference | undefined>;
  forget(conversation: string): Promise<void>;
  /** Forgets those of which nothing is kept and nothing was heard since. */
  sweep(since: Date): Promise<void>;
}

/** How many are known not to have changed; beyond them the document is read again. */
const mostFresh = 5000;

export function references({ documents, talks }: Pick<Store, 'documents' | 'talks'>, now: () => Date): References {
  /** What was last written of a place, by this process. */
  const fresh = new Map<string, string>();

  /** Writes unless it is there already, whoever else writes at the same time. */
  async function put(place: string, to: Reference, etag: string): Promise<boolean> {
    try {
      await documents.write(kind, place, { to, at: now().toISOString() }, etag);
      return true;
    } catch (error) {
      if (error instanceof StaleError) return false;
      throw error;
    }
  }

  function keepFresh(place: string, to: Reference): void {
    fresh.delete(place);
    fresh.set(place, JSON.stringify(to));
    const [oldest] = fresh.keys();
    if (fresh.size > mostFresh && oldest !== undefined) fresh.delete(oldest);
  }

  async function meet(activity: TeamsActivity): Promise<boolean> {
    const to = placeReference(activity);
    if (!to) return false;
    const place = placeOf(conversationOf(activity));
    const isNew = isInstalled(to) ? await put(place, to, 'new') : !fresh.has(place);
    keepFresh(place, to);
    return isNew;
  }

  return {
    meet,
    async heard(activity) {
      const to = placeReference(activity);
      const place = placeOf(conversationOf(activity));
      if (!to || fresh.get(place) === JSON.stringify(to)) return;
      if (isInstalled(to)) {
        const known = await documents.read(kind, place);
        const same = JSON.stringify(storedIn(known)) === JSON.stringify(to);
        if (!same) await put(place, to, known?.etag ?? 'new');
      }
      keepFresh(place, to);
    },
    async knows(conversation) {
      const place = placeOf(conversation);
      return fresh.has(place) || (await documents.read(kind, place)) !== undefined;
    },
    async of(conversation) {
      const place = placeOf(conversation);
      const here = referenceOf(JSON.parse(fresh.get(place) ?? 'null'));
      // Another process may know that the bot was removed.
      const to = here && !isInstalled(here) ? here : storedIn(await documents.read(kind, place));
      const id = conversation.replace(/^teams:/, '');
      return to && { ...to, conversation: { ...to.conversation, id } };
    },
    async forget(conversation) {
      fresh.delete(placeOf(conversation));
      await documents.remove(kind, placeOf(conversation));
    },
    async sweep(since) {
      for await (const each of documents.list(kind)) {
        if (heardAt(each) >= since.toISOString() || (await talks.exists(each.id))) continue;
        await documents.remove(kind, each.id);
      }
    },
  };
}

const isInstalled = ({ channelId }: Reference): boolean => channelId === 'msteams';

type Found = Awaited<ReturnType<Documents['read']>>;

/** The place alone: no person, no activity, no thread. */
function placeReference(activity: TeamsActivity): Reference | undefined {
  const to = addressOf(activity);
  if (!to) return undefined;
  const { serviceUrl, channelId, bot, conversation } = to;
  const { id, conversationType, tenantId, isGroup } = conversation;
  const place = { id: placeOf(id), conversationType, tenantId, isGroup };
  return referenceOf(JSON.parse(JSON.stringify({ serviceUrl, channelId, bot, conversation: place })));
}

function storedIn(found: Found): Reference | undefined {
  const { value } = found ?? {};
  return typeof value === 'object' && value !== null && 'to' in value ? referenceOf(value.to) : undefined;
}

function heardAt({ value }: NonNullable<Found>): string {
  return typeof value === 'object' && value !== null && 'at' in value ? String(value.at) : '';
}
