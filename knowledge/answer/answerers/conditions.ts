/** Verdicts on what a question tells: dates, ages, titles and amounts, by the same rules as the interview. */

import { type Asked, named } from '../asked.ts';
import type { AnswerFrame, Draft } from '../draft.ts';
import { everywhere } from '../everywhere.ts';
import { judgedAge } from './conditions/age.ts';
import { judgedAmerican } from './conditions/american.ts';
import { judgedAudit } from './conditions/audited.ts';
import { judgedEmployer } from './conditions/employedAbroad.ts';
import { judgedMoney } from './conditions/money.ts';
import { judgedPlace } from './conditions/placed.ts';
import { judgedRegistration } from './conditions/registered.ts';
import { judgedSupposed } from './conditions/supposed.ts';
import { judgedTerm } from './conditions/term.ts';
import { judgedTitle } from './conditions/titled.ts';
import { judgedTotal } from './conditions/total.ts';
import type { Judged } from './conditions/verdict.ts';

/** How the question asks, and what every question about conditions holds. */
const broad = [
  ...everywhere,
  'conditions-overall',
  'lead-condition',
  'lead-other',
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
  const supposed = isMember(asked) ? [] : judgedSupposed(asked, frame);
  if (supposed.length > 0) return [together(supposed, asked, dated)];
  const dates = [
    ...(isMember(asked) || !holds('lead.age', frame) ? [] : judgedAge(asked, frame)),
    ...(holds('unit.registered-before', frame) && holds('partner.3-years', frame) ? registrations(asked, frame) : []),
    ...(holds('unit.audit-reports-2y', frame) ? judgedAudit(asked, frame) : []),
  ];
  const titles =
    holds('lead.title-or-phd', frame) &&
    !isMember(asked) &&
    !asked.concepts.has('degree-pending') &&
    aboutTitle(asked, dates.length > 0)
      ? judgedTitle(asked, frame)
      : [];
  const judged = [
    ...dates,
    ...(holds('lead.foreign-employed', frame) ? judgedEmployer(asked, frame) : []),
    ...titles,
    ...(holds('unit.registered-in-jiangxi', frame) ? judgedPlace(asked, frame) : []),
    ...sums(asked, frame),
    ...(holds('project.duration', frame) ? judgedTerm(asked, frame) : []),
    ...(holds('us.reported', frame) ? judgedAmerican(asked, frame) : []),
  ];
  if (judged.length === 0) return [];
  const failed = dates.some(({ tone }) => tone === 'bad') ? worse : 0;
  return [together(judged, asked, dates.length > 0 ? dated + failed : told)];
}

/** A rule that the guide no longer has judges nothing. */
const holds = (id: string, { guide }: AnswerFrame): boolean => guide.rules.some(({ row }) => row.id === id);

/** 组里其他人的岁数, 外方负责人的职称: age, title and degree are asked of the lead only. */
const isMember = ({ concepts, text }: Asked): boolean =>
  ofOthers.some((each) => concepts.has(each)) ||
  (concepts.has('team-member') &&
    !concepts.has('lead') &&
    !concepts.has('lead-other') &&
    /其他|其它|别的|别人|成员|组员|队员|干活|打下手|\bmembers?\b/.test(text));
const ofOthers = ['sign-foreign-lead', 'others-age', 'others-title'];

/** A date told for the audit's sake says only that it is too late: 2021年12月成立, 审计只有一年. */
function registrations(asked: Asked, frame: AnswerFrame): Judged[] {
  // What was merged, converted or moved: the guide does not say from which day it counts.
  if (asked.concepts.has('converted') || asked.concepts.has('renamed-unit')) return [];
  const all = judgedRegistration(asked, frame);
  // 算到哪一天为止 asks for the day of reckoning, which the guide does not give for the partner.
  const judged = asked.concepts.has('cutoff-day') ? all.filter(({ id }) => id !== 'partner.registered') : all;
  return asked.concepts.has('audit-report') ? judged.filter(({ tone }) => tone !== 'good') : judged;
}

