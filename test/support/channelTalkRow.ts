/** What the contract knows of a channel. */
import type { Message, OpenChannel } from '../../bot/channels/channel.ts';
import {
  type Clock,
  clock,
  type House,
  type HouseOptions,
  openHouse,
  type Talker,
  talkerOn,
  type Wire,
} from './channelTalk.ts';

/** What stands around the service for a channel: other people's servers, and the person's end of the wire. */
export interface Around {
  env?: Record<string, string>;
  /** The channel, where the service does not have it of itself. */
  more?: readonly OpenChannel[];
  wire(house: House, who: string): Wire | Promise<Wire>;
  /** Absent where nobody else can post. */
  posts?(house: House): Posts | Promise<Posts>;
}

/** What others than the channel's own servers may post; each gives the status. */
export interface Posts {
  /** A message as it should be, of this id. */
  good(who: string, text: string, id: string): Promise<number>;
  /** By what is wrong with it: signed by nobody who may, changed on the way, for somebody else. */
  tampered: Readonly<Record<string, () => Promise<number>>>;
  malformed: Readonly<Record<string, () => Promise<number>>>;
  oversized: Readonly<Record<string, () => Promise<number>>>;
}

export interface ChannelRow {
  name: string;
  /** Settings under which strangers are refused, where they are not always. */
  guarded?: Record<string, string>;
  around(time: Clock): Promise<Around> | Around;
  /** What keeps one message, as the channel presents and splits it, from being shown whole; nothing when all is well. */
  faults(message: Message): string[];
  /** The words of one message that a person reads, choices that are buttons left out. */
  words(message: Message): string;
}

export interface Opened {
  house: House;
  posts: Posts | undefined;
  person(who: string): Promise<Talker & { wire: Wire }>;
}

/** The whole service with what stands around this channel. */
export async function openedFor(
  row: ChannelRow,
  settings: Record<string, string> = {},
  options: Pick<HouseOptions, 'folder' | 'level' | 'store'> = {},
): Promise<Opened> {
  const time = clock();
  const { env = {}, more = [], wire, posts } = await row.around(time);
  const house = await openHouse({ env: { ...env, ...settings }, more, time, ...options });
  return {
    house,
    posts: await posts?.(house),
    async person(who) {
      const own = await wire(house, who);
      return { ...talkerOn(house, row.name, own), wire: own };
    },
  };
}

/** What is posted for a person is taken. */
export function ok(status: number): void {
  if (status >= 300) throw new Error(`refused with ${status}`);
}
