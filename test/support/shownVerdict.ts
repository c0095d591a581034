/** A verdict as the dialogs hand it to the channels, made from facts. */
import type { VerdictShown } from '../../dialogs/reply.ts';
import { assessed } from '../../knowledge/assess.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { changed, guide, partner, today } from './readyCase.ts';

/** What a person may call somebody: everything that HTML, Markdown or XML would take for its own. */
export const hostileName = '<img src=x onerror=alert(1)>"&\'*_[点](javascript:alert(1))_*\u0008公司';

export function shownVerdict(facts: Facts, subtitle = '张老师　高级工程师　江西慧铜数控有限公司'): VerdictShown {
  return {
    ...assessed(facts, guide, null, today, 'zh'),
    language: 'zh',
    subtitle,
    facts: [
      { label: '合作方', value: `德国，${facts.partners?.[0]?.name ?? '吉森大学'}` },
      { label: '类别', value: '欧洲、美洲国家科技合作' },
    ],
    actions: ['上一题', '重来'],
  };
}

/** Four rows to supply, nothing else wrong. */
export const fixableFacts: Facts = changed({
  'process.recommendationLetter': false,
  'agreement.highlighted': false,
  'agreement.language': 'foreign',
  'unit.auditedReportYears': [2022],
});

/** Fails by age and by the partner's place; has something to confirm and something to supply. */
export const failingFacts: Facts = changed({
  'lead.birthDate': '1958-07-23',
  'lead.titleLevel': 'unclear',
  partners: [partner({ country: '日本', city: '东京', name: '东京大学' })],
  'process.recommendationLetter': false,
});

/** Nothing is known: the longest checklist that there is. */
export const nothingKnown: Facts = {};
