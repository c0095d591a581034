/** Teams by a process that is killed with kill -9 while an answer is on its way: the connector knows no message that comes twice. */
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { postgresStore } from '../../../../state/postgres/index.ts';
import type { Store } from '../../../../state/store.ts';
import { type ServiceProcess, serviceProcess } from '../../../crash/process.ts';
import { messageOf, openQuestion } from '../../../support/applicant.ts';
import { connector, teamsMessage } from '../../../support/connector.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { hasPostgres } from '../../../support/postgres.ts';
import { postJson } from '../../../support/realService.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../../support/sharedPostgres.ts';

const here = 'teams:c1';
/** In a database another process may be sending: it is waited for a minute. */
const patient = { timeout: 90_000 };

interface House {
  service: ServiceProcess;
  open(): Promise<Store> | Store;
}

async function onFolder(): Promise<House> {
  const folder = await dataFolder();
  return { service: await serviceProcess(folder), open: () => embeddedStore(folder) };
}

async function onDatabase(): Promise<House> {
  const server = await sharedServer();
  const url = await newDatabase(server);
  onTestFinished(() => dropDatabase(server, url));
  const service = await serviceProcess(await dataFolder(), { env: { DATABASE_URL: url } });
  return { service, open: () => postgresStore(url) };
}

/** Somebody at the first question of an interview. */
async function begun({ service, open }: House) {
  onTestFinished(() => service.kill());
  await service.start();
  const { received, serviceUrl, answer } = await connector();
  const say = async (text: string): Promise<void> => {
    const message = { ...teamsMessage(serviceUrl, text, randomUUID()), timestamp: new Date().toISOString() };
    expect((await postJson(`${service.url}/api/messages`, message)).status).toBeLessThan(300);
  };
  const questions = (): unknown[] => received.flatMap(({ activity }) => openQuestion([messageOf(activity)])?.id ?? []);
  await say('开始自查');
  await expect.poll(questions).toEqual(['behalf']);
  const lines = async () => {
    const store = await open();
    const kept = await store.talks.read(here, 0);
    await store.close();
    return kept.filter(({ from }) => from === 'bot').map(({ delivery, undelivered }) => [delivery, undelivered]);
  };
  return { service, answer, say, questions, lines };
}

describe.each([
  ['a folder', onFolder, true],
  ['a database', onDatabase, hasPostgres],
] as const)('a process on %s that is killed', (_home, open, possible) => {
  test.runIf(possible)(
    'after the connector took an answer of ours: it is sent again, and the talk goes on',
    async () => {
      const { service, answer, say, questions, lines } = await begun(await open());
      // The connector has it, and says nothing.
      answer(() => {});
      await say('负责人本人');
      await expect.poll(questions).toEqual(['behalf', 'unit.kind']);
      await service.kill();
      answer();
      await service.start();
      await expect.poll(questions, patient).toEqual(['behalf', 'unit.kind', 'unit.kind']);
      await say('企业');
      await expect.poll(questions, patient).toEqual(['behalf', 'unit.kind', 'unit.kind', 'partner.who']);
      expect(await service.stop()).toBe(0);
      expect(await lines()).toEqual([
        ['sent', undefined],
        ['sent', undefined],
        ['sent', undefined],
        ['sent', undefined],
      ]);
    },
  );

  test.runIf(possible)(
    'while the connector refuses for now: what surely did not arrive is sent after the start',
    async () => {
      const { service, answer, say, questions, lines } = await begun(await open());
      let refused = 0;
      answer((_received, res) => {
        refused += 1;
        res.statusCode = 429;
        res.end('{}');
      });
      await say('负责人本人');
      await expect.poll(() => refused).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await service.kill();
      answer();
      await service.start();
      await expect.poll(lines, patient).toEqual([
        ['sent', undefined],
        ['sent', undefined],
        ['sent', undefined],
      ]);
      expect(await service.stop()).toBe(0);
      // What was refused was received, too.
      expect(questions().filter((id) => id === 'unit.kind')).toHaveLength(refused + 1);
    },
  );
});
