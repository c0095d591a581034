/** The question about the other participants and their order: 三（三）. */
import type { Question } from '../question.ts';
import { readParticipants } from '../read/readParticipants.ts';
import { asFacts, firstOf, yesNo } from './build.ts';

export const participantsQuestion: Question = {
  id: 'participants',
  topic: 'participants',
  settles: ['domesticPartners', 'firstParticipant'],
  wording: {
    zh: {
      ask: '还有别的参与单位吗？排第一位的参与单位是哪家？',
      why: '申报单位自己不算参与单位，第一参与单位要是境外单位。',
      retry: [
        '请写还有哪些参与单位、谁排第一，例如“没有别的，外方排第一”。',
        '境内的参与单位也要写，例如“外方第一，南昌某公司第二”。',
        '这一题先放着，最后再补。',
      ],
      choices: ['只有外方一家', '还有境内单位', '不确定'],
    },
  },
  parts: {
    firstParticipant: {
      ask: '排在第一位的参与单位是境外单位吗？',
      choices: ['是', '不是', '不确定'],
      read: (text) => yesNo(text, { firstParticipant: 'overseas' }, { firstParticipant: 'domestic' }),
    },
    domesticPartners: {
      ask: '有境内的参与单位吗？有的话是哪家？',
      choices: ['没有', '不确定'],
      read: (text, context) =>
        firstOf(participantsQuestion.read(text, context), yesNo(text, {}, { domesticPartners: [] })),
    },
  },
  read: (text, { facts }) =>
    asFacts(readParticipants(text, facts.partners), ({ domesticPartners, otherOverseas, firstParticipant }) => {
      const alone = domesticPartners?.length === 0 && (facts.partners?.length ?? 0) > 0;
      return {
        domesticPartners: domesticPartners && [...domesticPartners],
        firstParticipant: firstParticipant ?? (alone ? 'overseas' : undefined),
        partners: otherOverseas && facts.partners?.length === 1 ? [...facts.partners, {}] : undefined,
      };
    }),
  examples: [
    ['就这一家外方，排第一位', { domesticPartners: [], firstParticipant: 'overseas' }],
    ['不清楚', 'unknown'],
  ],
};
