/** The question about the application itself: 三（一）, 附5 一（四）. */
import { indicatorKinds, narrativePoints } from '../facts.ts';
import type { Question } from '../question.ts';
import { readAspects } from '../read/readAspects.ts';
import { readIndicators, readNarrative } from '../read/readWritten.ts';
import { saysUnknown, statements } from '../read/tidy.ts';
import { asFacts, firstOf, flagPart, yesNo } from './build.ts';

const whole = /(?:都|全部|全|该写的都?)(?:写|填|弄|准备)?(?:全|完|好|齐|有)?了|填完|写完|都有|齐全|写全/;

export const materialsQuestion: Question = {
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
    // Not all is written; which of it, is asked for one by one.
    if (text.trim() === '还没写全') {
      return { is: 'value', value: { 'app.indicatorsStated': { rest: false }, 'app.narrativeDone': { rest: false } } };
    }
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
