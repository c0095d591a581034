/** A talk with somebody at the help desk in it: what the person reads, who said it, and what staff do. */
import { randomUUID } from 'node:crypto';
import type { Hall } from '../../bot/hall.ts';
import type { StaffDeed } from '../../state/staffAct.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { incoming } from './hallTalk.ts';

export const wang = { id: 'w', name: '王老师' };
export const li = { id: 'l', name: '李老师' };

type Deed = { [Kind in StaffDeed['do']]: Omit<Extract<StaffDeed, { do: Kind }>, 'item'> }[StaffDeed['do']];

export interface DeskTalk {
  /** What is said to it: from whom, and the words. */
  say(text: string): Promise<[from: string, text: string][]>;
  /** What the person reads after it. The item is the one that was asked for last. */
  staff(deed: Deed, by?: typeof wang): Promise<[from: string, text: string][]>;
  lines(): Promise<TranscriptLine[]>;
  item(): Promise<string>;
}

export const isSaid = ({ from, activity }: TranscriptLine): boolean => from !== 'person' && activity.type === 'message';

export function deskTalk(hall: Hall, conversation = 'c'): DeskTalk {
  const lines = () => hall.read(conversation, 0);
  async function after(act: () => Promise<unknown>): Promise<[string, string][]> {
    const before = (await lines()).at(-1)?.seq ?? 0;
    await act();
    await hall.idle(conversation);
    const said = (await hall.read(conversation, before))
      .filter(isSaid)
      .filter(({ activity }) => activity.id !== 'greeting');
    return said.map(({ from, activity }) => [from, String(activity.text)]);
  }
  async function item(): Promise<string> {
    const changes = (await lines()).flatMap(({ activity }) => Object(activity.channelData).desk ?? []);
    return changes.at(-1)?.item ?? 'none';
  }
  return {
    lines,
    item,
    say: (text) => after(() => hall.accept(incoming(conversation, text))),
    async staff(deed, by = wang) {
      const named = { ...deed, item: await item() } as StaffDeed; // an item more is ignored where none belongs
      return after(() => hall.staff({ id: randomUUID(), conversation, by, deed: named }));
    },
  };
}
