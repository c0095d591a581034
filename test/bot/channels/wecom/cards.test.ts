/** Choices on template cards: what is on them, what a click does, and that none is needed. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cardOf, pressed, templateCard } from '../../../../bot/channels/wecom/card.ts';
import { wecomPresenting } from '../../../../bot/channels/wecom/present.ts';
import type { Reply } from '../../../../dialogs/reply.ts';
import { interviewed, personaOf } from '../../../support/applicant.ts';
import { everyReply } from '../../../support/everyReply.ts';
import { type AppService, appService, messageXml } from '../../../support/wecom/appService.ts';

const buttons = z.object({
  card_type: z.literal('button_interaction'),
  task_id: z.string().regex(/^[\w@-]{1,128}$/),
  main_title: z.object({ title: z.string().min(1).max(36), desc: z.string().max(44) }),
  button_list: z
    .array(z.object({ text: z.string().min(1).max(10), key: z.string().min(1).max(1024) }))
    .min(1)
    .max(6),
});
const vote = z.object({
  card_type: z.literal('vote_interaction'),
  task_id: z.string().regex(/^[\w@-]{1,128}$/),
  main_title: z.object({ title: z.string().min(1).max(36), desc: z.string().max(44) }),
  checkbox: z.object({
    question_key: z.string().min(1),
    mode: z.union([z.literal(0), z.literal(1)]),
    option_list: z
      .array(z.object({ id: z.string().min(1).max(128), text: z.string().min(1).max(11) }))
      .min(1)
      .max(20),
  }),
  submit_button: z.object({ text: z.string().max(10), key: z.string().min(1).max(1024) }),
});
/** What WeCom takes (document/path/90236): what is longer than it advises, clients cut. */
const valid = buttons.or(vote);

const question = { id: 'unit.kind', topic: 'unit.kind', index: 1, total: 9 } as const;
const asking = (more: Partial<Reply>): Reply => ({ text: '问', question: { ...question }, ...more }) as Reply;

describe('which card', () => {
  test.each<[string, Partial<Reply>, string | undefined]>([
    ['two choices', { choices: ['是', '不是'] }, 'buttons'],
    ['six choices', { choices: ['一', '二', '三', '四', '五', '六'] }, 'buttons'],
    ['seven choices', { choices: ['一', '二', '三', '四', '五', '六', '七'] }, 'one'],
    ['one that is long', { choices: ['外文，已经翻译并且盖章', '中文'] }, 'one'],
    ['one that is too long for any', { choices: ['外文，已经翻译并且盖了章', '中文'] }, undefined],
    ['twenty-one', { choices: Array.from({ length: 21 }, (_, at) => `第${at}`) }, undefined],
    ['several of a list', { choices: ['都写了'], several: ['任务分工', '知识产权归属'] }, 'several'],
    ['none', {}, undefined],
  ])('%s: %s', (_what, reply, kind) => expect(cardOf(asking(reply))?.kind).toBe(kind));

  test('what an answer only suggests is numbered and gets no card', () => {
    const answer = { text: '答', choices: ['一', '二'], answer: {} } as unknown as Reply;
    expect(cardOf(answer)).toBeUndefined();
    expect(wecomPresenting.present(answer).text).toContain('1 一');
  });
});

test('the frame of a card is in the language of its reply', () => {
  const reply = asking({ choices: ['all'], several: ['Tasks', 'IP'], language: 'en' });
  const card = cardOf(reply);
  expect(card && templateCard(card, 'id')).toMatchObject({
    main_title: { title: 'Choose one or more', desc: 'You can also reply in words or by number' },
    submit_button: { text: 'Submit' },
  });
  expect(wecomPresenting.present(reply)).toMatchObject({
    locale: 'en',
    text: expect.stringContaining('You can also reply: all'),
  });
});

test('every reply that the dialogs can make has a card that WeCom takes, or none, and its text is complete without it', async () => {
  const found = await everyReply();
  expect(found.length).toBeGreaterThan(500);
  let cards = 0;
  for (const { reply } of found) {
    const card = cardOf(reply);
    const { text = '' } = wecomPresenting.present(reply);
    for (const [at, choice] of (reply.choices ?? []).entries())
      expect(text).toContain(reply.several ? choice : `${at + 1} ${choice}`);
    for (const item of reply.several ?? []) expect(text).toContain(item);
    if (!card) continue;
    cards += 1;
    expect(valid.safeParse(templateCard(card, 'a-task')).error).toBeUndefined();
  }
  expect(cards).toBeGreaterThan(100);
});

