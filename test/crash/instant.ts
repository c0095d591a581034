/** One person sends very many messages at one instant, to every process that serves them: whether each has its effect, in order. */
import { join } from 'node:path';
import { seeded } from './chance.ts';
import { openLine } from './line.ts';
import { scriptOf } from './script.ts';
import { oneOf, processesOf, type Served, whileServed } from './service.ts';
import { faultsIn, untilDone } from './talk.ts';

export interface InstantOptions extends Omit<Served, 'data'> {
  messages: number;
  /** An empty folder. */
  folder: string;
}

export interface InstantReport {
  /** What is not as if the messages had been said one after the other, in the order in which they were kept. */
  faults: string[];
  /** Replies that differ from each other. */
  different: number;
  exitCodes: unknown[];
}

const opening = ['开始自查', '负责人本人'];
/** What is done to a talk so that the order shows. */
const said = (number: number): string =>
  [`这份叫小组${number}`, '跳过', '上一题', `改名为项目${number}`, '新的一份'][number % 5] ?? '';
const patience = { patience: 60_000 };

export async function instant({ messages, folder, database, processes }: InstantOptions): Promise<InstantReport> {
  const services = await processesOf({ data: join(folder, 'data'), database, processes });
  const chance = seeded(messages);
  const [{ all, ids, texts }, exitCodes] = await whileServed(services, async () => {
    const line = await openLine(() => oneOf(services, chance).url);
    const answered = (id: string | undefined) =>
      untilDone(async () => {
        const shown = await line.read();
        if (shown.some(({ replyToId }) => replyToId === id)) return shown;
        throw new Error(`${id} is not answered`);
      }, patience);
    const first: string[] = [];
    for (const text of opening) {
      first.push(await line.say(text, text));
      await answered(first.at(-1));
    }
    const numbers = Array.from({ length: messages }, (_, number) => number);
    const sent = await Promise.all(
      numbers.map(async (number) => [await line.say(`m${number}`, said(number)), said(number)] as const),
    );
    const textOf = new Map(sent);
    const kept = [...textOf.keys()].toSorted();
    const shown = await answered(kept.at(-1));
    return { all: shown, ids: [...first, ...kept], texts: [...opening, ...kept.map((id) => textOf.get(id) ?? '')] };
  });
  const script = await scriptOf(texts, join(folder, 'script'));
  const replied = all.flatMap(({ replyToId }) => replyToId ?? []);
  const inOrder = replied.every((id, at) => at === 0 || ids.indexOf(id) >= ids.indexOf(replied[at - 1] ?? ''));
  return {
    faults: [...faultsIn(all, ids, script), ...(inOrder ? [] : [`answered in the order ${replied.join()}`])],
    different: new Set(script.map(({ answered }) => answered.join())).size,
    exitCodes,
  };
}
