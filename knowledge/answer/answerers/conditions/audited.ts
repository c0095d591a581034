/** 附5 三（二）: the audited reports of a company founded too lately to have both years. */
import { inChinese } from '../../../calendar.ts';
import type { Asked } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { datedIn } from './dated.ts';
import { byRuling, citedBy, type Judged, outcomeOf } from './verdict.ts';

export function judgedAudit(asked: Asked, { guide, today }: AnswerFrame): Judged[] {
  const founded = datedIn(asked, today).find(({ of }) => of === 'unit');
  if (!founded || !asked.concepts.has('audit-report')) return [];
  const facts = { 'unit.kind': 'enterprise', 'unit.registrationDate': founded.value };
  const ruled = byRuling('unit.audit-reports-2y', facts, guide);
  const common = {
    id: 'unit.audit-reports-2y',
    citation: citedBy('unit.audit-reports-2y', guide),
    uses: ['@date', 'audit-report', 'two-years', 'negative'],
  };
  if (ruled)
    return [
      {
        ...common,
        ...ruled,
        en: `As the department has ruled for companies founded since ${guide.date('unit.auditConfirmFrom').slice(0, 4)}`,
      },
    ];
  if (outcomeOf('unit.audit-reports-2y', facts, guide) !== 'to-confirm') return [];
  const date = inChinese(founded.value);
  return [
    {
      ...common,
      tone: 'open',
      zh: `要由科技厅确认：企业须提供近2年经审计的财务报告，${date}成立的拿不出两个年度，指南没有写例外`,
      en: 'To be confirmed: 2 years of audited reports are required of a company, and the guide makes no exception for new ones',
    },
  ];
}
