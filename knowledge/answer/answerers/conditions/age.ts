/** 附5 二（一）: whether a birth date or an age fits. Only the date decides; an age alone is told so. */
import { inChinese } from '../../../calendar.ts';
import { englishDate } from '../../../languages/english.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { datedIn } from './dated.ts';
import { citedBy, figureIn, type Judged, outcomeOf } from './verdict.ts';

const uses = ['@date', '@age', 'lead-age', 'lead-birth', '@title', 'academic-title'];

export function judgedAge(asked: Asked, { guide, today }: AnswerFrame): Judged[] {
  const limit = inChinese(guide.date('lead.bornOnOrAfter'));
  const by = englishDate(guide.date('lead.bornOnOrAfter'));
  const citation = citedBy('lead.age', guide);
  const oldest = figureIn(guide, /年龄不超过(\d+)周岁/);
  const births = datedIn(asked, today).filter(({ of }) => of === 'birth');
  const judged = births.map(({ value }): Judged => {
    const outcome = outcomeOf('lead.age', { 'lead.birthDate': value }, guide);
    const date = inChinese(value);
    const common = { id: 'lead.age', citation, uses, suggestion: '负责人要什么职称或学位' };
    if (outcome === 'met')
      return {
        ...common,
        tone: 'good',
        zh: `符合年龄要求：${date}出生，在${limit}（含）之后（不超过${oldest}周岁）`,
        en: `Yes on age: born ${englishDate(value)}, on or after ${by} as required`,
      };
    if (outcome === 'unmet')
      return {
        ...common,
        tone: 'bad',
        zh: `不能当负责人：须${limit}（含）之后出生（不超过${oldest}周岁），${date}出生早于这一天`,
        en: `No, cannot be the lead: the lead must be born on or after ${by}; ${englishDate(value)} is earlier`,
      };
    return {
      ...common,
      tone: 'open',
      zh: `${date}出生的要看具体月日：${limit}（含）之后出生的符合（不超过${oldest}周岁），之前的不行`,
      en: `It depends on the exact day: born on or after ${by} fits`,
    };
  });
  if (judged.length > 0) return judged;
  const rule = { limit, citation, oldest, day: by, lateMonth: monthBefore(guide.date('lead.bornOnOrAfter')) };
  const ages = named(asked, 'age').slice(0, 1);
  return ages.length > 0 ? ages.map(({ years }) => byAge(years, rule)) : byDecade(asked, guide, rule);
}

/** 七十年代出生, 80后: tens of years. */
const decade = /([五六七八九5-9])(?:十年代|0年代|0后|零后|十后)|\b19([5-9])0s\b/;
const decades = '五六七八九';

function byDecade(asked: Asked, guide: AnswerFrame['guide'], { limit, citation, oldest, day }: AgeRule): Judged[] {
  const found = decade.exec(asked.text);
  const about = ['lead', 'lead-other', 'lead-birth', 'lead-age'].some((each) => asked.concepts.has(each));
  const sign = found?.[1] ?? found?.[2] ?? '';
  if (sign === '' || !about) return [];
  const ten = decades.includes(sign) ? decades.indexOf(sign) + 5 : Number(sign);
  const limitYear = Number(guide.date('lead.bornOnOrAfter').slice(0, 4));
  const common = { id: 'lead.age', citation, uses, suggestion: '负责人要什么职称或学位' };
  const first = 1900 + ten * 10;
  if (first > limitYear)
    return [
      {
        ...common,
        tone: 'good',
        zh: `符合年龄要求：${first}年以后出生，在${limit}（含）之后（不超过${oldest}周岁）`,
        en: `Yes on age: born on or after ${day} as required`,
      },
    ];
  if (first + 9 < limitYear)
    return [
      {
        ...common,
        tone: 'bad',
        zh: `不能当负责人：须${limit}（含）之后出生（不超过${oldest}周岁）`,
        en: `No, cannot be the lead: born on or after ${day} is required`,
      },
    ];
  return [
    {
      ...common,
      tone: 'open',
      zh: `要看具体出生日期：${limit}（含）之后出生的符合（不超过${oldest}周岁），之前的不行`,
      en: `It depends on the exact day: born on or after ${day} fits`,
    },
  ];
}

function monthBefore(iso: string): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return month > 1 ? `${year}年${month - 1}月` : `${year - 1}年12月`;
}

interface AgeRule {
  limit: string;
  citation: Judged['citation'];
  oldest: number;
  /** The limit in English. */
  day: string;
  /** The month before the limit: 1965年5月. */
  lateMonth: string;
}

function byAge(years: number, { limit, citation, oldest, day, lateMonth }: AgeRule): Judged {
  const common = { id: 'lead.age', citation, uses, suggestion: `${lateMonth}出生的可以当负责人吗` };
  const by = `看出生日期，不看岁数：${limit}（含）之后出生`;
  if (years > oldest)
    return {
      ...common,
      tone: 'bad',
      zh: `不符合“不超过${oldest}周岁”的要求：${years}岁超了。${by}的才行，请以身份证上的日期为准`,
      en: `No, no older than ${oldest} is required. What counts is the date of birth: on or after ${day}`,
    };
  if (years === oldest || years === oldest - 1)
    return {
      ...common,
      tone: 'open',
      zh: `${years}岁没有超过${oldest}周岁，但${by}的可以，之前出生的不行`,
      en: `What counts is the date of birth, not the age: on or after ${day} fits (no older than ${oldest})`,
    };
  return {
    ...common,
    tone: 'good',
    zh: `符合年龄要求：${years}岁不超过${oldest}周岁（${limit}（含）之后出生）`,
    en: `Yes on age: no older than ${oldest}, born on or after ${day}`,
  };
}
