/** What one turn may learn and do about the person's own data; nothing of it happens before the turn is committed. */
import type { Session } from '../../dialogs/session.ts';
import type { ConversationRecord } from '../../state/conversation.ts';
import type { Store } from '../../state/store.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import type { ExportKeeper, NewExport } from './exports.ts';

export interface TurnData {
  session: Pick<Session, 'keptDays' | 'kept' | 'exportLink' | 'deleteAll'>;
  /** Links that stand in the turn's replies. */
  made: NewExport[];
  /** Whether everything is to be deleted. */
  deleting: boolean;
}

interface TurnDataOptions {
  store: Store;
  /** Everything that was said so far. */
  lines: () => Promise<TranscriptLine[]>;
  exports?: ExportKeeper | undefined;
  keptDays: number;
  now: Date;
  /** IANA zone of the days that are shown. */
  timeZone: string;
}

const day = 24 * 60 * 60 * 1000;

export function turnData(record: ConversationRecord, options: TurnDataOptions): TurnData {
  const { store, exports, keptDays, now, timeZone } = options;
  const dayOf = (time: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(time);
  const data: TurnData = {
    made: [],
    deleting: false,
    session: {
      keptDays,
      async kept() {
        const lines = await options.lines();
        const checklists = await Promise.all(record.checklists.map((id) => store.checklists.load(id, now)));
        return {
          messages: lines.filter(({ from }) => from === 'person').length,
          answers: lines.filter(({ from, activity }) => from === 'staff' && activity.type === 'message').length,
          since: dayOf(new Date(lines[0]?.at ?? now)),
          until: dayOf(new Date(now.getTime() + keptDays * day)),
          checklists: checklists.filter((each) => each !== undefined).length,
        };
      },
      exportLink() {
        const made = exports?.make(record.id);
        if (made) data.made.push(made);
        return made?.url;
      },
      deleteAll() {
        data.deleting = true;
      },
    },
  };
  return data;
}
