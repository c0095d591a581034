/** Who opens the app is greeted; not each time. */
import { expect, test } from 'vitest';
import { type AppService, appService, messageXml } from '../../../support/wecom/appService.ts';
import { postCallback, sealed } from '../../../support/wecom/callbacks.ts';

let events = 0;
function enter({ callback, now }: AppService, userid: string) {
  // Two openings in one second differ in nothing: the key makes them two.
  const fields = { MsgType: 'event', Event: 'enter_agent', EventKey: `${++events}` };
  return callback(messageXml(userid, Math.floor(now().getTime() / 1000), fields));
}

const greetings = ({ seen }: AppService, userid: string): number =>
  seen(userid).filter(({ text }) => text.includes('您好，我是江西省国际科技合作项目的申报助手')).length;

test('at the first opening, and again after 48 hours', async () => {
  const service = await appService();
  expect((await enter(service, 'ZhangSan')).status).toBe(200);
  await expect.poll(() => greetings(service, 'zhangsan')).toBe(1);
  expect(service.seen('zhangsan')[0]?.text).toContain('对话会保存180天');
  service.pass(48 * 3600 - 1);
  await enter(service, 'zhangsan');
  await enter(service, 'lisi');
  await expect.poll(() => greetings(service, 'lisi')).toBe(1);
  expect(greetings(service, 'zhangsan')).toBe(1);
  service.pass(1);
  await enter(service, 'zhangsan');
  await expect.poll(() => greetings(service, 'zhangsan')).toBe(2);
});

test('once however often the event comes at once, and after a restart it is known', async () => {
  const first = await appService();
  const xml = messageXml('zhangsan', Math.floor(first.now().getTime() / 1000), {
    MsgType: 'event',
    Event: 'enter_agent',
    EventKey: '',
  });
  const acks = await Promise.all([1, 2, 3, 4].map(() => postCallback(`${first.url}/wecom/callback`, sealed(xml))));
  expect(acks.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await expect.poll(() => greetings(first, 'zhangsan')).toBe(1);
  await first.close();
  expect(greetings(first, 'zhangsan')).toBe(1);
  const second = await appService({ folder: first.folder, standIn: first.standIn });
  await second.callback(xml);
  await second.close();
  expect(greetings(second, 'zhangsan')).toBe(0);
});

test('a greeting that surely did not arrive is said at the next opening, and nothing is kept of a talk in which nobody wrote', async () => {
  const service = await appService();
  service.standIn.script('message/send', { errcode: 45009 });
  await enter(service, 'zhangsan');
  await expect.poll(() => service.standIn.of('message/send').length).toBe(1);
  await expect
    .poll(async () => {
      // Every time: what the refusal means may be known only after the clock moved.
      service.pass(61);
      await enter(service, 'zhangsan');
      return greetings(service, 'zhangsan');
    })
    .toBe(1);
  expect(await service.lines('zhangsan')).toEqual([]);
});

test('the button of the greeting begins the interview', async () => {
  const service = await appService();
  await enter(service, 'zhangsan');
  await expect.poll(() => service.seen('zhangsan').length).toBe(2);
  expect(service.seen('zhangsan')[1]?.card).toMatchObject({ button_list: [{ text: '开始自查' }] });
  expect((await service.say('zhangsan', '1'))[0]?.text).toMatch(/还是帮别人问|开始自查/);
});

test('who was greeted more than 48 hours ago is remembered no longer than until the next start', async () => {
  const first = await appService();
  await enter(first, 'zhangsan');
  await expect.poll(() => greetings(first, 'zhangsan')).toBe(1);
  first.pass(47 * 3600);
  await enter(first, 'lisi');
  await expect.poll(() => greetings(first, 'lisi')).toBe(1);
  const kept = async ({ store }: AppService): Promise<number> => {
    let count = 0;
    for await (const _each of store.documents.list('wecom-welcomed')) count += 1;
    return count;
  };
  expect(await kept(first)).toBe(2);
  await first.close();
  const second = await appService({ folder: first.folder, standIn: first.standIn, after: 49 * 3600 });
  await expect.poll(() => kept(second)).toBe(1);
});

test('who wrote first was greeted with the first answer, and is not greeted again by opening the app', async () => {
  const service = await appService();
  const at = Math.floor(service.now().getTime() / 1000);
  const said = messageXml('zhangsan', at, { MsgType: 'text', Content: '开始自查', MsgId: '1' });
  await postCallback(`${service.url}/wecom/callback`, sealed(said));
  await expect
    .poll(() =>
      service
        .seen('zhangsan')
        .map(({ text }) => text)
        .join(),
    )
    .toContain('1/34');
  expect(service.seen('zhangsan')[0]?.text).toContain('对话会保存180天');
  await enter(service, 'zhangsan');
  await enter(service, 'lisi');
  await expect.poll(() => greetings(service, 'lisi')).toBe(1);
  expect(greetings(service, 'zhangsan')).toBe(1);
});
