/** Everything that somebody must know to answer one item, gathered: what was asked, what is known, what was tried, what was said. */

import type { Guide } from '../../../knowledge/guide.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { type ConversationRecord, openCase } from '../../../state/conversation.ts';
import type { DeskItem } from '../../../state/deskItem.ts';
import { summarise } from '../../../state/summarise.ts';
import type { DeskSpan } from '../../../state/summary.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Window } from '../../channels/channel.ts';
import { dayIn } from '../../dayIn.ts';
import type { Member, StaffSurroundings } from '../route.ts';
import { type ShownLine, shownTranscript } from '../transcripts/shown.ts';
import { type Delivered, type DeliveryState, deliveriesOf } from './deliveries.ts';
import { askedTheSame, type Entry } from './entries.ts';
import { type CaseShown, caseShown } from './facts.ts';
import type { Finder } from './find.ts';
import { actFor, type Replies } from './replies.ts';
import { type Tried, triedIn } from './tried.ts';

/** Lines of the talk that are shown at first. */
const mostLines = 20;
/** Others who can be told at once; whoever is more stays in the queue, and is offered again. */
const mostOthers = 100;

export interface Packet {
  conversation: string;
  channel: string;
  item: DeskSpan;
  /** The line of the question; absent where it is no longer known. */
  seq?: number;
  /** The talk's last lines, and how many there were before. */
  lines: readonly ShownLine[];
  earlier: number;
  /** The number of the last line of all. */
  last: number;
  case?: CaseShown;
  tried: Tried[];
  window?: Window | undefined;
  /** Who waits for an answer to the same question. */
  others: Entry[];
  deliveries: Delivered[];
}

/** What the page refreshes. */
export type LivePacket = Pick<Packet, 'conversation' | 'item' | 'window' | 'deliveries' | 'channel'> & {
  /** After the line that was seen last. */
  lines: readonly ShownLine[];
  last: number;
};

interface Gathering extends StaffSurroundings {
  finder: Finder;
  replies: Pick<Replies, 'read'>;
  /** Answers to others that have arrived, by act: for what is looked at every few seconds. */
  arrived: Map<string, DeliveryState>;
}

/** Undefined when there is no such item, or its conversation was deleted. */
export async function packetOf(given: Gathering, id: string, member: Member): Promise<Packet | undefined> {
  const found = await talkOf(given, id, 'beginning');
  if (!found) return undefined;
  const { record, lines, item, seq } = found;
  const { finder, env, now } = given;
  const shown = shownTranscript(lines).lines;
  const guide = given.guide();
  const current = openCase(record);
  const today = dayIn(env.TZ)(now());
  const asking = { overlay: given.overlay(current?.guide), today, role: member.role, question: item.question };
  const entry = { conversation: record.id, span: item };
  return {
    conversation: record.id,
    channel: record.channel,
    item,
    ...(seq !== undefined && { seq }),
    lines: shown.slice(-mostLines),
    earlier: Math.max(0, shown.length - mostLines),
    last: lines.at(-1)?.seq ?? 0,
    ...(current && { case: caseShown(current, { ...asking, guide: guideFor(current.guide, guide) }) }),
    tried: triedIn(lines, seq),
    window: await given.channels.get(record.channel)?.window?.(record.id),
    others: item.state === 'closed' ? [] : askedTheSame(await finder.list(), entry, member.id).slice(0, mostOthers),
    deliveries: await withOthers(given, deliveriesOf(lines, item.item)),
  };
}

/** What has changed since the line of this number. */
export async function liveOf(given: Gathering, id: string, afterSeq: number): Promise<LivePacket | undefined> {
  const found = await talkOf(given, id, 'question');
  if (!found) return undefined;
  const { record, lines, item } = found;
  return {
    conversation: record.id,
    channel: record.channel,
    item,
    lines: shownTranscript(lines)
      .lines.filter(({ line }) => line.seq > afterSeq)
      .slice(-mostLines * 5),
    last: lines.at(-1)?.seq ?? 0,
    window: await given.channels.get(record.channel)?.window?.(record.id),
    deliveries: await withOthers(given, deliveriesOf(lines, item.item), given.arrived),
  };
}

interface Talk {
  record: ConversationRecord;
  lines: TranscriptLine[];
  item: DeskSpan;
  seq?: number;
}

/** @param from `question`: only the lines since it was asked, where the document says when */
async function talkOf(
  { store, finder }: Gathering,
  id: string,
  from: 'beginning' | 'question',
): Promise<Talk | undefined> {
  const conversation = await finder.conversationOf(id);
  const record = conversation === undefined ? undefined : await store.talks.load(conversation);
  if (!record) return undefined;
  const { desk } = record;
  const here = desk?.id === id ? desk : undefined;
  const lines = await store.talks.read(record.id, here && from === 'question' ? Math.max(0, here.seq - 1) : 0);
  // The document says what is so now; what is closed stands in the transcript alone.
  if (here) return { record, lines, item: spanOf(here), seq: here.seq };
  const { summary } = summarise(undefined, record.id, record.channel, lines);
  const item = summary.desk.find((each) => each.item === id);
  return item && { record, lines, item };
}

const spanOf = ({ id, state, question, why, askedAt, takenAt, answeredAt, by }: DeskItem): DeskSpan => ({
  item: id,
  state,
  question,
  why,
  askedAt,
  ...(takenAt !== undefined && { takenAt }),
  ...(answeredAt !== undefined && { answeredAt }),
  ...(by && { by }),
});

/** A case keeps the guide with which it began; one that is there no longer is an error, never another year's. */
function guideFor(id: string, current: Guide): Guide {
  return id === current.id ? current : loadGuide(id);
}

/**
 * The same answer in other conversations.
 * @param arrived what is known to be there, by act: it is not looked at again
 */
async function withOthers(
  given: Gathering,
  deliveries: Delivered[],
  arrived: ReadonlyMap<string, DeliveryState> = new Map(),
): Promise<Delivered[]> {
  return Promise.all(
    deliveries.map(async (each) => {
      const items = (await given.replies.read(each.act))?.others ?? [];
      const others = await Promise.all(
        items.map(async (item) => {
          const act = actFor(each.act, item);
          return { item, state: arrived.get(act) ?? (await deliveredTo(given, item, act)) };
        }),
      );
      return others.length > 0 ? { ...each, others } : each;
    }),
  );
}

/** Acts that are remembered. */
const mostArrived = 5000;

async function deliveredTo(
  { store, finder, arrived }: Gathering,
  item: string,
  act: string,
): Promise<DeliveryState | undefined> {
  const conversation = await finder.conversationOf(item);
  const lines = conversation === undefined ? [] : await store.talks.read(conversation, 0);
  const state = deliveriesOf(lines, item).find((each) => each.act === act)?.state;
  if (arrived.size > mostArrived) arrived.clear();
  if (state === 'sent' || state === 'visible') arrived.set(act, state);
  return state ?? (lines.some(({ activity }) => activity.id === act) ? 'pending' : undefined);
}
