/** People in Teams: alone, in groups, in threads of channels; what they change, delete, send and press. */
import { expect, test } from 'vitest';
import { conversationRecord } from '../../../../state/conversation.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import type { Store } from '../../../../state/store.ts';
import { dataFolder, keptIn } from '../../../support/hallTalk.ts';
import { channelId, groupChat, teamsActivities, thread } from '../../../support/teamsActivities.ts';
import { ownToken, teamsService } from '../../../support/teamsService.ts';

const started = async (options: Partial<Parameters<typeof teamsService>[0]> = {}) => {
  const folder = options.folder ?? (await dataFolder());
  const service = await teamsService({ folder, ...options });
  const { received } = service;
  const sent = () => received.map(({ activity }) => JSON.stringify(activity)).join('\n');
  const messages = () => received.filter(({ activity }) => activity.type === 'message');
  /** Waits until so many messages were sent in all. */
  const replies = async (count: number) => {
    await expect.poll(() => messages().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
    return messages();
  };
  return { ...service, ...teamsActivities(service.serviceUrl), folder, sent, messages, replies };
};

const recordOf = async (store: Store, id: string) => {
  const record = await store.talks.load(`teams:${id}`);
  return record && conversationRecord.parse(record);
};

test('alone, an interview is held, by typed words and by pressed buttons', async () => {
  const { post, message, pressed, replies, store, conversations, sent } = await started();
  await post(message('开始自查'));
  await replies(1);
  await post(message('负责人本人'));
  await replies(2);
  await post(pressed({ text: '企业', question: 'unit.kind' }, 'card-2'));
  await replies(3);
  await conversations.idle();
  expect((await recordOf(store, 'a:1personal'))?.cases[0]?.facts['unit.kind']).toBe('enterprise');
  expect(sent()).not.toContain('不记任何人的情况');
});

test.each([
  ['a group chat', groupChat],
  ['a thread of a channel', thread('1683511200000')],
  ['whatever is not plainly one person’s', { id: '19:meeting@thread.v2', conversationType: 'meeting' }],
])('in %s a question is answered where it was asked, and nobody’s facts are taken', async (_what, place) => {
  const { post, called, replies, received, store, conversations, sent } = await started();
  await post(called('负责人的年龄有什么要求？', place));
  await replies(1);
  expect(sent()).toContain('1965年6月1日');
  expect(received[0]?.path).toContain(encodeURIComponent(place.id));
  await post(called('我是副教授，1980年3月生，和德国的公司合作，想申报', place));
  await post(called('开始自查', place));
  await replies(3);
  await conversations.idle();
  expect((await recordOf(store, place.id))?.cases).toEqual([]);
  expect(sent()).toContain('https://teams.example/l/chat/0/0?users=28:11111111-2222-3333-4444-555555555555');
});

test('a question in one thread is no context in another', async () => {
  const { post, called, conversations } = await started();
  await post(called('负责人的年龄有什么要求？', thread('1')));
  await post(called('那职称呢？', thread('2')));
  await conversations.idle();
  const lines = await conversations.read(`teams:${channelId};messageid=2`, 0);
  expect(lines.filter(({ from }) => from === 'person').map(({ activity }) => activity.text)).toEqual(['那职称呢？']);
});

test.each([
  [
    'by the entity',
    '<at>国合申报助手</at>\u00a0年龄有什么要求？',
    [{ type: 'mention', mentioned: { id: '28:11111111-2222-3333-4444-555555555555' }, text: '<at>国合申报助手</at>' }],
    '年龄有什么要求？',
  ],
  [
    'by another name in the entity',
    '<at>申报</at> 年龄有什么要求？',
    [{ type: 'mention', mentioned: { id: '28:11111111-2222-3333-4444-555555555555' }, text: '<at>申报</at>' }],
    '年龄有什么要求？',
  ],
  ['by its text alone', '<at>国合申报助手</at>年龄有什么要求？', undefined, '年龄有什么要求？'],
  ['typed', '@国合申报助手 年龄有什么要求？', undefined, '年龄有什么要求？'],
  ['twice', '<at>国合申报助手</at> 年龄有什么要求？<at>国合申报助手</at>', undefined, '年龄有什么要求？'],
  [
    'beside somebody else’s',
    '<at>国合申报助手</at> <at>李四</at> 问年龄',
    [{ type: 'mention', mentioned: { id: '29:lisi' }, text: '<at>李四</at>' }],
    '李四 问年龄',
  ],
  [
    'only somebody else’s',
    '<at>李四</at> 问年龄',
    [7, null, { type: 'mention' }, { type: 'mention', mentioned: { id: '29:lisi' }, text: '<at>李四</at>' }],
    '李四 问年龄',
  ],
])('our own name is taken away, and no other: %s', async (_how, text, entities, kept) => {
  const { post, called, conversations } = await started();
  await post(called('', groupChat, { text, entities }));
  await conversations.idle();
  const lines = await conversations.read(`teams:${groupChat.id}`, 0);
  expect(lines.find(({ from }) => from === 'person')?.activity.text).toBe(kept);
});

test('a changed message is answered with how to correct, and changes nothing', async () => {
  const { post, message, of, replies, conversations, store, sent } = await started();
  await post(message('开始自查', {}, '1'));
  await replies(2);
  await post(message('负责人本人', {}, '2'));
  await replies(3);
  const known = async () => [
    (await recordOf(store, 'a:1personal'))?.cases,
    (await conversations.read('teams:a:1personal', 0)).length,
  ];
  const before = await known();
  const edit = of('messageUpdate', { text: '帮别人问', channelData: { eventType: 'editMessage' } }, '2');
  expect((await post(edit)).status).toBe(200);
  await replies(4);
  expect(sent()).toContain('不会改变记下的答复');
  await conversations.idle();
  expect(await known()).toEqual(before);
});

test('in a group a changed message is not answered again, and the way to ask again is told', async () => {
  const { post, called, of, replies, sent } = await started();
  await post(called('负责人的年龄有什么要求？', groupChat, {}, '1'));
  await replies(1);
  const fields = { text: '<at>国合申报助手</at> 给多少钱？', conversation: groupChat };
  await post(of('messageUpdate', { ...fields, channelData: { eventType: 'editMessage' } }, '1'));
  await replies(2);
  expect(sent()).toContain('要再问，请重新发一条');
  expect(sent()).not.toMatch(/80-120万元|改成/);
});

test.each([
  ['a deleted message', 'messageDelete', { channelData: { eventType: 'softDeleteMessage' } }],
  ['one that came back', 'messageUpdate', { text: '开始自查', channelData: { eventType: 'undeleteMessage' } }],
  ['a reaction', 'messageReaction', { reactionsAdded: [{ type: 'like' }] }],
  ['typing', 'typing', {}],
  ['an event', 'event', { name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } }],
  ['an end', 'endOfConversation', {}],
  ['what nobody knows', 'whatever', { text: '开始自查' }],
])('%s is nothing to us: 200, nothing sent, nothing kept', async (_what, type, fields) => {
  const { post, of, received, folder, conversations } = await started();
  expect((await post(of(type, fields))).status).toBe(200);
  await conversations.idle();
  expect(received).toEqual([]);
  expect(await keptIn(folder)).toEqual([]);
});

