/** Whole talks, said once by the project's own hall: what people say in them, and what they leave behind. */
import { presentActivity } from '../../../bot/channels/present.ts';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import { hall } from '../../../bot/hall.ts';
import { createLog } from '../../../bot/log.ts';
import type { Checklist } from '../../../state/checklists.ts';
import { type ConversationRecord, newConversation } from '../../../state/conversation.ts';
import { safeDisk } from '../../../state/lowdb/files.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import { interviewed, messageOf, personaOf } from '../../support/applicant.ts';
import { diskFolder } from './folder.ts';

export interface Finished {
  record: ConversationRecord;
  lines: TranscriptLine[];
  checklist: Checklist | undefined;
}

const people = ['ex-02', 'ex-04', 'ex-07', 'ex-12'];
let made: Promise<Finished[]> | undefined;

/** Made once. */
export function finishedTalks(): Promise<Finished[]> {
  made ??= make();
  return made;
}

/** What each of them answers, one after the other: all but what opens the interview and what leads to its verdict. */
export async function scriptsOf(): Promise<string[][]> {
  const talks = await finishedTalks();
  return talks.map(({ lines }) =>
    lines.flatMap(({ from, activity }) => (from === 'person' ? [String(activity.text)] : [])).slice(1, -1),
  );
}

async function make(): Promise<Finished[]> {
  const folder = await diskFolder('talks');
  const store = embeddedStore(folder.path, { disk: { ...safeDisk, durable: false } });
  const conversations = hall({
    store,
    log: createLog('error'),
    guideId: 'jx-intl-2023',
    now: () => new Date(),
    timeZone: 'Asia/Shanghai',
    present: presentActivity,
    retentionDays: 180,
    checklists: checklistKeeper({ address: () => 'http://127.0.0.1', now: () => new Date() }),
  });
  const finished: Finished[] = [];
  for (const id of people) {
    let said = 0;
    await interviewed(personaOf(id), async (text) => {
      said += 1;
      const activity = { id: `m${said}`, channel: 'directline', conversation: id, from: { id: 'me' }, text };
      await conversations.accept({ ...activity, type: 'message' });
      await conversations.idle(id);
      const lines = await conversations.read(id, 0);
      return lines.flatMap((each) => (each.activity.replyToId === activity.id ? [messageOf(each.activity)] : []));
    });
    const record = (await store.talks.load(id)) ?? newConversation(id, 'directline');
    const [kept] = record.checklists;
    const checklist = kept === undefined ? undefined : await store.checklists.load(kept, new Date());
    finished.push({ record, lines: await conversations.read(id, 0), checklist });
  }
  await store.close();
  await folder.remove();
  return finished;
}
