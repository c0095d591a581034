/** The service killed in the middle of its work, again and again: what it acknowledged is kept, and answered once. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { interviewed, messageOf, personaOf } from '../support/applicant.ts';
import { cleanClone, hasGit, runScript, type Started } from '../support/cleanClone.ts';
import { dataFolder, openHall, pathsIn, talker } from '../support/hallTalk.ts';
import { postJson } from '../support/realService.ts';

const persona = personaOf('ex-02');
const activitySet = z.object({
  activities: z.array(z.looseObject({ id: z.string(), from: z.looseObject({ role: z.string() }) })),
});

describe.skipIf(!hasGit)('a service that is killed', () => {
  let clone: Awaited<ReturnType<typeof cleanClone>>;
  beforeAll(async () => {
    clone = await cleanClone();
  });
  afterAll(() => clone.remove());

  async function started(data: string): Promise<{ service: Started; url: string }> {
    const service = runScript(clone.folder, 'start', { PORT: '0', DATA_DIR: data });
    onTestFinished(async () => void (await service.stop()));
    const address = /http:\/\/127\.0\.0\.1:\d+/;
    await vi.waitFor(() => expect(service.stdout()).toMatch(address), { timeout: 30_000 });
    return { service, url: address.exec(service.stdout())?.[0] ?? '' };
  }

  test('an interview over three kills comes to its verdict, each message answered once', async () => {
    const slowly = await interviewed(persona, talker(openHall(await dataFolder()), 'dl-1'));
    const texts = ['开始自查', ...slowly.asked.map(({ said }) => said)];
    const data = join(clone.folder, 'killed');
    const kills = [4, 11, 19];
    let { service, url } = await started(data);
    const { body } = await postJson(`${url}/v3/directline/conversations`, {});
    const at = () => `${url}/v3/directline/conversations/${String(body.conversationId)}/activities`;
    const token = { Authorization: `Bearer ${String(body.token)}` };
    for (const [number, text] of texts.entries()) {
      const { status } = await postJson(at(), { type: 'message', id: `m${number}`, from: { id: 'me' }, text }, token);
      expect(status).toBe(200);
      if (!kills.includes(number)) continue;
      await service.stop('SIGKILL');
      ({ service, url } = await started(data));
      // Not sure whether it arrived, a client sends it again.
      await postJson(at(), { type: 'message', id: `m${number}`, from: { id: 'me' }, text }, token);
    }
    const read = async () => activitySet.parse(await (await fetch(at(), { headers: token })).json()).activities;
    const mine = async () => (await read()).filter(({ from }) => from.role === 'user');
    const replies = async () => (await read()).filter(({ replyToId }) => replyToId !== undefined);
    await vi.waitFor(async () => expect(await replies()).toHaveLength(texts.length), { timeout: 10_000 });
    expect((await mine()).map(({ text }) => text)).toEqual(texts);
    expect((await replies()).map(({ replyToId }) => replyToId)).toEqual((await mine()).map(({ id }) => id));
    const last = messageOf((await replies()).at(-1));
    expect(last.channelData?.assessment).toMatchObject({ failedRules: persona.expected.failedRules });
    expect((await pathsIn(data)).filter((path) => path.includes('damaged'))).toEqual([]);
  });
});
