/** What is read of a transcript: what was said, what happened, and at each line what staff judged and noted. */
import { describe, expect, it } from 'vitest';
import { shownTranscript, standing } from '../../../../bot/staff/transcripts/shown.ts';
import type { StaffDeed } from '../../../../state/staffAct.ts';
import type { TranscriptLine } from '../../../../state/transcript.ts';
import { line } from '../../../support/saying.ts';

const deed = (seq: number, value: StaffDeed, name = '林审'): TranscriptLine => ({
  ...line(seq, 'staff', ''),
  activity: { id: `act-${seq}`, type: 'event', name: 'staff', value },
  staff: { id: name, name },
});

describe('a transcript as it is read', () => {
  it('has the judgements and notes at the lines that they are about, the last judgement standing', () => {
    const { lines, whole } = shownTranscript([
      line(1, 'person', '要几个合作方'),
      line(2, 'bot', '一个'),
      deed(3, { do: 'mark', seq: 2, mark: 'wrong' }, '陈晓'),
      deed(4, { do: 'note', seq: 2, text: '看附5' }, '陈晓'),
      deed(5, { do: 'mark', seq: 2, mark: 'corrected', text: '至少一个' }),
      deed(6, { do: 'mark', mark: 'reviewed' }),
    ]);
    expect(lines.map(({ kind, said }) => [kind, said])).toEqual([
      ['person', '要几个合作方'],
      ['bot', '一个'],
    ]);
    expect(lines[1]).toMatchObject({
      marks: [
        { mark: 'wrong', by: '陈晓' },
        { mark: 'corrected', text: '至少一个', by: '林审' },
      ],
      notes: [{ text: '看附5', by: '陈晓' }],
    });
    expect([lines[0], lines[1], whole].map((each) => each && standing(each)?.mark)).toEqual([
      undefined,
      'corrected',
      'reviewed',
    ]);
  });

  it('has nothing standing where the judgement was taken back', () => {
    const { lines } = shownTranscript([
      line(1, 'bot', '好'),
      deed(2, { do: 'mark', seq: 1, mark: 'wrong' }),
      deed(3, { do: 'mark', seq: 1, mark: 'cleared' }),
    ]);
    expect(lines.map((each) => [each.marks.length, standing(each)])).toEqual([[2, undefined]]);
  });

  it('tells who took the talk and gave it back; a reply with an effect is the clerk’s own line, one without is told', () => {
    const reply = { ...line(4, 'staff', '可以'), staff: { id: 'c', name: '陈晓' } };
    const { lines } = shownTranscript([
      deed(1, { do: 'take', item: 'i' }, '陈晓'),
      deed(2, { do: 'reply', item: 'i', text: '可以', close: false }, '陈晓'),
      { ...reply, activity: { ...reply.activity, replyToId: 'act-2' } },
      deed(5, { do: 'reply', item: 'i', text: '我来', close: false }),
      deed(6, { do: 'close', item: 'i' }, '陈晓'),
    ]);
    expect(lines.map(({ kind, said }) => [kind, said])).toEqual([
      ['event', '陈晓接手了对话'],
      ['clerk', '可以'],
      ['event', '林审写了答复，没有发出（对话当时不在他手里）'],
      ['event', '陈晓把对话交还给助手'],
    ]);
  });

  it('shows cards beside the text, buttons by their labels, and something for a line without words', () => {
    const card = {
      type: 'AdaptiveCard',
      body: [{ type: 'TextBlock', text: '补齐 1 项' }],
      actions: [{ title: '修改' }],
    };
    const activities: Record<string, unknown>[] = [
      { type: 'message', text: '结论', attachments: [{ content: card }] },
      { type: 'message', attachments: [{ contentType: 'image/png' }] },
      { type: 'message', value: { question: 'x' } },
      { type: 'endOfConversation' },
      { type: 'event', name: 'staff', value: { do: 'mark', mark: 'wrong' } },
    ];
    const { lines } = shownTranscript(activities.map((activity, at) => ({ ...line(at + 1, 'bot', ''), activity })));
    expect(lines.map(({ kind, said, card: words, choices }) => [kind, said, words, choices])).toEqual([
      ['bot', '结论', '补齐 1 项', ['修改']],
      ['bot', '（附件）', '', []],
      ['bot', '（按钮）{"question":"x"}', '', []],
      ['event', '（endOfConversation）', '', []],
      // The help desk's acts are in lines of its own alone.
      ['event', '（event）', '', []],
    ]);
  });
});