test('what a button carries comes back as it was, whatever is on it', () => {
  for (const label of ['企业', 'a|b"\\', '，', '𠮷', ' '])
    for (const id of [undefined, 'unit.kind', 'partners[0].legal'])
      expect(
        pressed(
          keysOf(templateCard({ kind: 'buttons', labels: [label], ...(id && { question: id }) }, 't'))[0] ?? '',
          [],
        ),
      ).toEqual({
        text: label,
        ...(id && { question: id }),
      });
});

test.each(['', 'submit_key', '#', 'bnVsbA', 'W10', '7', '{"t":"a"}', 'e30', 'a'.repeat(1024)])(
  'a key that is not ours (%s) is nothing',
  (key) => expect(pressed(key, [])).toBeUndefined(),
);

const keysOf = (card: unknown): string[] => buttons.parse(card).button_list.map(({ key }) => key);

/** The last card that the member was shown. */
function lastCard({ seen }: AppService, userid: string): z.output<typeof valid> {
  return valid.parse(seen(userid).findLast(({ card }) => card)?.card);
}

let clicks = 0;
function click(
  { callback, now }: AppService,
  userid: string,
  card: z.output<typeof valid>,
  chosen: { key: string; options?: string[]; code?: string },
) {
  const { key, options = [], code = `click-${++clicks}` } = chosen;
  const ids = options.map((id) => `<OptionId><![CDATA[${id}]]></OptionId>`).join('');
  const items = options.length
    ? `<SelectedItems><SelectedItem><QuestionKey><![CDATA[choice]]></QuestionKey><OptionIds>${ids}</OptionIds></SelectedItem></SelectedItems>`
    : '';
  const fields = {
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: key,
    TaskId: card.task_id,
    ResponseCode: code,
  };
  const xml = messageXml(userid, Math.floor(now().getTime() / 1000), { ...fields, CardType: card.card_type });
  return { code, sent: callback(xml.replace('</xml>', `${items}</xml>`)) };
}

const keyNamed = (card: z.output<typeof valid>, label: string): string =>
  buttons.parse(card).button_list.find(({ text }) => text === label)?.key ?? '';

