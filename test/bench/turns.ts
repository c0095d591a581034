/** A durable turn on Direct Line beside a turn of the echo bot: CPU time of the server's process, and how long people wait. */
import { presentActivity } from '../../bot/channels/present.ts';
import { createLog } from '../../bot/log.ts';
import { turns } from '../../bot/turn.ts';
import { newConversation } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { echoBot } from './echoBot.ts';
import { cpuOf, rounded } from './measure.ts';
import { diskFolder } from './stage/folder.ts';
import type { HomeName } from './stage/home.ts';
import type { Stage } from './stage/stage.ts';
import { answering, echoing, type Scripts, type Summary, summary, times, type Window } from './stage/windows.ts';
import { atMost, homeName, type Told } from './told.ts';

interface Both {
  oneClient: Summary;
  manyClients: Summary;
}
interface Beside extends Both {
  /** CPU time of a turn as a multiple of the echo bot's, with many clients and with one. */
  timesEchoBot: number;
  timesEchoBotAlone: number;
}
interface Turns {
  clients: number;
  echoBot: Both;
  homes: Partial<Record<HomeName, Beside>>;
  /** In this process, without HTTP and state: only what is said and decided. */
  dialogs: { cpuMs: number; timesEchoBot: number };
}

export async function benchTurns(stage: Stage): Promise<Turns> {
  const { sizes } = stage;
  const scripts = await stage.scripts();
  const echo = await stage.echo();
  const echoOne: Window[] = [];
  const echoMany: Window[] = [];
  const homes: Turns['homes'] = {};
  for (const name of sizes.homes) {
    const server = await stage.service(name, 'few');
    const one: Window[] = [];
    const many: Window[] = [];
    const beside: { one: Window[]; many: Window[] } = { one: [], many: [] };
    for (let round = 0; round < sizes.rounds; round += 1) {
      // In turns, so that all meet the same machine.
      beside.one.push(await echoing({ server: echo, clients: 1, scripts: longer(scripts) }));
      one.push(await answering({ server, clients: 1, scripts }));
      beside.many.push(await echoing({ server: echo, clients: sizes.clients, scripts: longer(scripts) }));
      many.push(await answering({ server, clients: sizes.clients, scripts }));
    }
    echoOne.push(...beside.one);
    echoMany.push(...beside.many);
    homes[name] = {
      oneClient: summary(one),
      manyClients: summary(many),
      timesEchoBot: times(many, beside.many),
      timesEchoBotAlone: times(one, beside.one),
    };
  }
  const echoBoth = { oneClient: summary(echoOne), manyClients: summary(echoMany) };
  return { clients: sizes.clients, echoBot: echoBoth, homes, dialogs: await dialogsAlone(stage, scripts) };
}

/** Its turns are short: more of them make a window that can be measured. */
const longer = (scripts: Scripts): Scripts => scripts.map((script) => [...script, ...script, ...script, ...script]);

/** The dialogs between an activity and what is to be committed, in this process. */
async function dialogsAlone({ sizes }: Stage, scripts: Scripts): Promise<Turns['dialogs']> {
  const folder = await diskFolder('dialogs');
  const store = embeddedStore(folder.path);
  const run = turns({
    store,
    log: createLog('error'),
    guideId: 'jx-intl-2023',
    now: () => new Date(),
    timeZone: 'Asia/Shanghai',
    present: presentActivity,
    retentionDays: 180,
  });
  const echo = echoBot();
  const said: number[] = [];
  const echoed: number[] = [];
  for (let round = 0, turned = 0; round < sizes.rounds; ) {
    const warm = turned >= sizes.warmTurns;
    for (const script of scripts) {
      const conversation = 'bench';
      let record = newConversation(conversation, 'directline');
      const answer = async (text: string, number: number): Promise<void> => {
        const from = { id: 'me' };
        const activity = {
          id: `m${number}`,
          channel: 'directline',
          conversation,
          from,
          type: 'message',
          text,
        } as const;
        const heard = { seq: 1, at: '', from: 'person', activity: {}, guide: '', overlay: null } as const;
        record = (await run(activity, { record, heard, lines: async () => [] })).record;
      };
      await answer('开始自查', 0);
      const took = await cpuOf(script.map((text, number) => () => answer(text, number + 1)));
      const echoes = await cpuOf(script.map((text) => () => echo(text)));
      turned += took.length;
      if (!warm) continue;
      said.push(...took);
      echoed.push(...echoes);
    }
    if (warm) round += 1;
  }
  await store.close();
  await folder.remove();
  const mean = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0) / numbers.length;
  return { cpuMs: rounded(mean(said)), timesEchoBot: rounded(mean(said) / mean(echoed)) };
}

export function tellTurns({ clients, echoBot: echo, homes, dialogs }: Turns): Told {
  const times99 = ({ oneClient, manyClients }: Both): string =>
    `单人中位 ${oneClient.p50Ms} 毫秒；${clients} 人 p99 ${manyClients.p99Ms} 毫秒，每秒 ${Math.round(manyClients.perSecond)} 轮`;
  return {
    rows: [
      { what: 'EchoBot 一轮（HTTP）', value: `CPU ${echo.manyClients.cpuMs} 毫秒；${times99(echo)}` },
      ...Object.entries(homes).flatMap(([name, both]) => [
        atMost(
          `${homeName(name)}：落盘的一轮与 EchoBot 的 CPU 之比`,
          both.timesEchoBot,
          3,
          '倍',
          `（${both.manyClients.cpuMs} 毫秒；单人时 ${both.timesEchoBotAlone} 倍）`,
        ),
        atMost(`${homeName(name)}：${clients} 人同时，p99`, both.manyClients.p99Ms, 150, '毫秒', `；${times99(both)}`),
      ]),
      {
        what: '只算对话本身（进程内）',
        value: `CPU ${dialogs.cpuMs} 毫秒，是进程内 EchoBot 的 ${dialogs.timesEchoBot} 倍`,
      },
    ],
    charts: [
      {
        kind: 'bars',
        id: 'turns',
        title: '一轮的 CPU 时间',
        unit: '毫秒',
        bars: [
          { label: 'EchoBot（不存任何东西）', value: echo.manyClients.cpuMs },
          ...Object.entries(homes).map(([name, both]) => ({
            label: `本项目，${homeName(name)}`,
            value: both.manyClients.cpuMs,
          })),
        ],
      },
    ],
  };
}
