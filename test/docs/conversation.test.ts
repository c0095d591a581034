import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presentText } from '../../bot/channels/presentText.ts';
import { dataFolder, openHall, talker } from '../support/hallTalk.ts';
import { project } from '../tooling/plant.ts';
import { stretches } from './conversation.ts';

const readme = join(project, 'README.md');

/** The talk with a real hall, what is typed after `> `. */
async function told(): Promise<string> {
  const hall = openHall(await dataFolder(), { present: presentText });
  const say = talker(hall, 'readme');
  const said = [...(await hall.greeting('console', 'readme'))].map(({ activity }) => String(activity.text));
  for (const { shown, lines } of stretches) {
    let last = '';
    for (const line of lines) {
      last = (await say(line)).map(({ text }) => text).join('\n\n');
      if (shown) said.push(`> ${line}`, last);
    }
    if (!shown) said.push(`……（略去 ${lines.length} 次问答）……`, last);
  }
  return said.join('\n\n');
}

test('the conversation in the README is what the assistant says (vitest -u prints it anew)', async () => {
  const text = readFileSync(readme, 'utf8');
  const shown = await told();
  const now = text.replace(
    /(<!-- conversation -->\n+```text\n)[\s\S]*?(\n```)$/m,
    (_, top: string, end: string) => top + shown + end,
  );
  expect(shown).toContain('结论：');
  await expect(now).toMatchFileSnapshot(readme);
});
