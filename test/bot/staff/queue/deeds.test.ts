/** What clerks do with items: taking, answering, handing back; once however often, and one at a time. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { allProposals } from '../../../../bot/staff/knowledge/proposals.ts';
import { staffService } from '../../../support/staffService.ts';
import {
  answerForm,
  asksThePerson,
  itemsOf,
  type Person,
  question,
  readsOf,
  scenes,
  times,
  webPerson,
} from './people.ts';

const answer = '专项经费不能用于购买车辆。';

/** The service, somebody who waits, and a clerk. */
async function waiting() {
  const world = await staffService();
  const person = await webPerson(world.url);
  await asksThePerson(person);
  const clerk = await world.signedIn('clerk', '陈晓');
  const [item = ''] = await itemsOf(clerk);
  return { world, person, clerk, item };
}

const text = (response: Response) => response.text();

describe('taking', () => {
  test('of two clerks at the same moment one has the talk, and the other is told who', async () => {
    const { world, person, clerk, item } = await waiting();
    const other = await world.signedIn('clerk', '王明');
    const took = await Promise.all([clerk.post(`${item}/take`), other.post(`${item}/take`)]);
    const statuses = took.map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([303, 409]);
    const loser = took.findIndex(({ status }) => status === 409);
    expect(await text(took[loser] ?? Response.error())).toContain(loser === 0 ? '已由王明接手' : '已由陈晓接手');
    expect(times(await readsOf(person, '咨询台已接手'), '咨询台已接手')).toBe(1);
  });

  test('while somebody has the talk the assistant is silent; handed back, it speaks again', async () => {
    const { person, clerk, item } = await waiting();
    await clerk.post(`${item}/take`);
    await readsOf(person, '咨询台已接手');
    const before = await person.read();
    await person.say('负责人年龄有什么要求');
    expect(await text(await clerk.get(item))).toContain('负责人年龄有什么要求');
    expect(await person.read()).toEqual(before);
    expect((await clerk.post(`${item}/close`)).status).toBe(303);
    await readsOf(person, '我接着来');
    await person.say('负责人年龄有什么要求');
    await readsOf(person, '1965年6月1日');
    expect(await itemsOf(clerk, '?state=closed')).toEqual([item]);
  });

  test('what is given back waits again, and another takes it', async () => {
    const { world, clerk, item } = await waiting();
    const other = await world.signedIn('clerk', '王明');
    await clerk.post(`${item}/take`);
    expect(await itemsOf(other, '?state=pending')).toEqual([]);
    expect((await other.post(`${item}/release`)).status).toBe(409);
    expect((await clerk.post(`${item}/release`)).status).toBe(303);
    expect(await itemsOf(other, '?state=pending')).toEqual([item]);
    expect((await other.post(`${item}/take`)).status).toBe(303);
    expect(await itemsOf(other, '?mine=1')).toEqual([item]);
    expect(await itemsOf(clerk, '?mine=1')).toEqual([]);
  });
});

