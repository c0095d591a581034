/** Conversations with one of everything that lists tell of, and what staff do in them. */
import type { StaffDeed } from '../../../state/staffAct.ts';
import type { Store } from '../../../state/store.ts';
import type { Arrival } from '../../../state/talks.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import { arrival, line } from '../../support/saying.ts';
import { said } from './lines.ts';

export const clerk = { id: 'm1', name: '李老师' };

export const deedLine = (seq: number, id: string, value: StaffDeed): TranscriptLine =>
  line(seq, 'staff', '', { staff: clerk, activity: { id, type: 'event', name: 'staff', value } });

/** Accepts what somebody of the staff does; its line's time is that of `second`. */
export function deed(
  { talks }: Store,
  conversation: string,
  id: string,
  value: StaffDeed,
  second: number,
): Promise<TranscriptLine[] | 'repeated'> {
  const more: Partial<Arrival> = {
    address: 'latest',
    lines: (seq) => [{ ...deedLine(seq, id, value), at: line(second, 'staff', '').at }],
  };
  return talks.accept(arrival(conversation, id, more));
}

type Said = Omit<TranscriptLine, 'seq'>;
const bot = (second: number, text: string, more: Partial<TranscriptLine> = {}, activity: object = {}): Said =>
  said(second, text, { from: 'bot', ...more, activity: { id: `b${second}`, type: 'message', text, ...activity } });
const person = (second: number, id: string, text: string): Said =>
  said(second, text, { activity: { id, type: 'message', text } });
const did = (second: number, id: string, value: StaffDeed): Said => {
  const { seq: _seq, ...rest } = deedLine(second, id, value);
  return rest;
};

/** Newest first: help, done, begun, logged. */
export async function talkAbout({ transcripts }: Store): Promise<void> {
  await transcripts.append('logged', 'wecom', [person(1, 'l1', '稀土')]);
  await transcripts.append('begun', 'msteams', [
    person(10, 'p1', '开始自查'),
    bot(11, '本人吗', { questionId: 'behalf' }, { replyToId: 'p1' }),
    bot(12, '哪个方向', { questionId: 'direction', directions: [4], caseId: 'c' }),
    bot(13, '哪一天', { questionId: 'lead.birthDate/day' }),
    person(14, 'p2', '今天天气怎么样'),
    bot(15, '不是指南里的事', { answerStatus: 'declined', guide: 'jx-2024' }, { replyToId: 'p2' }),
    did(16, 's1', { do: 'mark', seq: 6, mark: 'wrong' }),
  ]);
  await transcripts.append('done', 'msteams', [
    person(30, 'p1', '开始自查'),
    bot(31, '哪国', { questionId: 'partner.country#2', directions: [3], caseId: 'c' }, { replyToId: 'p1' }),
    person(32, 'p2', '俄罗斯'),
    bot(
      33,
      '补齐 1 项',
      { verdict: 'fixable', ruleIds: ['lead.age', 'lead.age', 'agreement.exists'] },
      { replyToId: 'p2' },
    ),
    person(34, 'p3', '有帮助'),
    bot(41, '谢谢', {}, { replyToId: 'p3', channelData: { satisfaction: 'good' } }),
    did(42, 's1', { do: 'mark', seq: 4, mark: 'corrected', text: '应为两项' }),
    did(43, 's2', { do: 'mark', mark: 'reviewed' }),
  ]);
  await transcripts.append('help', 'msteams', [
    person(50, 'p1', '稀土尾矿算不算'),
    bot(51, '指南没有写', { answerStatus: 'not-in-guide' }, { replyToId: 'p1' }),
    person(52, 'p2', '转人工'),
    bot(
      53,
      '已转',
      {},
      {
        replyToId: 'p2',
        channelData: { desk: { item: 'i', state: 'pending', question: '稀土尾矿算不算', why: 'not-in-guide' } },
      },
    ),
    did(54, 's1', { do: 'reply', item: 'i', text: '老师的答复', close: false }),
    said(55, '', {
      from: 'staff',
      staff: clerk,
      activity: {
        id: 's',
        type: 'message',
        text: '老师的答复',
        replyToId: 's1',
        channelData: { desk: { item: 'i', state: 'answered' } },
      },
    }),
    did(56, 's2', { do: 'note', text: '机密便签' }),
  ]);
}
