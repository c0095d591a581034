/** 附5 四（四）: a partner in the United States, known by the place that is named, however small it is. */
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { citedBy, type Judged } from './verdict.ts';

const uses = [
  ...[
    'us-report',
    'us-partner',
    'extra-care',
    'unaware',
    'us-person',
    '@country',
    '@place',
    'academic-unit',
    'enterprise',
  ],
  ...[
    'hand-in',
    'list-cooperate',
    'list-relation',
    'academic-title',
    '@title',
    'signing',
    'agreement',
    'overseas-word',
  ],
];

/** What the guide asks for beyond the usual, or whether the partner's own unit has to know. */
const asks = ['extra-care', 'us-report', 'unaware'];
const others = [
  'foreign-scientist',
  'team-member',
  'own-funds',
  'list-city',
  'list-agreement',
  'category-kind',
  'not-us',
];
/** Both papers of which the guide says nothing, and the date that is judged, have their own answers. */
const papers = ['written-proof', 'oral-ok', 'degree-check', 'notarise', 'registration', 'registration-age'];

/** Some place that lies in the United States, and perhaps nowhere else. */
function isAmerican(asked: Asked): boolean {
  if (named(asked, 'country').some(({ code }) => code !== 'US')) return false;
  const places = named(asked, 'place').filter(({ countries }) => countries.includes('US'));
  return named(asked, 'country').length > 0 || places.length > 0;
}

export function judgedAmerican(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const told = asks.some((each) => asked.concepts.has(each));
  if (!told || !isAmerican(asked) || [...others, ...papers].some((each) => asked.concepts.has(each))) return [];
  return [
    {
      id: 'us.reported',
      tone: 'plain',
      zh: '要确认美方合作方已将此次合作向其所在单位报告，并已取得所在单位同意',
      en: 'Please make sure that the US partner has reported this cooperation to its own institution and has its consent',
      citation: citedBy('us.reported', guide),
      uses,
      suggestion: '跟美国合作归哪一类',
    },
  ];
}
