/** 二 第3段: whether a length of time fits the project's term. */
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { citedBy, type Judged, outcomeOf } from './verdict.ts';

const others = [
  ...['registration', 'registration-age', 'agreement', 'template', 'confidentiality', 'audit-report', 'long-term'],
  ...['employment', 'part-time', 'full-time', 'misconduct', 'penalty-over', 'extension', 'validity-term', 'visits'],
];
const doing = /做|干|搞|完成|结题|实施|执行|周期|期限|缩短|提前|写成|写|last|finish|take/;

export function judgedTerm(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const [told] = named(asked, 'duration');
  const about =
    asked.concepts.has('term') || (doing.test(asked.text) && (asked.concepts.has('project') || asked.text.length < 14));
  if (!told || !about || others.some((each) => asked.concepts.has(each))) return [];
  const whole = guide.amount('project.months') / 12;
  const outcome = outcomeOf('project.duration', { 'project.months': told.months }, guide);
  const common = {
    id: 'project.duration',
    citation: citedBy('project.duration', guide),
    uses: ['@duration', 'term', 'how-long', 'template-term'],
  };
  if (outcome === 'met')
    return [
      { ...common, tone: 'good', zh: `符合：项目实施期为${whole}年`, en: `Yes, the project period is ${whole} years` },
    ];
  const years = told.months % 12 === 0 ? `${told.months / 12}年` : `${told.months}个月`;
  return [
    {
      ...common,
      tone: 'bad',
      zh: `不符合：项目实施期为${whole}年，不是${years}`,
      en: `No, the project period is ${whole} years`,
    },
  ];
}
