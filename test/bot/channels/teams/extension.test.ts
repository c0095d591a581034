/** 问申报指南 on a message, and the other things that a client asks and waits for. */
import { expect, test } from 'vitest';
import { plainText } from '../../../../bot/channels/teams/plainText.ts';
import { dataFolder, keptIn } from '../../../support/hallTalk.ts';
import { teamsActivities } from '../../../support/teamsActivities.ts';
import { strangersKey } from '../../../support/teamsIssuer.ts';
import { teamsService } from '../../../support/teamsService.ts';

async function asking() {
  const folder = await dataFolder();
  const service = await teamsService({ folder });
  const { invoke } = teamsActivities(service.serviceUrl);
  const ask = (name: string, value: unknown) => service.post(invoke(name, value));
  const onMessage = (content: string, contentType = 'html') =>
    ask('composeExtension/fetchTask', {
      commandId: 'askGuide',
      commandContext: 'message',
      messagePayload: { id: '1', body: { contentType, content } },
    });
  return { ...service, folder, invoke, ask, onMessage };
}

const actionOf = (body: unknown): Record<string, unknown> => {
  const found = /"type":"Action.Submit","title":"[^"]+","data":(\{[^{}]*\})/.exec(JSON.stringify(body))?.[1];
  return JSON.parse(found ?? '{}');
};

test('on a message the answer is drafted with its clause, and put in as a card without buttons', async () => {
  const { onMessage, ask, received, folder } = await asking();
  const drafted = await onMessage('<p>请问<b>负责人</b>的年龄有什么要求？</p><attachment id="1"></attachment>');
  expect(drafted.status).toBe(200);
  expect(drafted.body).toMatchObject({
    task: {
      type: 'continue',
      value: { title: '问申报指南', card: { contentType: 'application/vnd.microsoft.card.adaptive' } },
    },
  });
  expect(drafted.text).toMatch(/1965年6月1日/);
  expect(drafted.text).toMatch(/附5 二（一）/);
  const data = actionOf(drafted.body);
  expect(data).toMatchObject({ step: 'insert', asked: '请问负责人的年龄有什么要求？' });
  const put = await ask('composeExtension/submitAction', { commandId: 'askGuide', data });
  expect(put.body).toMatchObject({
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: [{ content: { type: 'AdaptiveCard', version: '1.5' } }],
    },
  });
  expect(put.text).toMatch(/1965年6月1日/);
  expect(put.text).toMatch(/附5 二（一）/);
  expect(put.text).not.toContain('Action.Submit');
  expect(received).toEqual([]);
  expect(await keptIn(folder)).toEqual([]);
});

test('several questions of a message are answered together', async () => {
  const { onMessage } = await asking();
  const { text } = await onMessage('<div>负责人年龄有什么要求？<br>给多少钱？</div><div>项目做几年？</div>');
  expect(text).toMatch(/1965年6月1日/);
  expect(text).toMatch(/80-120万元/);
  expect(text).toMatch(/36个月|三年|3年/);
});

test('what a message tells of somebody is judged for nobody and kept nowhere; numbers of persons are not repeated', async () => {
  const { onMessage, ask, conversations, folder, log } = await asking();
  const { text } = await onMessage('我叫王小明，身份证 36010219640101001X，手机13812345678。负责人年龄有什么要求？');
  expect(text).not.toMatch(/36010219640101001X|13812345678/);
  expect(log()).not.toMatch(/王小明|13812345678/);
  expect(await conversations.exists('teams:a:1personal')).toBe(false);
  expect(await keptIn(folder)).toEqual([]);
  const { body } = await ask('composeExtension/submitAction', {
    data: { step: 'insert', asked: '手机13812345678 年龄要求？' },
  });
  expect(JSON.stringify(body)).not.toContain('13812345678');
});

test('one person’s question is no context for the next one’s', async () => {
  const { onMessage } = await asking();
  await onMessage('负责人的年龄有什么要求？');
  const { text } = await onMessage('那职称呢？');
  const alone = await (await asking()).onMessage('那职称呢？');
  expect(JSON.parse(text)).toEqual(alone.body);
});

test('where nothing was pointed at, there is a box to write in, and its question is answered', async () => {
  const { ask, onMessage } = await asking();
  for (const open of [
    await ask('composeExtension/fetchTask', { commandContext: 'compose' }),
    await onMessage('<img src="x">'),
  ]) {
    expect(open.text).toContain('Input.Text');
    expect(actionOf(open.body)).toEqual({ step: 'draft' });
  }
  const drafted = await ask('composeExtension/submitAction', { data: { step: 'draft', asked: '给多少钱？' } });
  expect(drafted.body).toMatchObject({ task: { type: 'continue' } });
  expect(drafted.text).toMatch(/80-120万元/);
});

