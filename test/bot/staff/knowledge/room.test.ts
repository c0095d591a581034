/** The knowledge room over HTTP, with the whole service behind it: two people, a comparison, a publication, the way back. */
import { expect, test } from 'vitest';
import { changeProposal, readProposal } from '../../../../bot/staff/knowledge/proposals.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import {
  answer,
  approved,
  asked,
  chats,
  compared,
  pathOf,
  proposed,
  question,
  unit,
} from '../../../support/knowledgeTalk.ts';
import { type StaffWorld, staffService } from '../../../support/staffService.ts';

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

async function publications(world: StaffWorld): Promise<number> {
  const reader = await world.signedIn('reader');
  const page = await (await reader.get('/staff/knowledge/history')).text();
  return page.match(/<td class="nowrap" data-label="版本">/g)?.length ?? 0;
}

test('a clerk proposes, a comparison shows what would change, a second person approves, and the next answer is the new one; a rollback brings the old one back', async () => {
  const world = await staffService();
  const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
  const before = await asked(world, question);
  expect(before.answer).not.toContain(answer);
  await chats(world, 'somebody', question, '能给多少钱？');

  const path = await proposed(clerk);
  expect(await (await clerk.get(path)).text()).toContain(answer);
  const diff = await compared(clerk, path);
  expect(diff).toContain(answer);
  expect(diff).toContain('<b>1</b> <span>个答复会变');
  expect(diff).toContain('<b>0</b> <span>个结论会变');
  expect(diff).not.toContain('资金');

  expect((await approved(reviewer, path)).status).toBe(303);
  const after = await asked(world, '电子印章的推荐函行吗？');
  expect(after.answer).toContain(answer);
  expect(after.answer).toContain('咨询台答复');
  expect(after.overlay).not.toBeNull();

  const back = await reviewer.get('/staff/knowledge/history/none/rollback');
  const page = await back.text();
  expect(page).toContain(answer);
  const on = /name="on" value="([^"]*)"/.exec(page)?.[1] ?? '';
  expect((await reviewer.post('/staff/knowledge/history/none/rollback', { on })).status).toBe(303);
  const again = await asked(world, question);
  expect(again.answer).toBe(before.answer);
  expect(again.overlay).not.toBe(after.overlay);
  expect(await (await reviewer.get('/staff/knowledge/history')).text()).toContain('退回到没有发布任何内容');
  const { items } = await world.store.audit.list({});
  const audit = items.map(({ deed }) => deed);
  expect(audit).toEqual(
    expect.arrayContaining([
      'knowledge.propose',
      'knowledge.compare',
      'knowledge.diff.read',
      'knowledge.publish',
      'knowledge.rollback',
    ]),
  );
});

test('nobody who wrote a word of it may approve it, not even an administrator or after a later change of somebody else; another person may', async () => {
  const world = await staffService();
  const [author, editor, last, third] = [
    await world.signedIn('admin'),
    await world.signedIn('admin'),
    await world.signedIn('clerk'),
    await world.signedIn('reviewer'),
  ];
  const path = await proposed(author);
  for (const client of [editor, last]) {
    const seen = /name="seen" value="([^"]+)"/.exec(await (await client.get(`${path}/edit`)).text())?.[1] ?? '';
    const changed = { ...unit, answer: `${answer}${client === editor ? '改过。' : '改过了。'}`, seen, act: 'propose' };
    expect((await client.post(`${path}/edit`, changed)).status).toBe(303);
  }
  await compared(author, path);
  for (const client of [author, editor]) {
    const refused = await approved(client, path);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('不能自己批准');
  }
  expect(await publications(world)).toBe(0);
  expect((await approved(third, path)).status).toBe(303);
  expect(await publications(world)).toBe(1);
  const history = await (await third.get('/staff/knowledge/history')).text();
  expect(history).toContain([author, editor, last].map(({ member }) => member.name).join('、'));
});

test('a comparison is a ground for approval only when it reaches until today and far enough back, and looked at something', async () => {
  const world = await staffService();
  const on = async (day: string) => {
    world.clock.now = new Date(`${day}T02:00:00Z`);
    return { clerk: await world.signedIn('clerk'), reviewer: await world.signedIn('reviewer') };
  };
  const first = await on('2023-05-08');
  const path = await proposed(first.clerk);
  await chats(world, 'somebody', question);
  const over = async ({ clerk, reviewer }: typeof first, since: string, until: string): Promise<string> => {
    await compared(clerk, path, { since, until });
    const answered = await approved(reviewer, path);
    expect(answered.status).toBe(409);
    return answered.text();
  };
  expect(await over(first, '1990-01-01', '1990-01-02')).toContain('没有对照到今天');
  expect(await over(first, '2023-01-01', '2023-05-07')).toContain('没有对照到今天');
  const later = await on('2023-05-20');
  await chats(world, 'another', question);
  expect(await over(later, '2023-05-15', '2023-05-20')).toContain('最近30天');
  const muchLater = await on('2023-07-01');
  expect(await over(muchLater, '2023-06-01', '2023-12-31')).toContain('一轮对话也没有');
  // What was compared yesterday does not know what was said since.
  await compared(muchLater.clerk, path, { since: '2023-05-08', until: '2023-12-31' });
  const last = await on('2023-07-02');
  expect(await (await approved(last.reviewer, path)).text()).toContain('没有对照到今天');
  await compared(last.clerk, path, { since: '2023-05-08', until: '2023-12-31' });
  expect((await approved(last.reviewer, path)).status).toBe(303);
});