const file = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: '协议.pdf',
  content: { downloadUrl: 'https://example.cn/x', fileType: 'pdf' },
};
const picture = { contentType: 'image/*', contentUrl: 'https://smba.trafficmanager.net/x/views/original' };

test.each([
  ['a file', file],
  ['a picture', picture],
])('%s alone: the text is asked for, nothing is fetched', async (_what, attachment) => {
  const { post, message, replies, sent } = await started();
  const fields = { text: undefined, attachments: [attachment, { contentType: 'text/html', content: '<div></div>' }] };
  expect((await post(message('', fields))).status).toBe(200);
  await replies(2);
  expect(sent()).toContain('我只看得懂文字');
});

test('a picture with a question: the question is answered, and it is said that the picture was not looked at', async () => {
  const { post, message, replies, sent } = await started();
  await post(message('负责人的年龄有什么要求？', { attachments: [picture] }));
  await replies(3);
  expect(sent()).toContain('图片和文件我看不了');
  expect(sent()).toContain('1965年6月1日');
});

/** A home whose turns take their time. */
function slow(folder: string, wait: () => Promise<void>): Store {
  const store = embeddedStore(folder);
  const turn: Store['talks']['turn'] = async (conversation, work) => {
    await wait();
    return store.talks.turn(conversation, work);
  };
  return { ...store, talks: { ...store.talks, turn } };
}

test('who waits long sees once that we are writing, and the post waits for no turn', async () => {
  const folder = await dataFolder();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { post, message, received, replies } = await started({
    folder,
    store: slow(folder, () => held),
    elsewhere: { typingAfter: 50 },
  });
  expect((await post(message('负责人的年龄有什么要求？'))).status).toBe(200);
  await expect.poll(() => received.map(({ activity }) => activity.type)).toEqual(['typing']);
  await new Promise((resolve) => setTimeout(resolve, 300));
  release();
  await replies(1);
  expect(received.filter(({ activity }) => activity.type === 'typing')).toHaveLength(1);
});

test('who is answered soon sees nothing of writing', async () => {
  const { post, message, received, replies } = await started({ elsewhere: { typingAfter: 2000 } });
  await post(message('负责人的年龄有什么要求？'));
  await replies(1);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(received.filter(({ activity }) => activity.type === 'typing')).toEqual([]);
});

test('where the caller waits, the replies come with the response, and nothing is sent', async () => {
  const { post, message, received } = await started();
  const { status, body } = await post(message('开始自查', { deliveryMode: 'expectReplies' }));
  expect(status).toBe(200);
  const said = { type: 'message', conversation: { id: 'a:1personal' } };
  expect(body).toMatchObject({
    activities: [
      { ...said, text: expect.stringContaining('对话会保存') },
      { ...said, channelData: { question: { id: 'behalf' } } },
    ],
  });
  expect(received).toEqual([]);
});

test('an activity that cannot be kept is not swallowed: the person is told', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const accept = async () => {
    throw new Error('disk full');
  };
  const { post, message, replies, sent } = await started({
    folder,
    store: { ...store, talks: { ...store.talks, accept } },
  });
  expect((await post(message('开始自查'))).status).toBe(200);
  await replies(1);
  expect(sent()).toContain('这一条没有收到');
});

test('every reply carries the bot’s token, and no line of the log a word of anybody', async () => {
  const { post, message, replies, log } = await started();
  await post(message('我叫王小明，手机 13812345678'));
  const [reply] = await replies(1);
  expect(reply?.authorization).toBe(`Bearer ${ownToken}`);
  expect(log()).not.toMatch(/王小明|13812345678|29:1person|a:1personal.*text/);
});
