/** 为什么限制55岁, 不是要注册满5年吗: a figure that somebody takes for the guide's; what the guide writes is said. */
import { inChinese } from '../../../calendar.ts';
import { englishDate } from '../../../languages/english.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { leastAbroad, leastInJiangxi } from './registrationYears.ts';
import { supposedCount } from './supposedCount.ts';
import { supposesFigure } from './supposes.ts';
import { citedBy, englishRangeOf, figureIn, type Judged, rangeOf } from './verdict.ts';

/** What people say around such a figure. */
const around = [
  'ask-why',
  'limits',
  'partner-nature',
  'overseas-word',
  'negative',
  'list-expired',
  'gender',
  'two-years',
];

interface Rule extends Pick<Judged, 'id' | 'citation'> {
  /** Whether the figure that is told is the guide's. */
  same: boolean;
  zh: string;
  en: string;
}

/** None where the question tells a figure of somebody's own (我今年55岁). */
export function judgedSupposed(asked: Asked, frame: AnswerFrame): Judged[] {
  const frameOf = supposesFigure(asked.text);
  if (frameOf === undefined || asked.language !== 'zh') return [];
  const limit =
    frameOf === 'asked'
      ? undefined
      : (ofAge(asked, frame) ?? ofYears(asked, frame) ?? ofAmount(asked, frame) ?? ofRatio(asked, frame));
  const rule = limit ?? supposedCount(asked.text, frame.guide);
  // the rule as it is, and why: that it gives no reason is said elsewhere
  if (!rule || (rule.same && frameOf === 'why' && rule.id !== 'supposed.lead-age')) return [];
  const { same, zh, en, ...rest } = rule;
  const silent = `${frameOf === 'why' ? '；为什么这样规定，指南没有写' : ''}${asked.concepts.has('gender') ? '；也没有写因性别、身份而不同' : ''}`;
  return [
    {
      ...rest,
      tone: 'plain',
      zh: `${same ? '是的，指南写的是' : '指南写的不是这个数，而是'}${zh}${silent}`,
      en: `${same ? 'Yes, the guide says' : 'No, the guide says'} ${en}`,
      uses: [
        ...around,
        '@age',
        '@duration',
        '@amount',
        'lead-age',
        'registration',
        'registration-age',
        'term',
        'own-funds',
        'money',
        'grant-amount',
        'grant-money',
      ],
    },
  ];
}

function ofAge(asked: Asked, { guide }: AnswerFrame): Rule | undefined {
  const [age] = named(asked, 'age');
  if (!age) return undefined;
  const oldest = figureIn(guide, /年龄不超过(\d+)周岁/);
  const born = guide.date('lead.bornOnOrAfter');
  return {
    id: 'supposed.lead-age',
    citation: citedBy('lead.age', guide),
    same: age.years === oldest,
    zh: `项目负责人不超过${oldest}周岁（${inChinese(born)}（含）之后出生）`,
    en: `the lead is no older than ${oldest}, born on or after ${englishDate(born)}`,
  };
}

const ofTerm = /项目期|实施|周期|执行|期限|项目/;
const ofPartner = /外方|国外|境外|海外|外国|合作方|合作单位|对方/;

/** 注册10年, which may be read as a year, too. */
const shortYears = (text: string): { months: number }[] =>
  [...text.matchAll(/(?<![\d年])(\d{1,2})年(?![\d代底初])/g)].map(([, years]) => ({ months: Number(years) * 12 }));

function ofYears(asked: Asked, { guide }: AnswerFrame): Rule | undefined {
  const { concepts, text } = asked;
  const [time] = [...named(asked, 'duration'), ...shortYears(text)];
  if (
    !time ||
    ['template', 'audit-report', 'misconduct', 'blacklist', 'confidentiality', 'agreement', 'long-term'].some((each) =>
      concepts.has(each),
    )
  )
    return undefined;
  const years = time.months / 12;
  if (concepts.has('registration') || concepts.has('registration-age')) {
    const [abroad, here] = [leastAbroad(guide), leastInJiangxi(guide)];
    const partner = `外方合作单位在中国境外注册${abroad}年以上`;
    const unit = `申报单位在江西省注册${here}年以上（${inChinese(guide.date('unit.registeredBefore'))}前完成工商注册）`;
    if (ofPartner.test(text))
      return {
        id: 'supposed.partner',
        citation: citedBy('partner.3-years', guide),
        same: years === abroad,
        zh: partner,
        en: `the partner is registered abroad for at least ${abroad} years`,
      };
    const own = concepts.has('our-unit') || concepts.has('enterprise') || concepts.has('jiangxi');
    return {
      id: 'supposed.unit',
      citation: citedBy('unit.registered-before', guide),
      same: years === here,
      zh: own ? unit : `${unit}；${partner}`,
      en: `the applicant is registered in Jiangxi for at least ${here} year`,
    };
  }
  if (!concepts.has('term') && !ofTerm.test(text)) return undefined;
  const whole = guide.amount('project.months') / 12;
  return {
    id: 'supposed.term',
    citation: citedBy('project.duration', guide),
    same: years === whole,
    zh: `项目实施期为${whole}年`,
    en: `the project period is ${whole} years`,
  };
}

function ofAmount(asked: Asked, { guide }: AnswerFrame): Rule | undefined {
  const told = named(asked, 'amount').map(({ yuan }) => yuan);
  if (told.length === 0 || asked.concepts.has('own-funds')) return undefined;
  const [low, high] = [guide.amount('funding.min'), guide.amount('funding.max')];
  return {
    id: 'supposed.amount',
    citation: citedBy('funding.range', guide),
    same: told.every((each) => each === low || each === high) && !/(?<![\d.])(?!80|120)\d+ ?[-~到至]/.test(asked.text),
    zh: `每项${rangeOf(guide)}`,
    en: `${englishRangeOf(guide)} per project`,
  };
}

const ratioTold =
  /(\d+(?:\.\d+)?|[一两二三四五半])倍|1[:：比](\d(?:\.\d+)?)|(\d+)%|百分之([一二三四五六七八九十]+)|一比([一二两三])/;

function ofRatio(asked: Asked, { guide }: AnswerFrame): Rule | undefined {
  const found = ratioTold.exec(asked.text);
  if (!found || !asked.concepts.has('own-funds')) return undefined;
  const ratio = guide.amount('unit.matchingRatio');
  const [, times, against, percent, , han] = found;
  const same =
    times === String(ratio) ||
    (ratio === 1 && (times === '一' || against === '1' || han === '一' || percent === '100'));
  return {
    id: 'supposed.ratio',
    citation: citedBy('unit.matching-funds', guide),
    same,
    zh: `企业自有资金为项目申报金额的${ratio}倍以上`,
    en: `an enterprise needs own funds of at least ${ratio} times the amount applied for`,
  };
}