test('a clerk may not approve, a reader may not propose', async () => {
  const world = await staffService();
  const [clerk, reader] = [await world.signedIn('clerk'), await world.signedIn('reader')];
  const path = await proposed(clerk);
  await compared(clerk, path);
  const other = await world.signedIn('clerk');
  expect((await approved(other, path)).status).toBe(403);
  expect((await reader.post('/staff/knowledge/new', { ...unit, act: 'propose' })).status).toBe(403);
});

test('approving rests on a comparison of exactly this content with what is published now', async () => {
  const world = await staffService();
  const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
  const path = await proposed(clerk);
  const without = await approved(reviewer, path);
  expect(without.status).toBe(409);
  expect(await without.text()).toContain('还没有和过去的对话对照过');

  await compared(clerk, path);
  const seen = /name="seen" value="([^"]+)"/.exec(await (await clerk.get(`${path}/edit`)).text())?.[1] ?? '';
  await clerk.post(`${path}/edit`, { ...unit, answer: '不可以。', seen, act: 'propose' });
  const changed = await approved(reviewer, path);
  expect(changed.status).toBe(409);
  expect(await changed.text()).toContain('对照之后内容又改过');

  await compared(clerk, path);
  const other = await proposed(clerk, { ...unit, questions: '推荐函上要写手机吗？', answer: '不用写。' });
  await compared(clerk, other);
  expect((await approved(reviewer, other)).status).toBe(303);
  const moved = await approved(reviewer, path);
  expect(moved.status).toBe(409);
  expect(await moved.text()).toContain('对照之后又发布过别的内容');
  await compared(clerk, path);
  expect((await approved(reviewer, path)).status).toBe(303);
  expect((await asked(world, question)).answer).toContain('不可以。');
});

