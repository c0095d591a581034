/** One turn: the dialogs work on a copy of the document, and what they say is collected; nothing is kept here. */
import { randomUUID } from 'node:crypto';
import { helpAfter } from '../dialogs/handoverTurn.ts';
import { heardAs, languageAfter, languageOf } from '../dialogs/heard.ts';
import { greeting as greetingReply } from '../dialogs/main.ts';
import { newerDue } from '../dialogs/newer.ts';
import { noticeDue } from '../dialogs/notice.ts';
import type { Reply } from '../dialogs/reply.ts';
import { isForOthers, layIn } from '../dialogs/session.ts';
import { words } from '../dialogs/wording.ts';
import type { Guide } from '../knowledge/guide.ts';
import { type Language, say } from '../knowledge/language.ts';
import type { Overlay } from '../knowledge/overlay.ts';
import { type CaseRecord, type ConversationRecord, openCase } from '../state/conversation.ts';
import type { DeskItem } from '../state/deskItem.ts';
import type { Help } from '../state/help.ts';
import { holdsMasked } from '../state/mask.ts';
import type { Store } from '../state/store.ts';
import type { Turn } from '../state/talks.ts';
import { Assistant } from './assistant.ts';
import type { Presenting } from './channels/channel.ts';
import type { ChecklistKeeper, NewChecklist } from './checklists/keeper.ts';
import type { Incoming } from './conversations.ts';
import { dayIn } from './dayIn.ts';
import { deskSide, owedAgain, silentTurn, staffTurn } from './handover.ts';
import { InProcessAdapter } from './inProcessAdapter.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { ExportKeeper } from './ownData/exports.ts';
import { type TurnData, turnData } from './ownData/turnData.ts';
import { paged, waitingPages, withTold } from './paging.ts';
import { newReference } from './problem.ts';
import { openSpeakers } from './staff/speaker.ts';
import { activityOf, questionOf, reasons, type Sent, why } from './turnActivity.ts';

export interface HallOptions {
  store: Store;
  log: Log;
  /** The guide that answers: the newest one on file. */
  guideId: string;
  /** A guide by its id, where others than those of the project are on file. */
  guides?: (id: string) => Guide;
  /** What staff have published on a guide (that which answers, where none is named), read at each turn; nothing without it. */
  overlay?: (guideId?: string) => Overlay | null;
  /** Counts turns, their seconds and their failures. */
  metrics?: Metrics;
  /** The clock. */
  now: () => Date;
  /** IANA zone in which 今天 is meant. */
  timeZone: string;
  present: Presenting['present'];
  /** How messages look on the channel of this name; `present` where it is not known. */
  channel?: (name: string) => Presenting | undefined;
  /** Days that a conversation is kept after its last word. */
  retentionDays: number;
  /** Makes a checklist of each verdict; none where there is nothing to open it with. */
  checklists?: ChecklistKeeper;
  /** Makes links to the person's own data, likewise. */
  exports?: ExportKeeper;
  /** Told after each commit that leaves something to be sent. */
  committed?: () => void;
  /** When somebody is at the help desk, as people are told; undefined where nobody has said. */
  officeHours?: (now: Date) => { text: string; open?: boolean } | undefined;
  /** Told after the commit: a new item waits for somebody at the help desk. */
  desked?: (waiting: { conversation: string; channel: string; item: DeskItem }) => void;
}

/** The language of somebody who has not written yet, and of what is said outside conversations. */
export const language: Language = 'zh';

/** Milliseconds of silence after which somebody is welcomed back. */
const awayAfter = 4 * 60 * 60 * 1000;

/** Whether the person was last heard long before. */
export const isAway = ({ heardAt }: ConversationRecord, now: Date): boolean =>
  heardAt !== undefined && now.getTime() - Date.parse(heardAt) >= awayAfter;

/** Set when the button that was pressed belongs to another question than the one that is open now. */
export function staleFor(
  incoming: Pick<Incoming, 'value'>,
  record: ConversationRecord,
): { asking: boolean } | undefined {
  const pressed = questionOf(incoming);
  if (pressed === undefined) return undefined;
  const asking = openCase(record)?.asking?.id;
  return pressed === asking ? undefined : { asking: asking !== undefined };
}

const withoutAwaiting = ({ awaits: _gone, ...help }: Help): Help => help;

export interface Turned {
  record: ConversationRecord;
  sent: Sent[];
  /** Checklists whose links stand in what is sent. */
  made: NewChecklist[];
  /** Absent when the turn failed. */
  data?: TurnData;
}

