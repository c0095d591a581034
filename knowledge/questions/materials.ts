/** The question about the application itself: 三（一）, 附5 一（四）. */
import { indicatorKinds, narrativePoints } from '../facts.ts';
import type { Question } from '../question.ts';
import { readIndicators, readMaterials, readNarrative } from '../read/readMaterials.ts';
import { asFacts, firstOf, flagPart, yesNo } from './build.ts';

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
  read: (text) =>
    text.trim() === '还没写全'
      ? { is: 'value', value: { 'app.indicatorsStated': { rest: false }, 'app.narrativeDone': { rest: false } } }
      : asFacts(readMaterials(text), ({ indicators, narrative, format }) => ({
          'app.indicatorsStated': indicators,
          'app.narrativeDone': narrative,
          'app.formatComplete': format,
        })),
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