test('what was changed after somebody opened the page is not what they approve or overwrite', async () => {
  const world = await staffService();
  const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
  const path = await proposed(clerk);
  await compared(clerk, path);
  const page = await (await reviewer.get(path)).text();
  const form = await (await clerk.get(`${path}/edit`)).text();
  const [seen, old] = [page, form].map((each) => /name="seen" value="([^"]+)"/.exec(each)?.[1] ?? '');
  await clerk.post(`${path}/edit`, { ...unit, answer: '换了一句。', seen: old ?? '', act: 'propose' });
  const late = await reviewer.post(`${path}/approve`, { seen: seen ?? '' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('您打开之后内容有变化');
  expect(
    (await clerk.post(`${path}/edit`, { ...unit, answer: '晚了。', seen: old ?? '', act: 'propose' })).status,
  ).toBe(409);
  expect(await publications(world)).toBe(0);
});

test('two people who approve at the same time make one publication', async () => {
  const world = await staffService();
  const [clerk, one, other] = [
    await world.signedIn('clerk'),
    await world.signedIn('reviewer'),
    await world.signedIn('reviewer'),
  ];
  const path = await proposed(clerk);
  await compared(clerk, path);
  const answers = await Promise.all([one, other, one, other].map((client) => approved(client, path)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  expect(await publications(world)).toBe(1);
});

test('a publication that was cut off is brought to its end, once', async () => {
  const world = await staffService();
  const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
  const { documents } = world.store;
  const path = await proposed(clerk);
  await compared(clerk, path);
  const cutOff = async () => {
    const kept = await readProposal(documents, idOf(path));
    if (!kept) throw new Error('gone');
    const step = { did: 'approved' as const, at: world.clock.now.toISOString(), by: reviewer.member };
    await changeProposal(documents, kept, { state: 'approved' }, step);
  };
  // Before it was published.
  await cutOff();
  expect(await (await reviewer.get(path)).text()).toContain('完成发布');
  expect((await reviewer.post(`${path}/publish`)).status).toBe(303);
  // After it was published, before that was noted.
  await cutOff();
  expect((await reviewer.post(`${path}/publish`)).status).toBe(303);
  expect(await publications(world)).toBe(1);
  expect((await reviewer.post(`${path}/publish`)).status).toBe(409);
});

test('script, markup, formulas and signs that turn text around are shown as text; what is too long is kept and not published', async () => {
  const world = await staffService();
  const clerk = await world.signedIn('clerk');
  const hostile =
    '<script>alert(1)</script><img src=x onerror=alert(1)>\u202E =cmd|1 **粗** [链接](javascript:alert(1)) {{x}}';
  const path = await proposed(clerk, { kind: 'unit', questions: `${hostile}吗？`, answer: `${hostile}。` });
  const diff = await compared(clerk, path);
  for (const at of [path, `${path}/edit`, '/staff/knowledge/proposals']) {
    const page = await (await clerk.get(at)).text();
    expect(page).not.toMatch(/<script>alert|<img|\u202E/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
  expect(diff).not.toContain('<script>alert');
  const long = { kind: 'unit', questions: `${'问'.repeat(4000)}\n${'二'.repeat(40)}`, answer: '答'.repeat(4000) };
  const refused = await clerk.post('/staff/knowledge/new', { ...long, act: 'propose' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('最多800个字');
  const draft = await clerk.post('/staff/knowledge/new', { ...long, act: 'draft' });
  const page = await (await clerk.get(pathOf(draft))).text();
  expect(page).toContain('草稿');
  expect(page).not.toContain('提交审核</button>');
  expect((await clerk.post(`${pathOf(draft)}/propose`)).status).toBe(409);
});

test('a sentence is quoted word for word or not at all', async () => {
  const world = await staffService();
  const clerk = await world.signedIn('clerk');
  const choice = await (
    await clerk.get('/staff/knowledge/quotes?clause=%E9%99%845+%E4%B8%80%EF%BC%88%E4%BA%8C%EF%BC%89', {
      'hx-request': 'true',
    })
  ).text();
  const [, quote = ''] = /name="quote" value="([^"]+)"/.exec(choice) ?? [];
  expect(quote).toContain('推荐单位');
  const wrong = await clerk.post('/staff/knowledge/new', {
    ...unit,
    clause: '附5 一（二）',
    quote: '推荐单位可以有两个。',
    act: 'propose',
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('没有这句原文');
  const path = await proposed(clerk, { ...unit, clause: '附5 一（二）', quote });
  expect(await (await clerk.get(path)).text()).toContain(quote);
});

test('a comparison that a restart lost is said to be lost, and what it found stands', async () => {
  const folder = await dataFolder();
  const world = await staffService({ folder });
  const clerk = await world.signedIn('clerk');
  await chats(world, 'somebody', question);
  const path = await proposed(clerk);
  const begun = await clerk.post(`${path}/compare`, { since: '2023-01-01', until: '2023-12-31' });
  await expect.poll(async () => (await clerk.get(pathOf(begun))).text(), { timeout: 60_000 }).toContain('个答复会变');
  await world.close();
  const again = await staffService({ folder });
  const reviewer = await again.signedIn('reviewer');
  const lost = await reviewer.get(pathOf(begun));
  expect(lost.status).toBe(404);
  expect(await lost.text()).toContain('这次对照的结果不在了');
  expect(await (await reviewer.get(path)).text()).toContain('1 个答复');
  expect((await approved(reviewer, path)).status).toBe(303);
});

test('a word means what the known one means, a ruling settles an open point with who and when, and each can be taken back by a proposal', async () => {
  const world = await staffService();
  const [clerk, reviewer] = [await world.signedIn('clerk'), await world.signedIn('reviewer')];
  const open = '5月1日当天注册的公司能报吗？';
  const before = await asked(world, open);
  const unknown = await clerk.post('/staff/knowledge/new', {
    kind: 'word',
    word: '荐书',
    like: '阿巴阿巴',
    act: 'propose',
  });
  expect(unknown.status).toBe(422);
  expect(await unknown.text()).toContain('助手还不懂');

  const word = await proposed(clerk, { kind: 'word', word: '荐书', like: '推荐函' });
  await compared(clerk, word);
  expect((await approved(reviewer, word)).status).toBe(303);
  expect((await asked(world, '荐书由谁出？')).answer).toBe((await asked(world, '推荐函由谁出？')).answer);

  const ruling = await proposed(clerk, {
    kind: 'ruling',
    point: 'registered-on-the-day',
    choice: 'counts',
    note: '电话答复',
  });
  await compared(clerk, ruling);
  expect((await approved(reviewer, ruling)).status).toBe(303);
  const settled = await asked(world, open);
  expect(settled.answer).not.toBe(before.answer);
  const page = await (await clerk.get('/staff/knowledge/rulings')).text();
  expect(page).toContain('已定 1 处');
  expect(page).toContain(`2023-05-08 ${reviewer.member.name}`);

  const published = await (await clerk.get('/staff/knowledge')).text();
  const links = [...published.matchAll(/href="(\/staff\/knowledge\/new\?kind=removal[^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
  expect(links).toHaveLength(2);
  for (const link of links) {
    const path = await proposed(clerk, Object.fromEntries(new URL(link, world.url).searchParams));
    await compared(clerk, path);
    expect((await approved(reviewer, path)).status).toBe(303);
  }
  expect((await asked(world, open)).answer).toBe(before.answer);
  expect(await (await clerk.get('/staff/knowledge')).text()).toContain('还没有发布过内容');
});
