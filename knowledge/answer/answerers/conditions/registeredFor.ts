/** 附5 三（一）, 三（三）: a registration of which only the length of time is told. */
import { inChinese } from '../../../calendar.ts';
import { englishDate } from '../../../languages/english.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { leastAbroad, leastInJiangxi, registrationUses as uses } from './registrationYears.ts';
import { citedBy, type Judged, outcomeOf, told } from './verdict.ts';

const partner = ['overseas-partner', 'us-partner', 'overseas-word'];

/** A length of time of these is none of a registration. */
const ofPersons = ['term', 'misconduct', 'blacklist', 'penalty-over', 'part-time', 'employment'];

/** 成立才半年: only how long ago is told. */
export function byDuration(asked: Asked, frame: AnswerFrame): Judged[] {
  const { guide } = frame;
  const [first] = named(asked, 'duration');
  const under =
    first &&
    (/(?:不到|不足|不满|没满|未满|没到|差点)(?:满)?$/.test(asked.text.slice(0, first.start)) ||
      /^(?:都|也|还)?(?:不到|不满|没满|未满|没到|没够|不够)/.test(asked.text.slice(first.end)));
  // 不到5年 may be one
  const length = first && { ...first, months: first.months - (under ? 1 : 0) };
  const registers = asked.concepts.has('registration') || asked.concepts.has('registration-age');
  const bare =
    /满\d|满[一二三]|要求?\d|要(?:求)?(?:注册|成立|登记|开|满|够)+[\d一二三两]|是不是要|需要满|多久|几年/.test(
      asked.text,
    ) ||
    asked.concepts.has('template') ||
    asked.concepts.has('audit-report');
  if (
    !length ||
    !registers ||
    bare ||
    asked.concepts.has('and-other') ||
    ofPersons.some((each) => asked.concepts.has(each))
  )
    return [];
  const whole = first.months % 12 === 0 ? `${first.months / 12}年` : `${first.months}个月`;
  const years = under ? `不到${whole}的` : whole;
  const abroad =
    partner.some((each) => asked.concepts.has(each)) ||
    named(asked, 'country').length > 0 ||
    named(asked, 'party').length > 0 ||
    /对方|他们|那边/.test(asked.text);
  if (abroad) {
    const citation = citedBy('partner.3-years', guide);
    const least = leastAbroad(guide);
    const common = { id: 'partner.registered', citation, uses };
    if (length.months < least * 12)
      return [
        {
          ...common,
          tone: 'bad',
          zh: `不符合：外方须在中国境外注册${least}年以上，${years}${under ? '不行' : `不满${least}年`}`,
          en: `No, the overseas partner must have been registered abroad for at least ${least} years`,
        },
      ];
    if (length.months > least * 12 && !under)
      return [
        {
          ...common,
          tone: 'good',
          zh: `符合注册年限要求：外方须在中国境外注册${least}年以上，${years}已满${least}年`,
          en: `Yes on registration: the overseas partner must have been registered abroad for at least ${least} years`,
        },
      ];
    const settled = guide.laid?.ruled.find(({ point }) => point.rules?.includes('partner.3-years'));
    if (settled)
      return [{ ...common, tone: 'open', ...told(settled), en: 'It depends on the day, as the department has ruled' }];
    return [
      {
        ...common,
        tone: 'open',
        zh: `${under ? '' : `刚好${least}年的`}要看注册日期：外方须在中国境外注册${least}年以上，指南没有写从哪天算起，请由科技厅确认`,
        en: `At least ${least} years abroad are required; the guide does not say up to which day`,
      },
    ];
  }
  const limit = inChinese(guide.date('unit.registeredBefore'));
  const day = englishDate(guide.date('unit.registeredBefore'));
  const citation = citedBy('unit.registered-before', guide);
  const least = leastInJiangxi(guide);
  const common = { id: 'unit.registered', citation, uses };
  if (length.months < least * 12)
    return [
      {
        ...common,
        tone: 'bad',
        zh: `不符合：申报单位须在江西注册${least}年以上（${limit}前完成工商注册），${years}${under ? '不行' : `不满${least}年`}`,
        en: `No, at least ${least} year in Jiangxi is required (registered before ${day})`,
      },
    ];
  const latest = monthsBefore(length.months, frame.today);
  const whose = ['our-unit', 'jiangxi', 'enterprise', 'academic-unit'].some((each) => asked.concepts.has(each));
  const abroadToo = whose ? '' : `；若说的是外方，须在中国境外注册${leastAbroad(guide)}年以上`;
  const met = outcomeOf(
    'unit.registered-before',
    { 'unit.registeredInJiangxi': true, 'unit.registrationDate': latest },
    guide,
  );
  if (met === 'met' && !under)
    return [
      {
        ...common,
        tone: 'good',
        zh: `符合注册时间要求：${years}前注册，早于${limit}（申报单位须在江西注册${least}年以上）${abroadToo}`,
        en: `Yes on the registration date: the applicant must be registered before ${day}, for at least ${least} year`,
      },
    ];
  return [
    {
      ...common,
      tone: 'open',
      zh: `要看注册日期：${limit}前完成工商注册的符合（在江西注册${least}年以上），当天之后注册的不行${abroadToo}`,
      en: `What counts is the date: registered before ${day}, for at least ${least} year`,
    },
  ];
}

/** The day so many months before an ISO day; a day that the month lacks runs on into the next one. */
function monthsBefore(months: number, today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
}
