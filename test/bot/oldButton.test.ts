import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Incoming } from '../../bot/conversations.ts';
import { openQuestion } from '../support/applicant.ts';
import { begun, caseOf, dataFolder, repliesTo, said } from '../support/hallTalk.ts';

async function pressing() {
  const folder = await dataFolder();
  const { hall, say, close } = await begun(folder, 'a');
  const press = async (text: string, question: string) => {
    const id = randomUUID();
    const pressed: Incoming = {
      id,
      channel: 'msteams',
      conversation: 'a',
      from: { id: 'me' },
      type: 'message',
      value: { text, question },
    };
    await hall.accept(pressed);
    await hall.idle('a');
    return repliesTo(id, await hall.read('a', 0));
  };
  return { folder, press, say, close };
}

test('a button of the open question answers it', async () => {
  const { folder, press, close } = await pressing();
  const replies = await press('企业', 'unit.kind');
  expect(openQuestion(replies)?.id).not.toBe('unit.kind');
  await close();
  expect((await caseOf(folder, 'a'))?.facts['unit.kind']).toBe('enterprise');
});

test('a button of an earlier question changes nothing, says so, and the open question is asked again', async () => {
  const { folder, press, say, close } = await pressing();
  const before = openQuestion(await say('企业'));
  const replies = await press('高等学校', 'unit.kind');
  expect(said(replies)).toContain('这个按钮是前面那一题的');
  expect(openQuestion(replies)?.id).toBe(before?.id);
  await close();
  expect((await caseOf(folder, 'a'))?.facts['unit.kind']).toBe('enterprise');
});

test('a button of an interview that was deleted begins nothing', async () => {
  const { press, say, close } = await pressing();
  await say('删除我的数据');
  await say('确定删除');
  const replies = await press('企业', 'unit.kind');
  expect(said(replies)).toContain('这个按钮是前面那一题的');
  expect(openQuestion(replies)).toBeUndefined();
  await close();
});