test('the search gives the answer as one result, and a hint while nothing is typed', async () => {
  const { ask } = await asking();
  const query = (parameters: unknown) => ask('composeExtension/query', { commandId: 'searchGuide', parameters });
  expect((await query([{ name: 'initialRun', value: 'true' }])).body).toMatchObject({
    composeExtension: { type: 'message' },
  });
  const { body, text } = await query([{ name: 'question', value: '给多少钱？' }]);
  expect(body).toMatchObject({
    composeExtension: { type: 'result', attachments: [{ preview: { content: { title: '问申报指南' } } }] },
  });
  expect(text).toMatch(/80-120万元/);
});

test('4,000 characters are answered in less than five seconds, one more is refused politely', async () => {
  const { onMessage, ask } = await asking();
  const long = '负责人年龄有什么要求？给多少钱？'.repeat(300).slice(0, 4000);
  const asked = Date.now();
  expect((await onMessage(long, 'text')).text).toMatch(/1965年6月1日/);
  expect(Date.now() - asked).toBeLessThan(5000);
  expect((await onMessage(`${long}。`, 'text')).body).toMatchObject({
    task: { type: 'message', value: expect.stringContaining('4000') },
  });
  expect((await ask('composeExtension/query', { parameters: [{ name: 'q', value: `${long}。` }] })).body).toMatchObject(
    {
      composeExtension: { type: 'message', text: expect.stringContaining('4000') },
    },
  );
});

test.each([
  [
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', verb: 'x' } },
    { statusCode: 400, type: 'application/vnd.microsoft.error' },
  ],
  ['task/fetch', {}, { task: { type: 'message' } }],
  ['task/submit', {}, { task: { type: 'message' } }],
  ['signin/verifyState', { state: '1' }, {}],
  ['signin/tokenExchange', { id: '1', token: 'x' }, {}],
  ['composeExtension/queryLink', { url: 'https://example.cn' }, {}],
  ['composeExtension/querySettingUrl', {}, {}],
  ['composeExtension/selectItem', {}, {}],
  ['composeExtension/onCardButtonClicked', {}, {}],
  ['fileConsent/invoke', { action: 'accept' }, {}],
  ['config/fetch', {}, {}],
  ['message/submitAction', {}, {}],
  ['nobody/knows', { text: '开始自查' }, {}],
])('%s is not offered, and the client is told so with 200', async (name, value, expected) => {
  const { ask, received, folder } = await asking();
  const { status, body } = await ask(name, value);
  expect(status).toBe(200);
  expect(body).toMatchObject(expected);
  expect(received).toEqual([]);
  expect(await keptIn(folder)).toEqual([]);
});

test.each([
  undefined,
  null,
  7,
  'x',
  [],
  { messagePayload: 7 },
  { messagePayload: { body: 7 } },
  { data: [] },
  { parameters: {} },
  { parameters: [{}] },
])('whatever a client asks with, it is answered: %j', async (value) => {
  const { ask } = await asking();
  for (const name of ['composeExtension/fetchTask', 'composeExtension/submitAction', 'composeExtension/query'])
    expect((await ask(name, value)).status).toBe(200);
  expect((await ask('', value)).status).toBe(200);
});

test('who is not Teams gets no answer to a question either', async () => {
  const { post, invoke, issuer, serviceUrl } = await asking();
  const value = { parameters: [{ name: 'question', value: '给多少钱？' }] };
  const Authorization = issuer.bearer(serviceUrl, {}, { key: strangersKey });
  const { status, text } = await post(invoke('composeExtension/query', value), { Authorization });
  expect(status).toBe(401);
  expect(text).not.toContain('万元');
});

test.each([
  ['<p>一</p><p>二</p>', '一\n二'],
  ['一<br/>二<BR>三', '一\n二\n三'],
  ['<div>a &lt;b&gt; &amp;amp; &quot;c&quot;&nbsp;&#20013;&#x6587;</div>', 'a <b> &amp; "c" 中文'],
  ['<script>alert("x")</script>年龄<style>p{}</style>要求', '年龄要求'],
  ['<!-- <p>藏</p> -->露', '露'],
  ['1 < 2 且 3 > 2', '1 < 2 且 3 > 2'],
  ['<at id="0">李四</at>&nbsp;问', '李四 问'],
  ['<img src="x" onerror="alert(1)">字', '字'],
  ['没关的<b', '没关的<b'],
  ['&#0;&#xD800;&#99999999;&nope;', '&#99999999;&nope;'],
  ['<ul><li>一</li><li>二</li></ul>', '一\n二'],
  ['', ''],
])('HTML %j is read as %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each(['<', '<a', '<!--', '<script>', '&', '&#', '<p>', '</', 'x<!', '<at '])(
  'HTML that is nothing but %j 200,000 characters long is read at once',
  (part) => {
    const began = performance.now();
    plainText(part.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(1000);
  },
);
