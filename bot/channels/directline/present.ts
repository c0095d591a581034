/** Transcript lines as Direct Line activities: numbered ids, who spoke, which activity a reply belongs to. */

import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Conversations } from '../../conversations.ts';
import { botAccount, deskAccount, personAccount } from './accounts.ts';

export interface ActivitySet {
  activities: Record<string, unknown>[];
  watermark: string;
}

export interface Presenter {
  /** The activities of these lines of one conversation; what the help desk did beside writing is for nobody else. */
  present(conversation: string, lines: TranscriptLine[]): Promise<Record<string, unknown>[]>;
  /** The id by which the line of an accepted activity is shown, if it has a line. */
  shownId(conversation: string, activityId: string): Promise<string | undefined>;
  /** Remembers under which ids these lines are shown. */
  note(conversation: string, lines: TranscriptLine[]): void;
}

/** How many ids are remembered so that the transcript need not be read again for a reply. */
const mostNoted = 20_000;

const shown = (conversation: string, seq: number) => `${conversation}|${String(seq).padStart(7, '0')}`;

function account(line: TranscriptLine): Record<string, unknown> {
  if (line.from === 'bot') return botAccount;
  if (line.from === 'staff') return deskAccount;
  return personAccount(line.activity.from);
}

/** What the help desk does is seen by nobody; what it writes is. */
export const isShown = ({ from, activity }: TranscriptLine): boolean =>
  from === 'person' || activity.type === 'message';

export function makePresenter(conversations: Conversations): Presenter {
  // undefined: looked for, and there is no such line (an event, say).
  const noted = new Map<string, number | undefined>();
  const keyOf = (conversation: string, activityId: string) => `${conversation}\n${activityId}`;

  function note(conversation: string, lines: TranscriptLine[]): void {
    for (const { seq, from, activity } of lines) {
      if (from === 'person' && typeof activity.id === 'string') noted.set(keyOf(conversation, activity.id), seq);
    }
    for (const oldest of noted.keys()) {
      if (noted.size <= mostNoted) break;
      noted.delete(oldest);
    }
  }

  async function shownId(conversation: string, activityId: string): Promise<string | undefined> {
    const key = keyOf(conversation, activityId);
    if (!noted.has(key)) {
      note(conversation, await conversations.read(conversation, 0));
      if (!noted.has(key)) noted.set(key, undefined);
    }
    const seq = noted.get(key);
    return seq === undefined ? undefined : shown(conversation, seq);
  }

  async function present(conversation: string, lines: TranscriptLine[]): Promise<Record<string, unknown>[]> {
    note(conversation, lines);
    const activities: Record<string, unknown>[] = [];
    for (const line of lines.filter(isShown)) {
      const { replyToId, ...activity } = line.activity;
      // What the help desk writes answers no activity of the client's.
      const replies = typeof replyToId === 'string' && line.from !== 'staff';
      const repliesTo = replies ? await shownId(conversation, replyToId) : undefined;
      activities.push({
        ...activity,
        id: shown(conversation, line.seq),
        timestamp: line.at,
        channelId: 'directline',
        conversation: { id: conversation },
        from: account(line),
        ...(repliesTo === undefined ? {} : { replyToId: repliesTo }),
      });
    }
    return activities;
  }

  return { present, shownId, note };
}
