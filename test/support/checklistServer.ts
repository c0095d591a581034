/** The checklists' routes on the real HTTP server, with a clock of the test's own. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { checklistPages } from '../../bot/checklists/index.ts';
import { checklistKeeper, type NewChecklist } from '../../bot/checklists/keeper.ts';
import { createLog } from '../../bot/log.ts';
import { createHttpServer } from '../../bot/server.ts';
import type { VerdictShown } from '../../dialogs/reply.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { dataFolder, today } from './hallTalk.ts';

export interface ChecklistServer {
  url: string;
  folder: string;
  clock: { now: Date };
  /** Keeps a checklist of the verdict, as a turn does. */
  keep(verdict: VerdictShown): Promise<NewChecklist>;
}

export async function checklistServer(): Promise<ChecklistServer> {
  const folder = await dataFolder();
  const store = embeddedStore(folder).checklists;
  const log = createLog('silent');
  const clock = { now: today };
  const now = () => clock.now;
  const server = createHttpServer({ log, ready: () => true });
  checklistPages(server, { store, now, timeZone: 'Asia/Shanghai' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const keeper = checklistKeeper({ address: () => url, now });
  return {
    url,
    folder,
    clock,
    async keep(verdict) {
      const made = keeper.make(verdict);
      if (!made) throw new Error('no checklist was made');
      await store.save(made.id, made.checklist);
      return made;
    },
  };
}