/** Gives the way to run turns. When one fails, the answers stay as they were, the dialogs begin anew, and the person is told calmly. */
export function turns(options: HallOptions): (incoming: Incoming, turn: Turn) => Promise<Turned> {
  const { store, log, guideId, guides, overlay, now, present, checklists, exports, retentionDays } = options;
  const adapter = new InProcessAdapter();
  const assistant = new Assistant();
  const today = dayIn(options.timeZone);
  const speakers = openSpeakers(store.documents, now);

  return async function run(incoming: Incoming, { record: before, heard, lines, address }: Turn): Promise<Turned> {
    // The dialogs put new values into it and change none that is there, but for their own state.
    const record = { ...before, dialog: JSON.parse(JSON.stringify(before.dialog)) };
    const { timeZone } = options;
    const standing = languageOf(record);
    const typed = activityOf(incoming).text ?? '';
    // A button, what others wrote and what staff do change no language.
    const keeps = heard.from === 'staff' || questionOf(incoming) !== undefined || incoming.forwarded === true;
    const language = keeps ? standing : languageAfter(typed, record);
    const data = turnData(record, { store, lines, exports, keptDays: retentionDays, now: now(), timeZone });
    const made: NewChecklist[] = [];
    const shape = options.channel?.(incoming.channel) ?? { present };
    const replies: Reply[] = [];
    const shown = (reply: Reply, current?: CaseRecord): Sent => {
      replies.push(reply);
      const checklist = reply.verdict && checklists?.make(reply.verdict);
      if (checklist) made.push(checklist);
      const said = language === 'zh' ? reply : { ...reply, language };
      return { ...shape.present(said, checklist?.links), [why]: reasons(reply, current) };
    };
    try {
      const speaker = await speakers.of(incoming, { address, heardAt: before.heardAt });
      const session = {
        record,
        today: today(now()),
        guideId,
        overlay: overlay?.() ?? null,
        overlayOf: (id: string) => overlay?.(id) ?? null,
        ...(guides && { guides }),
        language,
        away: isAway(record, now()),
        group: incoming.group === true,
        forwarded: incoming.forwarded === true,
        ...(speaker && { speaker }),
        voidCode: speakers.voidCode,
        present: shown,
        newId: randomUUID,
        ...data.session,
        desk: deskSide(heard, now(), { hours: options.officeHours?.(now()), seat: shape.seat === true, lines }),
      };
      const handover = { heard, session, shape, now: now() };
      if (heard.from === 'staff') {
        const sent = await staffTurn(handover);
        return { record: withTold(record, sent.length, shape, now()), sent, made, data };
      }
      const again = await owedAgain(lines, { session, shape, timeZone });
      const quiet = await silentTurn(handover);
      if (quiet) {
        record.heardAt = now().toISOString();
        const sent = [...again, ...quiet];
        return { record: withTold(record, sent.length, shape, now(), heard.at), sent, made, data };
      }
      const notice = noticeDue(record, retentionDays, language, now());
      const begun = { first: before.heardAt === undefined, greeted: incoming.greeted === true };
      const newer = newerDue(session, begun);
      const activity = activityOf(incoming);
      const aside = holdsMasked(activity.text ?? '') ? { text: words(language).masked } : undefined;
      // A button answers its own question, and is no question for the desk.
      if (questionOf(incoming) !== undefined && record.help) record.help = withoutAwaiting(record.help);
      const waited = waitingPages(activity.text ?? '', record);
      const stale = isForOthers(session) ? undefined : staleFor(incoming, record);
      // The open question is asked again.
      if (stale) activity.text = words('zh').start;
      record.heardAt = now().toISOString();
      const foreign = stale || waited || isForOthers(session) ? undefined : heardAs(typed, session, standing);
      if (foreign && 'text' in foreign) activity.text = foreign.text;
      const askedBack = foreign && 'reply' in foreign ? [shown(foreign.reply, openCase(record))] : undefined;
      const onward = !waited && !askedBack && !(stale && !stale.asking);
      const sent = onward
        ? await adapter.turn(
            activity,
            (context) => layIn(context, session),
            (context) => assistant.run(context),
          )
        : (askedBack ?? waited ?? []);
      const greets = address && before.heardAt === undefined && !incoming.greeted && !incoming.group;
      const greeting = greets ? greetingReply(guideId, retentionDays, language, guides) : undefined;
      const first = [greeting, notice, newer, aside, stale && { text: words(language).staleChoice }];
      const ahead = data.deleting ? [] : first.flatMap((each) => (each ? [shown(each)] : []));
      const help = helpAfter(session, activity.text ?? '', replies);
      if (help) record.help = help;
      const counted = { at: heard.at, now: now(), language, waited, before: again.length };
      const said = paged([...ahead, ...sent], shape, record, counted);
      return { record: said.record, sent: [...again, ...said.now], made, data };
    } catch (error) {
      const reference = newReference();
      log.error({ err: error, reference }, 'turn failed');
      // Nobody waits for an answer to what the desk does.
      if (heard.from === 'staff') return { record: before, sent: [], made: [] };
      const failed = shown({ text: say(words(language).failed, { reference }) }, openCase(before));
      return { record: { ...before, dialog: {} }, sent: [failed], made: [] };
    }
  };
}
