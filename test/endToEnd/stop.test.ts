/** Asked to stop while people talk to it: nothing acknowledged is lost, nobody can hold it up, and it ends well. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serviceProcess } from '../crash/process.ts';
import { dataFolder, linesOf } from '../support/hallTalk.ts';
import { postJson } from '../support/realService.ts';

test('a service that is asked to stop under load answers what it acknowledged, and ends with 0 within ten seconds', async () => {
  const data = join(await dataFolder(), 'data');
  const service = await serviceProcess(data);
  await service.start();
  onTestFinished(() => service.kill());
  const { hostname, port } = new URL(service.url);
  // Somebody who never finishes the request, and somebody who keeps the connection.
  const slow = connect(Number(port), hostname);
  await once(slow, 'connect');
  slow.on('error', () => {});
  slow.write(
    'POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
  );

  const acknowledged = new Map<string, string[]>();
  let stopping = false;
  const person = async (): Promise<void> => {
    const { body } = await postJson(`${service.url}/v3/directline/conversations`, {});
    const conversation = String(body.conversationId);
    const mine: string[] = [];
    acknowledged.set(conversation, mine);
    const headers = { Authorization: `Bearer ${String(body.token)}` };
    const at = `${service.url}/v3/directline/conversations/${conversation}/activities`;
    for (let number = 0; !stopping || number < 3; number += 1) {
      const id = `m${number}`;
      const said = await postJson(at, { type: 'message', id, from: { id: 'me' }, text: '开始自查' }, headers).catch(
        () => undefined,
      );
      if (said === undefined) return;
      if (said.status === 200) mine.push(id);
    }
  };
  const people = Array.from({ length: 10 }, person);
  await expect.poll(() => [...acknowledged.values()].flat().length, { timeout: 20_000 }).toBeGreaterThan(100);
  const begun = performance.now();
  const code = await service.stop();
  const took = performance.now() - begun;
  stopping = true;
  await Promise.all(people);
  expect(code).toBe(0);
  expect(took).toBeLessThan(9000);
  for (const [conversation, ids] of acknowledged) {
    const lines = await linesOf(data, conversation);
    const heard = lines.filter(({ from }) => from === 'person').map(({ activity }) => activity.id);
    expect(ids.every((id) => heard.includes(id))).toBe(true);
    const answered = new Set(lines.map(({ activity }) => activity.replyToId));
    expect(ids.filter((id) => !answered.has(id))).toEqual([]);
  }
});