describe('a click', () => {
  test('answers the question, and the card shows what was chosen, once', async () => {
    const service = await appService();
    const { say, standIn, app, settled, seen, lines } = service;
    await say('ZhangSan', '开始自查');
    const card = lastCard(service, 'zhangsan');
    app.codes.add('click-code');
    const { sent } = click(service, 'ZhangSan', card, { key: keyNamed(card, '负责人本人'), code: 'click-code' });
    expect((await sent).status).toBe(200);
    await settled('zhangsan');
    expect(seen('zhangsan').findLast(({ card: each }) => !each)?.text).toMatch(/^2\/\d+.*申报单位是哪一类/);
    await expect.poll(() => standIn.of('message/update_template_card').length).toBe(1);
    expect(standIn.of('message/update_template_card')[0]?.body).toEqual({
      userids: ['ZhangSan'],
      agentid: 218,
      response_code: 'click-code',
      button: { replace_name: '已点选：负责人本人' },
    });
    expect((await lines('zhangsan')).find(({ activity }) => activity.value)?.activity.value).toEqual({
      text: '负责人本人',
      question: 'behalf',
    });
  });

  test('that comes four times is one, and updates the card once', async () => {
    const service = await appService();
    await service.say('zhangsan', '开始自查');
    const card = lastCard(service, 'zhangsan');
    const key = keyNamed(card, '负责人本人');
    const storm = [1, 2, 3, 4].map(() => click(service, 'zhangsan', card, { key, code: 'same' }).sent);
    expect((await Promise.all(storm)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const lines = await service.settled('zhangsan');
    expect(lines.filter(({ activity }) => activity.value)).toHaveLength(1);
    await service.close();
    expect(service.standIn.of('message/update_template_card')).toHaveLength(1);
  });

  test('on a card whose code was used, or that WeCom does not update: the answer counts all the same', async () => {
    const service = await appService();
    await service.say('zhangsan', '开始自查');
    const card = lastCard(service, 'zhangsan');
    const { sent } = click(service, 'zhangsan', card, { key: keyNamed(card, '负责人本人'), code: 'used long ago' });
    expect((await sent).status).toBe(200);
    await service.settled('zhangsan');
    expect(service.seen('zhangsan').findLast(({ card: each }) => !each)?.text).toMatch(/^2\/\d+/);
    await expect.poll(() => service.log()).toContain('card not updated');
  });

  test('on an old card changes nothing, says so, and the open question is asked again', async () => {
    const service = await appService();
    await service.say('zhangsan', '开始自查');
    const old = lastCard(service, 'zhangsan');
    await service.say('zhangsan', '负责人本人');
    const { sent } = click(service, 'zhangsan', old, { key: keyNamed(old, '帮别人问') });
    expect((await sent).status).toBe(200);
    await service.settled('zhangsan');
    const texts = service.seen('zhangsan').flatMap(({ text, card }) => (card ? [] : [text]));
    expect(texts.slice(-2).join('\n')).toContain('这个按钮是前面那一题的，没有改动');
    expect(texts.at(-1)).toMatch(/申报单位是哪一类/);
    expect(service.log()).not.toContain('turn failed');
  });

  test('on one of more than six choices: the number that was ticked', async () => {
    const service = await appService();
    await service.say('zhangsan', '开始自查');
    await service.say('zhangsan', '负责人本人');
    const card = vote.parse(lastCard(service, 'zhangsan'));
    const second = card.checkbox.option_list.find(({ text }) => text === '2 高校');
    const chosen = { key: card.submit_button.key, options: [second?.id ?? ''] };
    await click(service, 'zhangsan', card, chosen).sent;
    await service.settled('zhangsan');
    expect(service.seen('zhangsan').findLast(({ card: each }) => !each)?.text).toMatch(/^3\/\d+/);
  });

  test('that ticks nothing, or has a key that is not ours, is passed over', async () => {
    const service = await appService();
    await service.say('zhangsan', '开始自查');
    await service.say('zhangsan', '负责人本人');
    const card = vote.parse(lastCard(service, 'zhangsan'));
    const before = (await service.lines('zhangsan')).length;
    expect((await click(service, 'zhangsan', card, { key: card.submit_button.key }).sent).status).toBe(200);
    expect((await click(service, 'zhangsan', card, { key: 'submit_key' }).sent).status).toBe(200);
    expect(await service.lines('zhangsan')).toHaveLength(before);
  });
});

test('of the list of several, those that are ticked are taken, as if their numbers were typed', async () => {
  const service = await appService();
  const talk = await interviewed(
    personaOf('ex-02'),
    (text) => service.hear('zhangsan', text),
    '开始自查',
    'agreement.content',
  );
  expect(talk.asked.length).toBeGreaterThan(10);
  const card = vote.parse(lastCard(service, 'zhangsan'));
  expect([card.checkbox.mode, card.checkbox.option_list.length]).toEqual([1, 10]);
  await click(service, 'zhangsan', card, { key: card.submit_button.key, options: ['1', '3', '10'] }).sent;
  const lines = await service.settled('zhangsan');
  expect(lines.findLast(({ from }) => from === 'person')?.activity.value).toMatchObject({ text: '1、3、10' });
  const last = service.seen('zhangsan').findLast(({ card: each }) => !each)?.text ?? '';
  expect(last).not.toContain('没看懂');
});

test('a card that WeCom refuses loses nothing: the text was there before', async () => {
  const { write, settled, seen, standIn } = await appService();
  const send = standIn.answers.get('message/send');
  standIn.answers.set('message/send', (call) =>
    call.body.template_card ? { errcode: 43012, errmsg: 'no callback url' } : (send?.(call) ?? {}),
  );
  await write('zhangsan', '开始自查');
  await settled('zhangsan');
  expect(seen('zhangsan').map(({ text }) => text.includes('1 负责人本人'))).toEqual([true]);
});
