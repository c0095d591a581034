/** Identity and phone numbers reach neither the disk nor the log, whichever way they come. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openQuestion } from '../../support/applicant.ts';
import {
  caseOf,
  dataFolder,
  incoming,
  linesOf,
  openHall,
  pathsIn,
  repliesTo,
  said,
  talker,
} from '../../support/hallTalk.ts';
import { postJson, realService } from '../../support/realService.ts';

const here = 'dl-1';
const id = '36010219790312123X';
const phone = '13812341234';

async function everything(folder: string): Promise<string> {
  const texts = await Promise.all((await pathsIn(folder)).map((path) => readFile(join(folder, path), 'utf8')));
  return texts.join('\n');
}

test('in a text, a name, a button’s value and a file’s name they are masked before anything is kept', async () => {
  const folder = await dataFolder();
  const hall = openHall(folder);
  const say = talker(hall, here);
  await say('开始自查');
  await say('帮别人问');
  await say(`张老师 ${phone}`);
  await hall.accept({
    ...incoming(here, `身份证 360102 19790312 123X`, 'a1'),
    from: { id: 'me', name: phone },
    value: { phone: Number(phone), text: id },
    channelData: { clientActivityID: phone, attachments: [{ name: `${id}.jpg` }] },
  });
  await hall.idle();
  const all = (await everything(folder)).replaceAll(`"clientActivityID":"${phone}"`, '');
  for (const hidden of [id, phone, '19790312', '360102 ']) expect(all).not.toContain(hidden);
  expect(await everything(folder)).toContain('张老师 138****1234');
  const heard = (await linesOf(folder, here)).find(({ activity }) => activity.id === 'a1');
  expect(heard?.activity).toMatchObject({
    text: '身份证 3601*************X',
    from: { id: 'me', name: '138****1234' },
    channelData: { clientActivityID: phone },
  });
  expect(said(repliesTo('a1', await hall.read(here, 0)))).toContain('没有保存原号');
});

test('an identity number is no birth date, as before, and nothing of it is kept', async () => {
  const folder = await dataFolder();
  const say = talker(openHall(folder), here);
  for (const text of ['开始自查', '负责人本人', '高校', '韩国庆熙大学，在首尔', '内地']) await say(text);
  expect(openQuestion(await say(id))?.id).toBe('lead.birthDate');
  expect((await caseOf(folder, here))?.facts).not.toHaveProperty('lead.birthDate');
  expect(await everything(folder)).not.toContain('19790312');
});

test('the log of a whole service holds no text, name, birth date, identity or phone number, also when something fails', async () => {
  const folder = await dataFolder();
  const { url, log, close } = await realService(folder, { LOG_LEVEL: 'trace' });
  const begun = z.looseObject({ token: z.string(), conversationId: z.string() });
  const opened = begun.parse((await postJson(`${url}/v3/directline/conversations`, {})).body);
  const activities = `${url}/v3/directline/conversations/${opened.conversationId}/activities`;
  const by = { Authorization: `Bearer ${opened.token}` };
  for (const text of [
    '开始自查',
    '帮别人问',
    `张三丰 ${phone}`,
    '高校',
    `${id}，1979年3月12日`,
    '导出我的数据',
    '删除我的数据',
    '确定删除',
  ])
    await postJson(activities, { type: 'message', from: { id: 'me', name: '张三丰' }, text }, by);
  await postJson(activities, { type: 'message', from: id, text: phone }, by);
  await close();
  expect(withoutIds(log())).not.toMatch(/张三丰|1979|高校|自查|3601|138/);
  expect(await everything(folder)).not.toContain('张三丰');
});

/** Random identifiers, clock and process number of a log may hold any three figures by chance; 11 or 18 figures in a row stay. */
const withoutIds = (log: string): string =>
  log
    .replace(/"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"|"[0-9a-f]{12}"/g, '""')
    .replace(/"time":"[\dTZ:.-]{24}"|"(?:pid|ms)":[\d.]{1,8}(?=[,}])/g, '""');
