import { describe, expect, it, test } from 'vitest';
import { dealt, isGivenUp } from '../../dialogs/handover.ts';
import {
  agrees,
  asksHowLong,
  declines,
  endsDesk,
  endsTalk,
  givesUp,
  hasWaited,
  mayGiveUp,
  meansDesk,
  wantsDesk,
} from '../../dialogs/handoverForms.ts';
import { wishIn } from '../../dialogs/handoverWishes.ts';
import { ratingIn } from '../../dialogs/verdict.ts';
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
  const open = ['lead.integrity', 'agreement.content', 'participants', 'unit.name', undefined];
  it.each(
    '我想跟人说话|想和人聊|我要跟真人讲|让真人来|能不能来个人|来人|人在吗|人呢|没有人吗|找在线客服|叫你们领导来|怎么转人工|如何转人工|怎么找人工|人工咨询|人工解答|咨询人工|需要人工帮忙|必须人工|切人工|人工！快点！|人工人工人工|转人功|轉人工|请转给科技厅|我要找科技厅|联系科技厅|不要机器人，要人工|你不行，叫人|有人木有|提交咨询台|1 转给咨询台|我要人|我就要个真人|转接|请转接|rengong|zhuan rengong|Ren Gong Ke Fu'.split(
      '|',
    ),
  )('“%s” is a wish, whatever is open', (text) => {
    expect(open.filter((id) => !wantsDesk(text, id))).toEqual([]);
  });
  it.each([
    ['有人', 'participants'],
    ['有人了', 'participants'],
    ['我们有人', 'participants'],
    ['有工作人员', 'participants'],
    ['机器、人工', 'agreement.language'],
    ['人工，不是机器翻译', 'agreement.language'],
    ['找老师', 'lead.title'],
    ['科技厅的老师', 'lead.title'],
    ['科技厅工作人员', 'unit.kind'],
    ['帮科技厅老师', 'behalf'],
    ['帮工作人员', 'behalf'],
    ['帮客服', 'behalf'],
    ['投诉', 'direction'],
    ['技术支持', 'direction'],
    ['服务台', 'direction'],
    ['要请工作人员吗', undefined],
    ['要派工作人员吗', undefined],
    ['可以换工作人员吗', undefined],
    ['转让人工智能专利，没有', 'jointLab'],
    ['我要人员名单', undefined],
    ['我们要人手', 'participants'],
    ['转接头', 'direction'],
  ])('“%s” at %s is none', (text, id) => {
    expect(wantsDesk(text, id)).toBe(false);
  });
  it('keeps what stands beside the wish', () => {
    expect(wishIn('人工，我们跟台湾合作能不能报')).toEqual({ rest: '我们跟台湾合作能不能报' });
    expect(wishIn('急，转人工')).toEqual({ rest: '' });
    expect(wishIn('和台湾合作能报吗？转人工')).toEqual({ rest: '和台湾合作能报吗？' });
  });
  it('knows what is agreed to, refused and given up', () => {
    const yes = ['好的好的', '好滴', '那行', '也行', '要的要的', '没问题', '转下', '问问吧'];
    expect(yes.filter((text) => !agrees(text) && !meansDesk(text))).toEqual([]);
    expect(['对了', '请', '转让'].filter((text) => agrees(text) || meansDesk(text))).toEqual([]);
    expect(['不想转', '我自己问', '再说吧'].filter((text) => !declines(text))).toEqual([]);
    const gone = '不转了|不想转了|不用回复了|取消|撤回|算了|我自己解决了|不等了，谢谢|太久了不等了'.split('|');
    expect(gone.filter((text) => !hasWaited(text) && !givesUp(text))).toEqual([]);
    expect(['不用了', '没事了'].filter((text) => !mayGiveUp(text) || hasWaited(text) || givesUp(text))).toEqual([]);
    expect(
      ['不转', '没有', '不是', '否'].filter((text) => hasWaited(text) || givesUp(text) || mayGiveUp(text)),
    ).toEqual([]);
    expect(['不等了', '不转了', '算了'].filter(endsTalk)).toEqual([]);
    expect(
      ['结束人工', '结束对话', '回到自查', '继续自查', '开始自查', '回到助手'].filter((text) => !endsTalk(text)),
    ).toEqual([]);
  });
  it('takes an answer at an open question for no question about the wait', () => {
    const answers = ['没来', '没接', '没回复', '还没有回复'];
    expect(answers.filter((text) => asksHowLong(text, true))).toEqual([]);
    expect(answers.filter((text) => !asksHowLong(text))).toEqual([]);
    expect(asksHowLong('怎么还没有人', true)).toBe(true);
  });
  it.each([
    ['很有帮助，谢谢', 'good'],
    ['谢谢，有帮助', 'good'],
    ['满意', 'good'],
    ['👍', 'good'],
    ['没帮到我', 'bad'],
    ['不满意', 'bad'],
    ['👎', 'bad'],
    ['有没有帮助', undefined],
  ])('“%s” after a verdict: %s', (text, rating) => {
    expect(ratingIn(text)).toBe(rating);
  });
  it('is quick, whatever is said', () => {
    const began = performance.now();
    for (const part of ['想要', '能不能', '我们我', '要得再先', '请问', '你们你们的'])
      wantsDesk(part.repeat(40).slice(0, 30));
    wantsDesk('要人工能不能，'.repeat(600));
    wantsDesk('好的好的请问你好您好我们我们，'.repeat(600));
    expect(performance.now() - began).toBeLessThan(300);
  });
});
