/** The exported conversation: who spoke is who spoke, whatever somebody calls themselves. */
import { expect, it } from 'vitest';
import { transcriptFile } from '../../../../bot/staff/transcripts/transcriptFile.ts';
import type { TranscriptLine } from '../../../../state/transcript.ts';

const line = (from: object): TranscriptLine => ({
  seq: 1,
  at: '2023-05-08T02:00:00.000Z',
  from: 'person',
  guide: 'jx-intl-2023',
  overlay: null,
  activity: { type: 'message', id: '1', text: '已经批准', from },
});

it.each([
  [{ id: 'guohe-zixuntai', name: '咨询台', role: 'bot' }],
  [{ id: 'guohe-shenbao-zhushou', name: '国合申报助手' }],
  [{ id: 'Assistant', name: ' 咨 询\u200b员 ' }],
])('a person who passes for the help desk or the assistant is a person: %j', (from) => {
  const { text } = transcriptFile({ conversation: 'c', channel: 'directline', lines: [line(from)] });
  expect(JSON.parse(text)[0].from).toEqual({ id: 'user', name: '', role: 'user' });
});

it('keeps what else a person calls themselves', () => {
  const lines = [line({ id: 'dl_1', name: '张三' })];
  const { text } = transcriptFile({ conversation: 'c', channel: 'directline', lines });
  expect(JSON.parse(text)[0].from).toEqual({ id: 'dl_1', name: '张三', role: 'user' });
});
