import { expect, test } from 'vitest';
import { greeting } from '../../dialogs/main.ts';
import { noticeDue, noticeText, noticeVersion } from '../../dialogs/notice.ts';
import { type ConversationRecord, conversationRecord, newConversation } from '../../state/conversation.ts';

const now = new Date('2023-05-08T02:00:00Z');

/** Whoever changes the text raises the version in `dialogs/notice.ts`, and this line: people are then told once. */
test('this version of the notice says this', () => {
  expect([noticeVersion(180), noticeText(180, 'zh')]).toEqual([
    '2-180',
    '对话会保存180天，供工作人员复核。想看、下载或删除，回复“我的数据”“导出我的数据”“删除我的数据”。请不要发身份证号、电话、银行账号。',
  ]);
});

test('the greeting carries it and stays short enough for a phone', () => {
  const { text } = greeting('jx-intl-2023', 90, 'zh');
  expect(text).toContain(noticeText(90, 'zh'));
  expect(text.length).toBeLessThanOrEqual(180);
});

const spoken: ConversationRecord = { ...newConversation('c', 'directline'), heardAt: now.toISOString() };
const known = { version: noticeVersion(180), at: now.toISOString() };

test.each([
  ['whom the greeting has just told', newConversation('c', 'directline'), false],
  ['who talked before notices had versions', spoken, true],
  ['who knows it', { ...spoken, notice: known }, false],
  ['who knows an earlier one', { ...spoken, notice: { ...known, version: '1-180' } }, true],
  ['who was told of other days', { ...spoken, notice: { ...known, version: noticeVersion(90) } }, true],
])('%s is told once when it changed', (_who, record, told) => {
  const copy = structuredClone(record);
  expect(noticeDue(copy, 180, 'zh', now) !== undefined).toBe(told);
  expect(copy.notice).toEqual(known);
  expect(noticeDue(copy, 180, 'zh', now)).toBeUndefined();
});

test('a document of before has none and is read all the same', () => {
  const { exports: _later, ...before } = newConversation('c', 'directline');
  expect(conversationRecord.parse(before)).toEqual(newConversation('c', 'directline'));
});
