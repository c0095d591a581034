/** What the sections of one run share: the echo bot, and a service over a home with few and over one with many conversations. */
import { setTimeout as after } from 'node:timers/promises';
import type { Sizes } from '../sizes.ts';
import { scriptsOf } from './finished.ts';
import type { BenchHome, HomeName } from './home.ts';
import { makeHome } from './homes.ts';
import { echoServer, type Server, serviceServer } from './servers.ts';
import { answering, echoing, type Scripts, type Window } from './windows.ts';

/** Milliseconds between two looks, and the share of a processor under which a process rests. */
const look = 500;
const restingShare = 0.05;

export type Amount = 'few' | 'some' | 'many';

export interface Stage {
  sizes: Sizes;
  /** The echo bot, warm. */
  echo(): Promise<Server>;
  /** Such a home that no service serves. */
  home(name: HomeName, amount: Amount): Promise<BenchHome>;
  /** A service over it, warm. */
  service(name: HomeName, amount: Amount): Promise<Server>;
  /** The same, started this moment, in the place of one that may have run. */
  fresh(name: HomeName, amount: Amount): Promise<Server>;
  /** Asks the service over it, if there is one, to end. */
  stop(name: HomeName, amount: Amount): Promise<void>;
  /** Resolves when the process rests: seconds from now. */
  settled(server: Server): Promise<number>;
  /** What people say to it. */
  scripts(): Promise<Scripts>;
  close(): Promise<void>;
}

export function openStage(sizes: Sizes): Stage {
  const homes = new Map<string, Promise<BenchHome>>();
  const services = new Map<string, Server>();
  const warm = new Set<Server>();
  let echo: Promise<Server> | undefined;
  let scripts: Promise<Scripts> | undefined;
  const keyOf = (name: HomeName, amount: Amount): string => `${name} ${amount}`;

  async function stopped(name: HomeName, amount: Amount): Promise<void> {
    const service = services.get(keyOf(name, amount));
    services.delete(keyOf(name, amount));
    await service?.stop();
  }

  function homeOf(name: HomeName, amount: Amount): Promise<BenchHome> {
    const key = keyOf(name, amount);
    const conversations = sizes[amount];
    const home = homes.get(key) ?? makeHome[name]({ conversations, lines: (sizes.lines / sizes.many) * conversations });
    homes.set(key, home);
    return home;
  }

  async function warmUp(talk: () => Promise<Window>): Promise<void> {
    for (let turns = 0; turns < sizes.warmTurns; ) turns += (await talk()).tookMs.length;
  }

  const stage: Stage = {
    sizes,
    echo() {
      echo ??= (async () => {
        const server = await echoServer();
        await warmUp(async () => echoing({ server, clients: sizes.clients, scripts: await stage.scripts() }));
        return server;
      })();
      return echo;
    },
    async home(name, amount) {
      await stopped(name, amount);
      return homeOf(name, amount);
    },
    async service(name, amount) {
      const server = services.get(keyOf(name, amount)) ?? (await stage.fresh(name, amount));
      if (warm.has(server)) return server;
      warm.add(server);
      await warmUp(async () => answering({ server, clients: sizes.clients, scripts: await stage.scripts() }));
      return server;
    },
    async fresh(name, amount) {
      await stopped(name, amount);
      const { env } = await homeOf(name, amount);
      const server = await serviceServer(env);
      services.set(keyOf(name, amount), server);
      return server;
    },
    stop: stopped,
    async settled(server) {
      const begun = performance.now();
      let seconds = 0;
      for (let resting = 0, { cpuMs } = await server.read(); resting < 2; ) {
        await after(look);
        const now = await server.read();
        const rests = now.cpuMs - cpuMs < look * restingShare;
        resting = rests ? resting + 1 : 0;
        if (!rests) seconds = (performance.now() - begun) / 1000;
        cpuMs = now.cpuMs;
      }
      return seconds;
    },
    scripts() {
      scripts ??= scriptsOf().then((all) => all.map((script) => script.slice(0, sizes.answers)));
      return scripts;
    },
    async close() {
      await Promise.all([...services.values(), await echo].map((server) => server?.stop()));
      for (const home of homes.values()) await (await home).remove();
    },
  };
  return stage;
}
