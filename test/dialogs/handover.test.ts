import { describe, expect, it, test } from 'vitest';
import { dealt, isGivenUp } from '../../dialogs/handover.ts';
import {
  agrees,
  asksHowLong,
  declines,
  endsDesk,
  hasWaited,
  meansDesk,
  wantsDesk,
} from '../../dialogs/handoverForms.ts';
import type { DeskItem } from '../../state/deskItem.ts';
import type { StaffDeed } from '../../state/staffAct.ts';

const at = '2023-05-08T02:00:00.000Z';
const wang = { id: 'w', name: '王老师' };
const li = { id: 'l', name: '李老师' };
const pending: DeskItem = { id: 'i', state: 'pending', askedAt: at, seq: 4, question: '能报两项吗', why: 'person' };
const taken: DeskItem = { ...pending, state: 'taken', by: wang, takenAt: at };
const answered: DeskItem = { ...taken, state: 'answered', answeredAt: at };
const items = { none: undefined, pending, taken, answered };
const reply = (close: boolean): StaffDeed => ({ do: 'reply', item: 'i', text: '可以', close });

describe('what somebody at the desk does', () => {
  test.each<[keyof typeof items, string, StaffDeed, typeof wang, readonly string[]]>([
    ['pending', 'is taken by anybody', { do: 'take', item: 'i' }, wang, ['taken']],
    ['taken', 'is not taken twice by the same', { do: 'take', item: 'i' }, wang, []],
    ['taken', 'is not taken from somebody', { do: 'take', item: 'i' }, li, []],
    ['answered', 'is not taken from somebody', { do: 'take', item: 'i' }, li, []],
    ['none', 'is not taken when it is closed', { do: 'take', item: 'i' }, wang, []],
    ['pending', 'is not another one', { do: 'take', item: 'j' }, wang, []],
    ['taken', 'is given back by who has it', { do: 'release', item: 'i' }, wang, ['pending']],
    ['answered', 'is given back by who has it', { do: 'release', item: 'i' }, wang, ['pending']],
    ['taken', 'is given back by nobody else', { do: 'release', item: 'i' }, li, []],
    ['pending', 'cannot be given back', { do: 'release', item: 'i' }, wang, []],
    ['pending', 'is answered by anybody', reply(false), li, ['answered']],
    ['pending', 'is answered and handed back at once', reply(true), li, ['answered', 'closed']],
    ['taken', 'is answered by who has it', reply(false), wang, ['answered']],
    ['answered', 'is answered again by who has it', reply(true), wang, ['answered', 'closed']],
    ['taken', 'is answered by nobody else', reply(true), li, []],
    ['none', 'is not answered when it is closed', reply(true), wang, []],
    ['taken', 'is closed by who has it', { do: 'close', item: 'i' }, wang, ['closed']],
    ['answered', 'is closed by nobody else', { do: 'close', item: 'i' }, li, []],
    ['pending', 'is not closed before it is taken', { do: 'close', item: 'i' }, wang, []],
    ['taken', 'stays under a note', { do: 'note', text: '记一下' }, wang, []],
    ['taken', 'stays under a mark', { do: 'mark', mark: 'wrong' }, wang, []],
  ])('a %s item %s', (state, _what, deed, by, states) => {
    expect(dealt(items[state], deed, by, at)?.states ?? []).toEqual(states);
  });
  it('leaves the item with whoever has it, and with nobody when it is given back', () => {
    expect(dealt(pending, reply(false), li, at)?.item).toEqual({
      ...pending,
      state: 'answered',
      by: li,
      takenAt: at,
      answeredAt: at,
    });
    expect(dealt(answered, { do: 'release', item: 'i' }, wang, at)?.item).toEqual(pending);
    expect(dealt(answered, { do: 'close', item: 'i' }, wang, at)?.item).toBeUndefined();
  });
  test.each([
    ['a moment less than a day', 24 * 3_600_000 - 1, false],
    ['a day', 24 * 3_600_000, true],
  ])('after %s of silence it is given up: %s', (_when, ms, given) => {
    expect(isGivenUp(answered, new Date(Date.parse(at) + ms))).toBe(given);
  });
});

describe('words around the desk', () => {
  const forms: Record<string, [(text: string) => boolean, readonly string[]]> = {
    'want a person': [
      wantsDesk,
      [
        '人工',
        '转人工',
        '我要找人工',
        '帮我转人工吧',
        '有没有真人',
        '我要投诉',
        '找你们老师',
        '能不能转人工客服？',
        '转给咨询台',
        '请转接人工服务',
        '有人工吗',
        '有真人在吗',
        '给我转人工，谢谢',
        '我不想跟机器人说话',
        '联系一下工作人员',
        '人工在吗',
        '叫个真人来',
        '能转给工作人员处理吗',
        '直接找科技厅的人',
      ],
    ],
    'mean the desk after it was offered': [
      meansDesk,
      ['转', '转吧', '要转', '好，转', '帮我转一下', '请转', '转过去吧'],
    ],
    'agree where nothing else is asked': [agrees, ['是', '好', '好的。', '要', '可以', '嗯嗯', '行吧', '1']],
    decline: [declines, ['不用', '不要', '不用了', '算了', '先不转', '没事']],
    'ask how long': [
      asksHowLong,
      ['还要等多久？', '要等多久', '排到我了吗', '到我了吗', '前面还有几个人', '怎么没人回复我', '怎么还没人理我'],
    ],
    'end it': [
      endsDesk,
      ['结束人工', '回到助手', '退出人工', '取消转人工', '不要人工了', '请回到助手吧', '我要结束咨询'],
    ],
    'have waited enough': [hasWaited, ['不等了', '我不等了', '那就不等啦', '不用等了', '不排队了']],
  };
  test.each(Object.entries(forms))('that %s', (_what, [is, texts]) => {
    expect(texts.filter((text) => !is(text))).toEqual([]);
  });
  test.each([
    '高校',
    '企业',
    '教授',
    '有',
    '没有',
    '是',
    '不是',
    '3年',
    '人工智能',
    '方向是人工智能',
    '换负责人',
    '客服机器人方向',
    '我们有工作人员5名',
    '转让合同',
    '转化成果',
    '张老师',
    '帮老师问',
    '有人员名单',
    '不要求',
    '人工智能方向可以报吗',
    '工作人员要签字吗',
    '我找工作人员盖章了',
  ])('“%s” is nobody’s wish for a person', (text) => {
    expect([wantsDesk(text), meansDesk(text), endsDesk(text), hasWaited(text), asksHowLong(text)]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  it('is quick, whatever is said', () => {
    const began = performance.now();
    for (const part of ['想要', '能不能', '我们我', '要得再先', '请问', '你们你们的'])
      wantsDesk(part.repeat(40).slice(0, 30));
    expect(performance.now() - began).toBeLessThan(300);
  });
});
