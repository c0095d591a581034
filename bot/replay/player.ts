/**
 * Says past messages again to the real dialogs, on the days on which they were said, and gives what they reply. Nothing is kept, sent or made:
 * every talk begins with a document of its own, which is thrown away.
 */

import { helpAfter } from '../../dialogs/handoverTurn.ts';
import { heardAs, languageAfter, languageOf } from '../../dialogs/heard.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { isForOthers, layIn, type Speaker } from '../../dialogs/session.ts';
import { words } from '../../dialogs/wording.ts';
import type { Guide } from '../../knowledge/guide.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { type ConversationRecord, newConversation } from '../../state/conversation.ts';
import { Assistant } from '../assistant.ts';
import { dayIn } from '../dayIn.ts';
import { InProcessAdapter } from '../inProcessAdapter.ts';
import { isAway, staleFor } from '../turn.ts';
import { activityOf } from '../turnActivity.ts';
import type { PastTalk, PastTurn } from './pastTalk.ts';

/** What the dialogs go by. */
export interface Knowledge {
  /** In the place of the guide of the same id. */
  guide?: Guide;
  overlay: Overlay | null;
}

/** What was replied to one message; undefined when the turn failed. */
export type Played = readonly Reply[] | undefined;

/** Milliseconds of silence that end a talk of one's own of somebody who is linked. */
const restsAfter = 24 * 60 * 60 * 1000;

/** Who speaks: whether somebody linked themselves is known by what was replied then. */
function speakerOf({ at, linked }: PastTurn, staff: Speaker['staff'], heardAt: string | undefined): Speaker {
  const member = { id: 'staff', name: '' };
  return {
    ...(staff && { staff }),
    rested: heardAt !== undefined && Date.parse(at) - Date.parse(heardAt) >= restsAfter,
    bind: async () => (linked ? member : 'wrong'),
    unbind: async () => {},
  };
}

/** @param timeZone IANA zone in which 今天 is meant */
export function player({ guide, overlay }: Knowledge, timeZone: string): (talk: PastTalk) => Promise<Played[]> {
  const adapter = new InProcessAdapter();
  const assistant = new Assistant();
  const today = dayIn(timeZone);
  const guides = (id: string): Guide => (guide?.id === id ? guide : loadGuide(id));

  async function turn(
    talk: PastTalk,
    past: PastTurn,
    record: ConversationRecord,
    newId: () => string,
    speaker: Speaker,
  ): Promise<Reply[]> {
    const { text, pressed, group, forwarded } = past;
    const replies: Reply[] = [];
    const at = new Date(past.at);
    const standing = languageOf(record);
    const session: Parameters<typeof helpAfter>[0] = {
      record,
      today: today(at),
      guideId: talk.guide,
      guides,
      overlay,
      language: languageAfter(text, record),
      away: isAway(record, at),
      group: group === true,
      forwarded: forwarded === true,
      ...(!group && { speaker }),
      // A wish for a person is noted at once: what is said next is heard as a question again.
      desk: { now: past.at, seq: past.seq, lastWords: async () => ({ seq: past.seq, question: text }) },
      present(reply) {
        replies.push(reply);
        return { type: 'message', text: reply.text };
      },
      newId,
      keptDays: 0,
      kept: async () => ({ messages: 0, since: '', until: '', checklists: 0 }),
      exportLink: () => undefined,
      deleteAll() {},
    };
    const { conversation, channel } = talk;
    const from = { id: 'person' };
    const activity = activityOf({ id: String(past.seq), channel, conversation, from, type: 'message', text });
    const stale = isForOthers(session)
      ? undefined
      : staleFor({ value: pressed === undefined ? undefined : { question: pressed } }, record);
    if (stale) activity.text = words('zh').start;
    const foreign = stale || isForOthers(session) ? undefined : heardAs(text, session, standing);
    if (foreign && 'reply' in foreign) return [foreign.reply];
    if (foreign) activity.text = foreign.text;
    record.heardAt = past.at;
    if (stale && !stale.asking) return replies;
    await adapter.turn(
      activity,
      (context) => layIn(context, session),
      (context) => assistant.run(context),
    );
    const help = helpAfter(session, activity.text ?? '', replies);
    if (help) record.help = help;
    return replies;
  }

  return async function play(talk) {
    let record = newConversation(talk.conversation, talk.channel);
    let staff: Speaker['staff'];
    let ids = 0;
    const newId = (): string => {
      ids += 1;
      return `case-${ids}`;
    };
    const played: Played[] = [];
    for (const past of talk.turns) {
      const before = { ...record, dialog: structuredClone(record.dialog) };
      const speaker = speakerOf(past, staff, record.heardAt);
      try {
        played.push(await turn(talk, past, record, newId, speaker));
        staff = speaker.staff;
      } catch {
        // As in the hall: the answers stay as they were, the dialogs begin anew.
        record = { ...before, dialog: {} };
        played.push(undefined);
      }
    }
    return played;
  };
}
