/** One screen of packet: what somebody must know to answer, and no more of a person than that needs. */
import { expect, test } from 'vitest';
import { staffService } from '../../../support/staffService.ts';
import { answerForm, asksThePerson, itemsOf, question, readsOf, times, webPerson } from './people.ts';

const aboutThem = '我们是南昌的企业，2015年3月注册，负责人1979年3月12日出生，高级工程师，跟德国吉森大学合作，做方向一';

async function asked(what: string, told = aboutThem) {
  const world = await staffService();
  const person = await webPerson(world.url);
  await person.say(told);
  await readsOf(person, '负责人本人');
  await person.say('负责人本人');
  await readsOf(person, '合作');
  await asksThePerson(person, what);
  const clerk = await world.signedIn('clerk');
  const [item = ''] = await itemsOf(clerk);
  const pageFor = async (client: Awaited<ReturnType<typeof world.signedIn>>) =>
    plain(await (await client.get(item)).text());
  return { world, person, clerk, item, pageFor };
}

/** The words of a page. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');

test('says why it came, what was tried, what is known and not known, and the verdict so far', async () => {
  const { clerk, pageFor } = await asked(question);
  const page = await pageFor(clerk);
  expect(page).toContain('指南没有写到这一点，助手不猜');
  expect(page).toMatch(/指南未规定 经费可以用来买车吗/);
  expect(page).toContain('给过的建议：经费申请多少合适');
  expect(page).toMatch(/单位类别 企业/);
  expect(page).toMatch(/境外合作单位 吉森大学/);
  expect(page).toMatch(/还不知道： 合作方城市/);
  expect(page).toMatch(/到目前的结论 有 \d+ 项要先确认/);
  expect(page).toMatch(/看全部/);
});

test('the date of birth is shown to clerks, and only where it matters', async () => {
  const { world, clerk, pageFor } = await asked(question);
  // It stands in the person’s own words, not among the facts.
  expect(await pageFor(clerk)).toMatch(/出生日期 已填（此处不显示）/);
  expect(await pageFor(await world.signedIn('reader'))).toMatch(/出生日期 已填（此处不显示）/);
  const older = await asked(question, aboutThem.replace('1979年3月12日', '1964年5月12日'));
  expect(await older.pageFor(older.clerk)).toMatch(/出生日期 1964年5月12日/);
  expect(await older.pageFor(await older.world.signedIn('reader'))).toMatch(/出生日期 已填（此处不显示）/);
});

test('reading an item is in the audit log, looking again by itself is not', async () => {
  const { world, clerk, item } = await asked(question);
  const count = async () =>
    (await world.store.audit.list({ deed: 'transcript.read', by: clerk.member.id })).items.length;
  await clerk.get(item);
  expect(await count()).toBe(1);
  await clerk.get(`${item}/live?after=0&seen=x`, { 'HX-Request': 'true' });
  expect(await count()).toBe(1);
  await clerk.post(`${item}/reply`, answerForm('不可以买车。'));
  const [entry] = (await world.store.audit.list({ deed: 'queue.reply' })).items;
  expect(entry).toMatchObject({ by: { id: clerk.member.id }, about: item.split('/').at(-1) });
  expect(JSON.stringify(entry)).not.toContain('买车');
});

test('what a crash left half done is done by the next start: everybody gets it, once', async () => {
  const first = await staffService();
  const people = [await webPerson(first.url), await webPerson(first.url)];
  for (const person of people) await asksThePerson(person);
  const clerk = await first.signedIn('clerk', '陈晓');
  const ids = (await itemsOf(clerk)).map((path) => path.split('/').at(-1) ?? '');
  const waiting = await first.store.summaries.find({ desk: 'pending' });
  const conversations = waiting.map(({ conversation }) => conversation);
  const [item = '', ...others] = ids;
  const own = waiting.find(({ desk }) => desk.some((each) => each.item === item))?.conversation ?? '';
  const form = answerForm('不可以买车。').form;
  const asking = {
    item,
    conversation: own,
    question,
    by: { id: clerk.member.id, name: '陈晓' },
    at: first.clock.now.toISOString(),
  };
  // As it is kept before the first act.
  const kept = { ...asking, text: '不可以买车。', close: true, others, propose: false, digest: '', done: false };
  await first.store.documents.write('deskReply', form, kept);
  const folder = first.env.DATA_DIR;
  await first.close();
  const second = await staffService({ folder });
  for (const conversation of conversations) {
    const said = async () =>
      (await second.store.talks.read(conversation, 0)).map(({ activity }) => String(activity.text));
    await expect.poll(async () => times(await said(), '不可以买车')).toBe(1);
  }
  await expect
    .poll(async () => (await second.store.documents.read('deskReply', form))?.value)
    .toMatchObject({ done: true, text: '' });
});