function sums(asked: Asked, frame: AnswerFrame): Judged[] {
  if (!['unit.matching-funds', 'funding.range', 'funding.shortfall-self'].every((id) => holds(id, frame))) return [];
  const total = judgedTotal(asked, frame);
  return total.length > 0 ? total : judgedMoney(asked, frame);
}

/** Somebody's own title or degree is told. */
const has =
  /\b(?:i am|i'm|he is|she is|he's|she's|he has|she has|i have|i hold|holds|am an?|has an? (?:phd|doctor|master|senior))\b/;

/** A title told beside a date that is asked about by name (年龄能不能) is not judged; one that stands alone needs the lead. */
function aboutTitle(asked: Asked, dated: boolean): boolean {
  const { concepts, text } = asked;
  const asks =
    named(asked, 'title').length > 0 ||
    ['academic-title', 'doctorate', 'lesser-degree', 'in-progress'].some((each) => concepts.has(each));
  if (dated) return asks && !(concepts.has('lead-age') && !concepts.has('doctorate'));
  const wants = [
    'lead',
    'lead-other',
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
    'like-civil',
    'plan-manager',
    'public-staff',
    ...(concepts.has('enterprise') ? [] : ['cadre']),
    ...(concepts.has('employment') || concepts.has('not-there') ? ['hk-macao', 'taiwan', 'not-there'] : []),
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
  // do I need both a senior title and a PhD
  if (
    /\bboth\b.*\band\b|(?:title|doctorate|phd|professor) (?:required|necessary|needed|compulsory|mandatory)/.test(
      text,
    ) &&
    !has.test(text)
  )
    return false;
  return asks && !whatIf && wants && !other.some((each) => concepts.has(each));
}

/** A verdict about the very thing that is told stands before every general answer; one about a date most surely. */
const told = 1;
const dated = 5;
/** What bars an application is said before anything else. */
const worse = 1;

/** What an answer to such a plea adds: the date decides before the plea does. */
const surely = 2;

/** 可否作为主持者: asks whether somebody may lead, not whether one thing counts as another. */
const asLead =
  /(?:作为|担任|充当|出任|当|做|任|挂)[^,。;?!]{0,8}(?:负责|牵头|主持|带头|领头|头儿|头头|一把手|\bpi\b)|出面|挂帅/;

/** 差一天，通融一下: the guide knows no exception. */
const exception = { concept: 'gender', zh: '指南没有写可以放宽或通融。', en: ' The guide writes of no exception.' };

function together(judged: readonly Judged[], asked: Asked, bonus: number): Draft {
  // Said twice, it is judged once.
  const once = judged.filter(({ zh }, at) => judged.findIndex((each) => each.zh === zh) === at);
  const sorted = once.toSorted((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone));
  const good =
    sorted.some(({ tone }) => tone === 'good') && sorted.every(({ tone }) => tone === 'good' || tone === 'plain');
  const begs = asked.concepts.has(exception.concept) && sorted.some(({ tone }) => tone === 'bad');
  const rulings = sorted.flatMap(({ ruled }) => ruled ?? []);
  const zh = sorted.map((each) => each.zh).join('；');
  const en = sorted.map((each) => each.en).join('; ');
  return {
    id: `${sorted.every(({ id }) => id.startsWith('lead.')) && asLead.test(asked.text) ? 'verdict' : 'conditions'}.${sorted.map(({ id }) => id).join('+')}`,
    status: 'answered',
    text: {
      zh: `${zh}。${good ? '这里只就问到的这一点说，其他条件另看。' : ''}${begs ? exception.zh : ''}`,
      en: `${en}.${begs ? exception.en : ''}`,
    },
    ...(rulings.length > 0 && { published: true as const }),
    citations: [...rulings, ...sorted.map(({ citation }) => citation)].filter(
      (each, at, all) => all.findIndex(({ quote }) => quote === each.quote) === at,
    ),
    uses: [...new Set([...broad, ...(begs ? [exception.concept] : []), ...sorted.flatMap((each) => each.uses)])],
    bonus: begs ? bonus + surely : bonus,
    suggestions: [...new Set(sorted.flatMap(({ suggestion }) => suggestion ?? []))].slice(0, 2),
  };
}
