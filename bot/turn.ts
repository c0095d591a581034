/** One turn: the dialogs work on a copy of the document, and what they say is collected; nothing is kept here. */
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { greeting as greetingReply } from '../dialogs/main.ts';
import { noticeDue } from '../dialogs/notice.ts';
import type { Reply } from '../dialogs/reply.ts';
import { layIn } from '../dialogs/session.ts';
import { words } from '../dialogs/wording.ts';
import { type Language, say } from '../knowledge/language.ts';
import { type CaseRecord, type ConversationRecord, openCase } from '../state/conversation.ts';
import { holdsMasked } from '../state/mask.ts';
import type { Store } from '../state/store.ts';
import type { Turn } from '../state/talks.ts';
import type { TranscriptLine } from '../state/transcript.ts';
import { Assistant } from './assistant.ts';
import type { Presenting } from './channels/channel.ts';
import type { ChecklistKeeper, NewChecklist } from './checklists/keeper.ts';
import type { Incoming } from './conversations.ts';
import { dayIn } from './dayIn.ts';
import { InProcessAdapter } from './inProcessAdapter.ts';
import type { Log } from './log.ts';
import type { ExportKeeper } from './ownData/exports.ts';
import { type TurnData, turnData } from './ownData/turnData.ts';
import { paged, waitingPages } from './paging.ts';
import { newReference } from './problem.ts';
import { activityOf, questionOf, reasons } from './turnActivity.ts';

export interface HallOptions {
  store: Store;
  log: Log;
  guideId: string;
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
  /** Told after each commit: something may be to be sent. */
  committed?: () => void;
}

/** Everybody is spoken to in Chinese; what other languages lack would fall back to it. */
export const language: Language = 'zh';

/** Milliseconds of silence after which somebody is welcomed back. */
const awayAfter = 4 * 60 * 60 * 1000;

const why = Symbol('why');
type Sent = Partial<Activity> & { [why]?: Partial<TranscriptLine> };

/** Set when the button that was pressed belongs to another question than the one that is open now. */
function staleFor(incoming: Incoming, record: ConversationRecord): { asking: boolean } | undefined {
  const pressed = questionOf(incoming);
  if (pressed === undefined) return undefined;
  const asking = openCase(record)?.asking?.id;
  return pressed === asking ? undefined : { asking: asking !== undefined };
}

/** What a reply rests on, for its line in the transcript. */
export const basisOf = (sent: Sent): Partial<TranscriptLine> | undefined => sent[why];

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
  const { store, log, guideId, now, present, checklists, exports, retentionDays } = options;
  const adapter = new InProcessAdapter();
  const assistant = new Assistant();
  const today = dayIn(options.timeZone);

  function isAway({ heardAt }: ConversationRecord): boolean {
    return heardAt !== undefined && now().getTime() - Date.parse(heardAt) >= awayAfter;
  }

  return async function run(incoming: Incoming, { record: before, heard, lines, address }: Turn): Promise<Turned> {
    // The dialogs put new values into it and change none that is there, but for their own state.
    const record = { ...before, dialog: JSON.parse(JSON.stringify(before.dialog)) };
    const { timeZone } = options;
    const data = turnData(record, { store, lines, exports, keptDays: retentionDays, now: now(), timeZone });
    const made: NewChecklist[] = [];
    const shape = options.channel?.(incoming.channel) ?? { present };
    const shown = (reply: Reply, current?: CaseRecord): Sent => {
      const checklist = reply.verdict && checklists?.make(reply.verdict);
      if (checklist) made.push(checklist);
      return { ...shape.present(reply, checklist?.links), [why]: reasons(reply, current) };
    };
    try {
      const session = {
        record,
        today: today(now()),
        guideId,
        language,
        away: isAway(record),
        group: incoming.group === true,
        forwarded: incoming.forwarded === true,
        present: shown,
        newId: randomUUID,
        ...data.session,
      };
      const notice = noticeDue(record, retentionDays, language, now());
      const activity = activityOf(incoming);
      const aside = holdsMasked(activity.text ?? '') ? { text: words(language).masked } : undefined;
      const waited = waitingPages(activity.text ?? '', record);
      const stale = staleFor(incoming, record);
      // The open question is asked again.
      if (stale) activity.text = words(language).start;
      record.heardAt = now().toISOString();
      const onward = !waited && !(stale && !stale.asking);
      const sent = onward
        ? await adapter.turn(
            activity,
            (context) => layIn(context, session),
            (context) => assistant.run(context),
          )
        : (waited ?? []);
      const greets = address && before.heardAt === undefined && !incoming.greeted && !incoming.group;
      const greeting = greets ? greetingReply(guideId, retentionDays, language) : undefined;
      const first = [greeting, notice, aside, stale && { text: words(language).staleChoice }];
      const ahead = data.deleting ? [] : first.flatMap((each) => (each ? [shown(each)] : []));
      const said = paged([...ahead, ...sent], shape, record, { at: heard.at, now: now(), language, waited });
      return { record: said.record, sent: said.now, made, data };
    } catch (error) {
      const reference = newReference();
      log.error({ err: error, reference, conversation: incoming.conversation }, 'turn failed');
      const failed = shown({ text: say(words(language).failed, { reference }) }, openCase(before));
      return { record: { ...before, dialog: {} }, sent: [failed], made: [] };
    }
  };
}
