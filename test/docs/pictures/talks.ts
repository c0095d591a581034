/** People, all of them made up, who talk with the assistant on its channels; what they said is kept in a folder that the console can open. */
import { randomUUID } from 'node:crypto';
import type { Message, Presenting } from '../../../bot/channels/channel.ts';
import { presentActivity } from '../../../bot/channels/present.ts';
import { presentTeams } from '../../../bot/channels/teams/present.ts';
import { wecomPresenting } from '../../../bot/channels/wecom/present.ts';
import { kfPresenting } from '../../../bot/channels/wecomKf/present.ts';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import { hall } from '../../../bot/hall.ts';
import { createLog } from '../../../bot/log.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';

const guideId = 'jx-intl-2023';
/** Where readers of the pictures may think the service to be. */
const address = 'https://guohe.example.cn';

const shapes: Readonly<Record<string, Presenting>> = {
  directline: { present: presentActivity },
  msteams: { present: presentTeams({ guide: loadGuide(guideId) }) },
  wecom: wecomPresenting,
  wecomKf: kfPresenting('desk'),
};

export interface Talks {
  /** May be moved. */
  clock: { now: Date };
  /** Says something; what is answered, in the channel's own messages. */
  say(channel: string, conversation: string, text: string): Promise<Message[]>;
  close(): Promise<void>;
}

export function openTalks(folder: string, begins: Date): Talks {
  const store = embeddedStore(folder);
  const clock = { now: begins };
  const now = (): Date => clock.now;
  const conversations = hall({
    store,
    log: createLog('warn'),
    guideId,
    now,
    timeZone: 'Asia/Shanghai',
    retentionDays: 180,
    present: presentActivity,
    channel: (name) => shapes[name],
    checklists: checklistKeeper({ address: () => address, now }),
  });
  return {
    clock,
    async say(channel, conversation, text) {
      const id = randomUUID();
      const from = { id: `person of ${conversation}` };
      await conversations.accept({ id, channel, conversation, from, type: 'message', text, greeted: true });
      await conversations.idle(conversation);
      const lines = await conversations.read(conversation, 0);
      return lines.flatMap(({ activity }) => (activity.replyToId === id ? [activity] : []));
    },
    close: () => store.close(),
  };
}
