/** `npm run chat` as a person runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from '../../../support/hallTalk.ts';
import { project } from '../../../tooling/plant.ts';

test('the terminal greets once, answers each line, and ends with its input', async () => {
  const env = { ...process.env, DATA_DIR: await dataFolder() };
  const terminal = spawn(process.execPath, [join(project, 'bot/channels/console/chat.ts')], { env });
  let shown = '';
  terminal.stdout.on('data', (part: Buffer) => {
    shown += part.toString();
  });
  terminal.stdin.end('开始自查\n负责人本人\n');
  const [code] = await once(terminal, 'close');
  expect(code).toBe(0);
  expect(shown.match(/您好，我是/g)).toHaveLength(1);
  expect(shown.match(/^\d+\/\d+/gm)).toEqual(['1/34', '2/33']);
});