describe('answering', () => {
  test('takes what waits, and hands the talk back when that is wanted', async () => {
    const { person, clerk, item } = await waiting();
    const sent = await clerk.post(`${item}/reply`, answerForm(answer, { clause: '一 第2段' }));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, item]);
    const seen = await readsOf(person, answer);
    expect(seen.find((each) => each.includes(answer))).toBe(`【咨询台】${answer}\n依据：一 第2段`);
    expect(await itemsOf(clerk, '?state=closed')).toEqual([item]);
  });

  test('keeps the talk where it is not handed back: more may be said', async () => {
    const { person, clerk, item } = await waiting();
    await clerk.post(`${item}/reply`, answerForm(answer, { close: '' }));
    await readsOf(person, answer);
    expect(await itemsOf(clerk, '?mine=1')).toEqual([item]);
    await clerk.post(`${item}/reply`, answerForm('还有一点：租车费可以列支。', { close: '' }));
    await readsOf(person, '租车费可以列支');
    expect(times(await person.read(), '【咨询台】')).toBe(2);
  });

  test('the same form five times, at once and again, says it once and proposes it once', async () => {
    const { world, person, clerk, item } = await waiting();
    const form = answerForm(answer, { propose: '1', clause: '一 第2段' });
    const all = await Promise.all(Array.from({ length: 5 }, () => clerk.post(`${item}/reply`, form)));
    expect(all.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect((await clerk.post(`${item}/reply`, form)).status).toBe(303);
    expect(times(await readsOf(person, answer), answer)).toBe(1);
    const proposals = await allProposals(world.store.documents);
    expect(proposals.map(({ content }) => content)).toEqual([
      expect.objectContaining({ kind: 'unit', questions: [question], answer, clause: '一 第2段' }),
    ]);
  });

  test('a form that was sent, gone back to and changed sends nothing, and keeps the new words', async () => {
    const { person, clerk, item } = await waiting();
    const form = answerForm(answer, { close: '' });
    await clerk.post(`${item}/reply`, form);
    const again = await clerk.post(`${item}/reply`, { ...form, text: '改一下：可以租车。' });
    expect(again.status).toBe(409);
    const page = await text(again);
    expect(page).toContain('刚才没有再发');
    expect(page).toMatch(/<textarea[^>]*>改一下：可以租车。<\/textarea>/);
    expect(page).not.toContain(form.form);
    expect(times(await person.read(), '可以租车')).toBe(0);
  });

  test('what somebody else has cannot be answered: nothing is sent, the words are kept', async () => {
    const { world, person, clerk, item } = await waiting();
    const other = await world.signedIn('clerk', '王明');
    await other.post(`${item}/take`);
    const refused = await clerk.post(`${item}/reply`, answerForm(answer));
    expect(refused.status).toBe(409);
    const page = await text(refused);
    expect(page).toContain('已由王明接手，这条没有发出');
    expect(page).toContain(answer);
    expect(times(await person.read(), answer)).toBe(0);
  });

  test.each([
    ['nothing', { text: ' \n ' }, '请写答复内容'],
    ['2,001 characters', { text: '长'.repeat(2001) }, '最多 2000 字'],
    ['a clause that the guide does not have', { text: answer, clause: '附9 一' }, '不在本年度指南里'],
    ['the name of something that every object has', { text: answer, clause: 'constructor' }, '不在本年度指南里'],
    ['signs that turn words round', { text: `不能\u202e买车` }, '看不见的控制字符'],
  ])('%s is refused with a reason', async (_what, fields, reason) => {
    const { person, clerk, item } = await waiting();
    const refused = await clerk.post(`${item}/reply`, answerForm('', fields));
    expect(refused.status).toBe(422);
    expect(await text(refused)).toContain(reason);
    expect(times(await person.read(), '【咨询台】')).toBe(0);
  });

  test('2,000 characters arrive whole', async () => {
    const { person, clerk, item } = await waiting();
    await clerk.post(`${item}/reply`, answerForm('长'.repeat(2000)));
    const seen = await readsOf(person, '长长');
    expect(seen.join('').match(/长/g)).toHaveLength(2000);
  });
});

