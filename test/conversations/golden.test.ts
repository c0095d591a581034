/**
 * Whole conversations as people read them, one a persona: the `user:` lines of a script are said to the service, and the
 * script as it comes out must be the script (`vitest -u` prints it anew; read the difference before it is kept).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choicesOf, type Message, messageOf } from '../support/applicant.ts';
import { dataFolder, openHall, talker, today } from '../support/hallTalk.ts';

const here = new URL('.', import.meta.url);
const scripts = readdirSync(here).filter((name) => name.endsWith('.chat'));

function printed({ text, suggestedActions, channelData }: Message): string[] {
  const choices = suggestedActions ? choicesOf({ text, suggestedActions }) : [];
  const shown = channelData?.assessment ? `${text}\n${channelData.assessment.text}` : text;
  return [`bot: ${shown}`, ...(choices.length ? [`[${choices.join('|')}]`] : [])];
}

test('there is one for each persona', () => {
  expect(scripts.toSorted()).toEqual(['clerk.chat', 'professor.chat', 'secretary.chat', 'student.chat']);
});

test.each(scripts)('%s', async (name) => {
  const lines = readFileSync(new URL(name, here), 'utf8').split('\n');
  let now = today;
  const hall = openHall(await dataFolder(), { now: () => now });
  const say = talker(hall, 'c');
  const out: string[] = lines.filter((line) => line.startsWith('>'));
  let first = true;
  for (const line of lines) {
    const hours = /^\+(\d+)h$/.exec(line)?.[1];
    if (hours !== undefined) {
      now = new Date(now.getTime() + Number(hours) * 3_600_000);
      out.push(line);
    }
    if (!line.startsWith('user: ')) continue;
    const replies = await say(line.slice(6));
    if (first) {
      const greeting = (await hall.read('c', 0)).find(({ from }) => from === 'bot');
      out.push(...printed(messageOf(greeting?.activity)));
    }
    first = false;
    out.push(line, ...replies.flatMap(printed));
  }
  await expect(`${out.join('\n')}\n`).toMatchFileSnapshot(`./${name}`);
});
