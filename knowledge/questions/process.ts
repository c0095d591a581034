/** Questions about how the application is made: 三, 附5 一, 附5 四（四）. */
import { readPlace } from '../places/readPlace.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { readChannel } from '../read/readChannel.ts';
import { readRecommendation } from '../read/readRecommendation.ts';
import { readTeam } from '../read/readTeam.ts';
import { readUsReport } from '../read/readUsReport.ts';
import type { Reading } from '../reading.ts';
import { asFacts, either, eitherRetry, firstOf, flagPart, withPartner } from './build.ts';

const us: Question = {
  id: 'us.report',
  topic: 'us.report',
  settles: ['us.reported', 'us.consent'],
  wording: {
    zh: {
      ask: '美国合作方把这次合作报告所在单位了吗？单位同意了吗？',
      retry: [
        '请分两样写，例如“报告了，也同意了”。',
        '问对方：有没有向其所在单位报告，单位有没有同意。',
        '这一题先放着，最后再补。',
      ],
      choices: ['报告且同意了', '报告了没同意', '都还没有', '不确定'],
    },
  },
  parts: {
    'us.reported': flagPart('美国合作方向所在单位报告了吗？', 'us.reported', {
      choices: ['报告了', '还没有', '不确定'],
    }),
    'us.consent': flagPart('美国合作方的所在单位同意了吗？', 'us.consent', { choices: ['同意了', '还没有', '不确定'] }),
  },
  read: (text, context) =>
    firstOf(
      notAmerican(text, context),
      asFacts(readUsReport(text), (value) => ({
        'us.reported': value.reported,
        // 还没报, said once more when the consent is asked about: nothing can be agreed to by those who were told nothing.
        'us.consent':
          value.consent ??
          (value.reported === false &&
          context.facts['us.reported'] === false &&
          context.facts['us.consent'] === undefined
            ? false
            : undefined),
      })),
    ),
  examples: [
    ['报告了，也同意了', { 'us.reported': true, 'us.consent': true }],
    ['都还没有', { 'us.reported': false, 'us.consent': false }],
    ['不确定', 'unknown'],
  ],
};

/** 合作方不是美国的，是加拿大的: the place is put right instead. */
function notAmerican(text: string, context: AnswerContext): Reading<Patch> | undefined {
  if (!/不是(?:跟|和|同|与)?美国/.test(text)) return undefined;
  const rest = text.split(/[,，;；。]/).find((part) => /(?:是|在|跟|和|同|与)/.test(part) && !/不是|美国/.test(part));
  if (rest === undefined) return undefined;
  return asFacts(
    readPlace(rest.replace(/^.*?(?:是(?:跟|和|同|与)?|在|跟|和|同|与)|(?:合作)?的?\s*$/g, '')),
    ({ country }) => withPartner(context, { country }),
  );
}

const team: Question = {
  id: 'team',
  topic: 'team',
  settles: ['team.membersFromEveryParty'],
  wording: {
    zh: {
      ask: '每家参与单位都有人在项目组里吗？',
      retry: eitherRetry('都有', '不是都有'),
      choices: ['都有', '不是都有', '不确定'],
    },
  },
  read: (text) => asFacts(readTeam(text), (value) => ({ 'team.membersFromEveryParty': value })),
  examples: [
    ['哦，每家至少一个人', { 'team.membersFromEveryParty': true }],
    ['都有，外方也有一位在里面～', { 'team.membersFromEveryParty': true }],
    ['外方没有', { 'team.membersFromEveryParty': false }],
    ['不知道', 'unknown'],
  ],
};

const recommendation: Question = {
  id: 'process.recommendation',
  topic: 'process.recommendation',
  settles: ['process.recommendationLetter'],
  wording: {
    zh: {
      ask: '推荐函开了吗？',
      why: '省直单位主管的找主管部门，其他的找属地科技管理部门。',
      retry: eitherRetry('开了', '还没开'),
      choices: ['开了', '还没开', '不知道找谁'],
    },
  },
  read: (text) => asFacts(readRecommendation(text), (value) => ({ 'process.recommendationLetter': value })),
  examples: [
    ['哦，主管部门已经出了推荐函', { 'process.recommendationLetter': true }],
    ['还没开', { 'process.recommendationLetter': false }],
    ['不知道找谁', 'unknown'],
    ['不知道找谁开', { 'process.recommendationLetter': false }],
  ],
};

const channel: Question = {
  id: 'process.channel',
  topic: 'process.channel',
  settles: ['process.channels', 'process.duplicate'],
  wording: {
    zh: {
      ask: '有没有同时走别的推荐单位，或用同样内容报别的项目？',
      retry: [
        '请写一下，例如“只走一个推荐单位，没有重复报”。',
        '两样：是不是只走一个推荐单位；同样内容报没报过别的项目。',
        '这一题先放着，最后再补。',
      ],
      choices: ['都没有', '走了别的推荐', '内容重复报了'],
    },
  },
  parts: {
    'process.channels': {
      ask: '是不是只通过一个推荐单位申报？',
      choices: ['是', '不是', '不确定'],
      // A longer answer counts the units itself: 走了两个推荐单位 is no yes.
      read: (text) =>
        text.trim().length <= 4
          ? either(text, ['是', '不是', '不确定'], { yes: { 'process.channels': 1 }, no: { 'process.channels': 2 } })
          : asFacts(readChannel(text), (value) => ({ 'process.channels': value.channels })),
    },
    'process.duplicate': flagPart('同样的内容报过别的项目吗？', 'process.duplicate', {
      choices: ['没有', '报过', '不确定'],
    }),
  },
  read: (text) =>
    text.trim() === '走了别的推荐'
      ? { is: 'value', value: { 'process.channels': 2 } }
      : asFacts(readChannel(text), (value) => ({
          'process.channels': value.channels,
          'process.duplicate': value.duplicate,
        })),
  examples: [
    ['没有，就走一个推荐单位', { 'process.channels': 1, 'process.duplicate': false }],
    ['不清楚', 'unknown'],
  ],
};

export const processQuestions = { us, team, recommendation, channel };
