/** Questions about how the application is made: 三, 附5 一, 附5 四（四）. */
import { indicatorKinds, narrativePoints } from '../facts.ts';
import { readPlace } from '../places/readPlace.ts';
import type { AnswerContext, Patch, Question } from '../question.ts';
import { readAspects } from '../read/readAspects.ts';
import { readChannel } from '../read/readChannel.ts';
import { readUsReport } from '../read/readUsReport.ts';
import { readIndicators, readNarrative } from '../read/readWritten.ts';
import { saysUnknown, statements } from '../read/tidy.ts';
import type { Reading } from '../reading.ts';
import { asFacts, either, eitherRetry, firstOf, flagPart, withPartner, yesNo } from './build.ts';

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
      asFacts(readUsReport(text), (value) => ({ 'us.reported': value.reported, 'us.consent': value.consent })),
    ),
  examples: [
    ['报告了，也同意了', { 'us.reported': true, 'us.consent': true }],
    ['都还没有', { 'us.reported': false, 'us.consent': false }],
    ['不确定', 'unknown'],
  ],
};

/** 合作方不是美国的，是加拿大的: the place is put right instead. */
function notAmerican(text: string, context: AnswerContext): Reading<Patch> | undefined {
  if (!/不是美国/.test(text)) return undefined;
  const rest = text
    .split(/[,，;；。]/)
    .find((part) => /^[\s而]*(?:是|在|应该是)/.test(part) && !/不是|美国/.test(part));
  if (rest === undefined) return undefined;
  return asFacts(readPlace(rest.replace(/^[\s而]*(?:应该)?是|的\s*$/g, '')), ({ country }) =>
    withPartner(context, { country }),
  );
}

/** 推荐信 from people is no 推荐函 of the recommending unit. */
const letterOfPeople = /推荐信|(?:导师|院士|教授|专家|老师)[^,，。]{0,4}(?:写|签|推荐)/;

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
  read: (text) =>
    either(text, ['都有', '不是都有'], {
      yes: { 'team.membersFromEveryParty': true },
      no: { 'team.membersFromEveryParty': false },
    }),
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
  read: (text) =>
    letterOfPeople.test(text) && !/推荐函/.test(text)
      ? { is: 'ask', hint: '要的是主管部门或科技管理部门开的推荐函，不是专家的推荐信。推荐函开了吗？' }
      : yesNo(text, { 'process.recommendationLetter': true }, { 'process.recommendationLetter': false }),
  examples: [
    ['哦，主管部门已经出了推荐函', { 'process.recommendationLetter': true }],
    ['还没开', { 'process.recommendationLetter': false }],
    ['不知道找谁', 'unknown'],
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

const whole = /(?:都|全部|全|该写的都?)(?:写|填|弄|准备)?(?:全|完|好|齐|有)?了|填完|写完|都有|齐全|写全/;

const materials: Question = {
  id: 'app.materials',
  topic: 'app.materials',
  settles: ['app.indicatorsStated', 'app.narrativeDone', 'app.formatComplete'],
  wording: {
    zh: {
      ask: '申报书的三类指标、先进性和市场前景、格式附件都写全了吗？',
      why: '三类指标是经济、技术、知识产权；还要写可实施性。',
      retry: [
        '请写全没全，例如“都全了”“缺经济指标”“格式还没填完”。',
        '对着申报书看：三类考核指标，先进性、可实施性、市场前景，格式和附件。',
        '这一题先放着，最后再补。',
      ],
      choices: ['都全了', '还没写全', '不确定'],
    },
  },
  parts: {
    'app.indicatorsStated': {
      ask: '申报书里经济、技术、知识产权三类考核指标都写了吗？',
      choices: ['都写了', '没写全', '不确定'],
      read: (text) =>
        firstOf(
          asFacts(readIndicators(text), (value) => ({ 'app.indicatorsStated': value })),
          yesNo(text, { 'app.indicatorsStated': every(indicatorKinds) }, { 'app.indicatorsStated': { rest: false } }),
        ),
    },
    'app.narrativeDone': {
      ask: '先进性、可实施性、市场前景都写到了吗？',
      choices: ['都写了', '没写全', '不确定'],
      read: (text) =>
        firstOf(
          asFacts(readNarrative(text), (value) => ({ 'app.narrativeDone': value })),
          yesNo(text, { 'app.narrativeDone': every(narrativePoints) }, { 'app.narrativeDone': { rest: false } }),
        ),
    },
    'app.formatComplete': flagPart('申报书和附件按格式填写完整了吗？', 'app.formatComplete', {
      choices: ['完整', '还没有', '不确定'],
    }),
  },
  read(text) {
    if (whole.test(text) && !/[没缺差未不除空等待冇冒]|还在|[?？]|吗/.test(text) && !saysUnknown(text)) {
      return {
        is: 'value',
        value: {
          'app.indicatorsStated': every(indicatorKinds),
          'app.narrativeDone': every(narrativePoints),
          'app.formatComplete': true,
        },
      };
    }
    const reading = asFacts(
      readAspects(text, [
        { id: 'economic', words: ['经济'] },
        { id: 'technical', words: ['技术指标', '技术'] },
        { id: 'ip', words: ['知识产权'] },
        { id: 'indicators', words: ['指标', '三类'] },
        { id: 'advanced', words: ['先进性'] },
        { id: 'feasible', words: ['可实施性', '可行性'] },
        { id: 'market', words: ['市场前景', '市场', '前景'] },
        { id: 'format', words: ['格式', '附件'] },
      ]),
      (said) => ({
        'app.indicatorsStated': list(said, indicatorKinds, said.indicators),
        'app.narrativeDone': list(said, narrativePoints, undefined),
        'app.formatComplete': said.format,
      }),
    );
    return reading ?? (saysUnknown((statements(text) ?? []).join()) ? { is: 'unknown' } : undefined);
  },
  examples: [
    [
      '都全了',
      {
        'app.indicatorsStated': { economic: true, technical: true, ip: true },
        'app.narrativeDone': { advanced: true, feasible: true, market: true },
        'app.formatComplete': true,
      },
    ],
    ['不清楚', 'unknown'],
  ],
};

function every<Item extends string>(items: readonly Item[]): Record<Item, boolean> {
  return Object.fromEntries(items.map((item) => [item, true])) as Record<Item, boolean>;
}

/** The items of one list that the answer speaks of; nothing of it said is nothing known. */
function list(
  said: Readonly<Record<string, boolean | undefined>>,
  items: readonly string[],
  rest: boolean | undefined,
) {
  const named = items.filter((item) => said[item] !== undefined).map((item) => [item, said[item]]);
  if (!named.length && rest === undefined) return undefined;
  return { ...Object.fromEntries(named), ...(rest !== undefined && { rest }) };
}

export const processQuestions = { us, team, recommendation, channel, materials };
