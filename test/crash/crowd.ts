/** Very many people talk at the same time, each of something of their own: who reads a word of somebody else's. */
import { join } from 'node:path';
import { seeded } from './chance.ts';
import { type Line, openLine } from './line.ts';
import { type Step, scriptOf } from './script.ts';
import { oneOf, processesOf, type Served, whileServed } from './service.ts';
import { faultsIn, untilDone } from './talk.ts';

export interface CrowdOptions extends Omit<Served, 'data'> {
  people: number;
  /** An empty folder. */
  folder: string;
}

export interface CrowdReport {
  acknowledged: number;
  /** What is not as if each had talked alone, while all talked and after a restart. */
  faults: string[];
  exitCodes: unknown[];
}

const nobody = '0000';
/** Four digits stand for whoever talks. */
const textsOf = (own: string): string[] => [
  '开始自查',
  '负责人本人',
  `这份叫课题组${own}`,
  '企业',
  '我的申报',
  `改名为项目${own}`,
  '新的一份',
  `这份叫课题组${own}`,
  '我的申报',
  '我的数据',
];
const patience = { patience: 300_000 };

interface Person {
  own: string;
  line: Line;
  ids: string[];
}

export async function crowd({ people, folder, database, processes }: CrowdOptions): Promise<CrowdReport> {
  const script = await scriptOf(textsOf(nobody), join(folder, 'script'));
  const home = { data: join(folder, 'data'), database, processes };
  const services = await processesOf(home);
  const chance = seeded(people);
  const at = () => oneOf(services, chance).url;
  const numbers = Array.from({ length: people }, (_, number) => String(number + 1).padStart(nobody.length, '0'));
  const talked = async (own: string): Promise<Person> => {
    const line = await untilDone(() => openLine(at), patience);
    const ids: string[] = [];
    // They do not wait for answers.
    for (const [number, text] of textsOf(own).entries())
      ids.push(await untilDone(() => line.say(`m${number}`, text), patience));
    return { own, line, ids };
  };
  const [all, codes] = await whileServed(services, async () => {
    const everybody = await Promise.all(numbers.map(talked));
    return { everybody, faults: await faultsOf(everybody, script) };
  });
  const [faults, later] = await whileServed(services, () => faultsOf(all.everybody, script));
  return {
    acknowledged: all.everybody.reduce((sum, { ids }) => sum + ids.length, 0),
    faults: [...all.faults, ...faults.map((fault) => `after a restart ${fault}`)],
    exitCodes: [...codes, ...later],
  };
}

async function faultsOf(everybody: readonly Person[], script: readonly Step[]): Promise<string[]> {
  const faults = everybody.map(async ({ own, line, ids }) => {
    const last = ids.at(-1);
    const all = await untilDone(async () => {
      const shown = await line.read();
      if (shown.some(({ replyToId }) => replyToId === last)) return shown;
      throw new Error(`${own} is not answered`);
    }, patience);
    // What is said of somebody else keeps its number, and is none of the script.
    const text = JSON.stringify(all.map(({ text: said, ...rest }) => ({ ...rest, text: said ?? '' })));
    const anonymous: typeof all = JSON.parse(text.replaceAll(new RegExp(`(?<=课题组|项目)${own}`, 'g'), nobody));
    return faultsIn(anonymous, ids, script).map((fault) => `${own}: ${fault}`);
  });
  return (await Promise.all(faults)).flat();
}
