/** Verdicts on what a question tells: dates, ages, titles and amounts, by the same rules as the interview. */
import { type Asked, named } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { judgedAge } from './conditions/age.ts';
import { judgedAudit } from './conditions/audited.ts';
import { judgedMoney } from './conditions/money.ts';
import { judgedRegistration } from './conditions/registered.ts';
import { judgedTerm } from './conditions/term.ts';
import { judgedTitle } from './conditions/titled.ts';
import type { Judged } from './conditions/verdict.ts';

/** How the question asks, and what every question about conditions holds. */
const broad = [
  'apply',
  'project',
  'guide-itself',
  'our-unit',
  'overseas-partner',
  'lead',
  'jiangxi',
  'science-department',
  'conditions-overall',
  'lead-condition',
  'unit-kind',
  'partner-nature',
  'enterprise',
  'academic-unit',
  'dir-word',
  'can-i-apply',
  'meaning',
  'past-call',
  'mainland-unit',
];
const order = ['bad', 'open', 'good', 'plain'];

export function conditions(asked: Asked, frame: AnswerFrame): Draft[] {
  const dates = [...judgedAge(asked, frame), ...judgedRegistration(asked, frame), ...judgedAudit(asked, frame)];
  const titles = aboutTitle(asked, dates.length > 0) ? judgedTitle(asked, frame) : [];
  const judged = [...dates, ...titles, ...judgedMoney(asked, frame), ...judgedTerm(asked, frame)];
  if (judged.length === 0) return [];
  return [together(judged, dates.length > 0 ? dated : told)];
}

/** A title told beside a date that is asked about by name (年龄能不能) is not judged; one that stands alone needs the lead. */
function aboutTitle(asked: Asked, dated: boolean): boolean {
  const { concepts, text } = asked;
  const asks =
    named(asked, 'title').length > 0 ||
    ['academic-title', 'doctorate', 'lesser-degree', 'in-progress'].some((each) => concepts.has(each));
  if (dated) return asks && !(concepts.has('lead-age') && !concepts.has('doctorate'));
  const wants = [
    'lead',
    'apply',
    'lead-condition',
    'conditions-overall',
    'academic-title',
    'unit-kind',
    'can-i-apply',
  ].some((each) => concepts.has(each));
  const other = [
    'foreign-scientist',
    'civil-servant',
    'public-staff',
    'hk-macao-people',
    'full-time',
    'part-time',
    'misconduct',
    'blacklist',
    'registration',
    'team-member',
    'us-partner',
    'overseas-partner',
    'overseas-word',
  ];
  const whatIf =
    /必须|一定要|非得|非要|是不是(?:要|得)|要不要|两个都|都要有|要求|还是/.test(text) &&
    !/我|他|她|咱|俺|没/.test(text);
  return asks && !whatIf && wants && !other.some((each) => concepts.has(each));
}

/** A verdict about the very thing that is told stands before every general answer; one about a date most surely. */
const told = 1;
const dated = 4.5;

function together(judged: readonly Judged[], bonus: number): Draft {
  const sorted = judged.toSorted((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone));
  const good =
    sorted.some(({ tone }) => tone === 'good') && sorted.every(({ tone }) => tone === 'good' || tone === 'plain');
  const zh = sorted.map((each) => each.zh).join('；');
  const en = sorted.map((each) => each.en).join('; ');
  return {
    id: `conditions.${sorted.map(({ id }) => id).join('+')}`,
    status: 'answered',
    text: { zh: `${zh}。${good ? '这里只就问到的这一点说，其他条件另看。' : ''}`, en: `${en}.` },
    citations: sorted
      .map(({ citation }) => citation)
      .filter((each, at, all) => all.findIndex(({ quote }) => quote === each.quote) === at),
    uses: [...new Set([...broad, ...sorted.flatMap((each) => each.uses)])],
    bonus,
    suggestions: [...new Set(sorted.flatMap(({ suggestion }) => suggestion ?? []))].slice(0, 2),
  };
}