describe('others who asked the same', () => {
  async function three() {
    const world = await staffService();
    const people: Person[] = [];
    for (const asked of [question, `请问${question}？`, `您好，${question}`, '劳务费最多能占多少比例？']) {
      const person = await webPerson(world.url);
      await asksThePerson(person, asked);
      people.push(person);
      world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    }
    const clerk = await world.signedIn('clerk', '陈晓');
    return { world, people, clerk, items: await itemsOf(clerk) };
  }

  test('stand together in the queue, and each gets the answer once', async () => {
    const { people, clerk, items } = await three();
    const [first = '', ...others] = items;
    const list = await text(await clerk.get('/staff/queue'));
    expect(list).toContain('另有 2 人问了同样的');
    const offered = [...(await text(await clerk.get(first))).matchAll(/name="other" value="([^"]+)"/g)].map(
      ([, id = '']) => id,
    );
    expect(offered).toEqual(others.slice(0, 2).map((path) => path.split('/').at(-1)));
    const form = answerForm(answer, { same: '1', other: offered });
    await clerk.post(`${first}/reply`, form);
    await clerk.post(`${first}/reply`, form);
    for (const person of people.slice(0, 3)) expect(times(await readsOf(person, answer), answer)).toBe(1);
    expect(times((await people[3]?.read()) ?? [], answer)).toBe(0);
    expect(await itemsOf(clerk, '?state=pending')).toEqual(items.slice(3));
    expect(await text(await clerk.get(first))).toContain('同样的答复还发给了 2 人');
  });

  test.each([
    ['unticked one by one', (offered: string[]) => ({ same: '1', other: offered.slice(1) }), [1, 0, 1]],
    ['all left out', (offered: string[]) => ({ other: offered }), [1, 0, 0]],
    [
      'an item that asks something else is no other',
      (offered: string[], rest: string[]) => ({ same: '1', other: [...offered.slice(0, 1), ...rest] }),
      [1, 1, 0],
    ],
  ] as const)('%s', async (_how, ticks, got) => {
    const { people, clerk, items } = await three();
    const ids = items.map((path) => path.split('/').at(-1) ?? '');
    await clerk.post(`${items[0]}/reply`, answerForm(answer, ticks(ids.slice(1, 3), ids.slice(3))));
    await readsOf(people[0] as Person, answer);
    for (const [at, n] of got.entries()) {
      const person = people[at] as Person; // there are four
      if (n > 0) await readsOf(person, answer);
      expect(times(await person.read(), answer)).toBe(n);
    }
    expect(times((await people[3]?.read()) ?? [], answer)).toBe(0);
  });

  test('of whom somebody else has taken care is left alone', async () => {
    const { world, people, clerk, items } = await three();
    const other = await world.signedIn('clerk', '王明');
    await other.post(`${items[1]}/take`);
    const ids = items.map((path) => path.split('/').at(-1) ?? '');
    await clerk.post(`${items[0]}/reply`, answerForm(answer, { same: '1', other: ids.slice(1, 3) }));
    await readsOf(people[2] as Person, answer);
    expect(times((await people[1]?.read()) ?? [], answer)).toBe(0);
  });
});

describe('微信客服', () => {
  test('shows what may still be sent; after 48 hours the answer comes first when the customer writes again', async () => {
    const { world, person, pass } = await scenes.微信客服();
    const customer = await person();
    await asksThePerson(customer);
    pass(17 * 3600 - 10);
    const clerk = await world.signedIn('clerk', '陈晓');
    const [item = ''] = await itemsOf(clerk);
    expect(await text(await clerk.get(item))).toMatch(/还能发 31 小时，\d 条/);
    pass(32 * 3600);
    const later = await world.signedIn('clerk', '王明');
    expect(await text(await later.get(item))).toContain('将在对方下次发消息时首先送达');
    await later.post(`${item}/reply`, answerForm(answer));
    await expect.poll(async () => text(await later.get(item))).toContain('没有送到');
    expect(await text(await later.get(item))).toContain('超过 48 小时；将在对方下次发消息时首先送达');
    expect(times(await customer.read(), answer)).toBe(0);
    const before = (await customer.read()).length;
    await customer.say('负责人年龄有什么要求');
    const seen = await readsOf(customer, '1965年6月1日');
    expect(seen[before]).toContain(answer);
    expect(times(seen, answer)).toBe(1);
    await expect.poll(async () => text(await later.get(item))).toContain('补送：已送出');
  });
});

test('nobody may act without being a clerk, and an item that is none is none', async () => {
  const { world, person, clerk, item } = await waiting();
  const reader = await world.signedIn('reader');
  const page = await text(await reader.get(item));
  expect(page).toContain(question);
  expect(page).not.toContain(`action="${item}/`);
  for (const deed of ['take', 'release', 'close', 'reply', 'preview'])
    expect((await reader.post(`${item}/${deed}`, answerForm(answer))).status).toBe(403);
  expect(times(await person.read(), answer)).toBe(0);
  for (const other of [randomUUID(), '..%2f..', 'constructor', '%F0%9F'])
    expect([400, 404]).toContain((await clerk.get(`/staff/queue/${other}`)).status);
  expect((await clerk.post(`/staff/queue/${randomUUID()}/reply`, answerForm(answer))).status).toBe(404);
});
