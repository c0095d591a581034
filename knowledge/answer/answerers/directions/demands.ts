/** What holds for every direction alike: all indicators are to be met, and none has an amount of its own. */
import type { Guide } from '../../../guide.ts';
import { rangeOf } from '../conditions/verdict.ts';
import { sentenceWith } from '../sentence.ts';
import type { Part } from './asking.ts';
import { type Direction, namedInEnglish } from './say.ts';
import { also } from './single.ts';

/** Whether some of them are enough. */
export function allRequired(directions: readonly Direction[], guide: Guide): Part {
  const whose = directions.map(({ numeral }) => `方向${numeral}`).join('、');
  return {
    id: 'direction.all-required',
    status: 'answered',
    text: {
      zh: `要全部完成：除共性考核指标外，还应完成${whose}的具体考核指标；指南没有写可以只完成其中几条，也没有写完不成怎么办。`,
      en: 'All of them: beside the common indicators the specific indicators of the direction are to be met. The guide does not say what follows otherwise.',
    },
    citations: sentenceWith('每个选题方向还应完成', guide),
    suggestions: directions.slice(0, 1).flatMap(also),
  };
}

/** 800000 → 800,000. */
const inFigures = (amount: number): string => amount.toLocaleString('en');

/** No direction has an amount of its own. */
export function money(directions: readonly Direction[], guide: Guide): Part {
  const whose = directions.map(({ numeral }) => `方向${numeral}`).join('、');
  return {
    id: 'direction.money',
    status: 'answered',
    text: {
      zh: `指南没有给${whose}单独定额度；所有方向都是每项${rangeOf(guide)}（省财政专项资金支持额度）。`,
      en: `The guide sets no amount for ${directions.map(namedInEnglish).join(', ')} alone: ${inFigures(guide.amount('funding.min'))} to ${inFigures(guide.amount('funding.max'))} yuan a project for every direction.`,
    },
    citations: [{ clause: guide.funding.amount.clause, quote: guide.funding.amount.quote }],
    suggestions: ['每个方向拟立项几个', ...directions.slice(0, 1).map(({ numeral }) => `方向${numeral}的考核指标`)],
  };
}
