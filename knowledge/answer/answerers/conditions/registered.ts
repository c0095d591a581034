/** 附5 三（一）, 三（三）: whether a unit or an overseas partner was registered early enough. */
import { inChinese } from '../../../calendar.ts';
import type { Guide } from '../../../guide.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { datedIn } from './dated.ts';
import { citedBy, figureIn, inEnglish, type Judged, outcomeOf } from './verdict.ts';

const uses = [
  '@date',
  '@duration',
  'registration',
  'registration-age',
  'dir-m-registration',
  'enterprise',
  'academic-unit',
  'hospital',
  'business-licence',
  '@side',
  '@country',
  '@party',
  'local-rule',
  'private-equal',
  'company-size',
  'list-expired',
  '@place',
  'us-partner',
  'local-unit',
  'legal-person',
  'past-call',
];

/** 2022-05-01 is a feast; the day is asked about by name. */
const limitDay = /五一|劳动节|(?<!\d)0?5月0?1[日号]/;

const leastInJiangxi = (guide: Guide): number => figureIn(guide, /在江西省注册(\d+)年以上/);
const leastAbroad = (guide: Guide): number => figureIn(guide, /境外注册(\d+)年以上/);

/** 外企的上海子公司: how long it has been registered in the mainland says nothing. */
function isMainlandArm({ concepts, text }: Asked): boolean {
  const arm = concepts.has('subsidiary-word') && (concepts.has('outside-jiangxi') || concepts.has('mainland-unit'));
  return (
    (concepts.has('foreign-subsidiary') || arm) &&
    (concepts.has('overseas-partner') || concepts.has('overseas-word') || /外企|外方|外资|洋企/.test(text))
  );
}

export function judgedRegistration(asked: Asked, frame: AnswerFrame): Judged[] {
  // How long a branch has been there says nothing either: it is no legal person.
  if (isMainlandArm(asked) || (asked.concepts.has('branch-unit') && !asked.concepts.has('legal-person'))) return [];
  const dated = datedIn(asked, frame.today);
  const judged = [
    ...dated.filter(({ of }) => of === 'unit').map(({ value }) => ofUnit(value, frame)),
    ...dated.filter(({ of }) => of === 'partner').map(({ value }) => ofPartner(value, frame)),
  ];
  if (judged.length > 0 || dated.length > 0) return judged;
  const thatDay =
    limitDay.test(asked.text) && asked.concepts.has('registration') && !asked.concepts.has('overseas-partner');
  return thatDay ? [ofUnit(frame.guide.date('unit.registeredBefore'), frame)] : byDuration(asked, frame);
}

function ofUnit(value: string, { guide }: AnswerFrame): Judged {
  const facts = { 'unit.registeredInJiangxi': true, 'unit.registrationDate': value };
  const outcome = outcomeOf('unit.registered-before', facts, guide);
  const limit = inChinese(guide.date('unit.registeredBefore'));
  const day = inEnglish(guide.date('unit.registeredBefore'));
  const citation = citedBy('unit.registered-before', guide);
  const least = leastInJiangxi(guide);
  const date = inChinese(value);
  const common = {
    id: 'unit.registered',
    citation,
    uses,
    suggestion: '企业要提供哪些财务报表',
  };
  if (outcome === 'met')
    return {
      ...common,
      tone: 'good',
      zh: `符合注册时间要求：${date}早于${limit}（在江西注册${least}年以上）`,
      en: `Yes on the registration date: ${value} is before ${day} (${limit}), more than ${least} year in Jiangxi`,
    };
  if (outcome === 'unmet')
    return {
      ...common,
      tone: 'bad',
      zh: `不符合注册时间要求：须在${limit}前完成工商注册（在江西注册${least}年以上），${date}晚了`,
      en: `No, the unit must have been registered before ${day} (${limit}), for at least ${least} year; ${value} is too late`,
    };
  if (outcome === 'to-confirm')
    return {
      ...common,
      tone: 'open',
      zh: `要由科技厅确认：要求${limit}前完成工商注册，指南没有写明“前”含不含${date}当天`,
      en: `To be confirmed by the department: the guide says before ${day} (${limit}) and does not say whether that day counts`,
    };
  return {
    ...common,
    tone: 'open',
    zh: `只说${date}还不能判断：${limit}前完成工商注册的符合（在江西注册${least}年以上），当天及以后的要看具体日期`,
    en: `It depends on the exact day: registered before ${day} (${limit}) fits`,
  };
}

function ofPartner(value: string, { guide }: AnswerFrame): Judged {
  const outcome = outcomeOf(
    'partner.3-years',
    { partners: [{ registrationDate: value, registeredOverseas: true }] },
    guide,
  );
  const citation = citedBy('partner.3-years', guide);
  const least = leastAbroad(guide);
  const date = inChinese(value);
  const common = {
    id: 'partner.registered',
    citation,
    uses,
    suggestion: '外方合作单位有什么要求',
  };
  if (outcome === 'met')
    return {
      ...common,
      tone: 'good',
      zh: `符合注册年限要求：外方须在中国境外注册${least}年以上，${date}注册已满${least}年`,
      en: `Yes on registration: the overseas partner must be registered abroad for at least ${least} years; ${value} is early enough`,
    };
  if (outcome === 'unmet')
    return {
      ...common,
      tone: 'bad',
      zh: `不符合注册年限要求：外方须在中国境外注册${least}年以上，${date}注册不满${least}年`,
      en: `No, the overseas partner must have been registered abroad for at least ${least} years; since ${value} is too short`,
    };
  return {
    ...common,
    tone: 'open',
    zh: `要由科技厅确认：外方须在中国境外注册${least}年以上，指南没有写从哪天算起，${date}注册的在两可之间`,
    en: `To be confirmed by the department: at least ${least} years abroad are required, and the guide does not say up to which day; ${value} lies between`,
  };
}

const partner = ['overseas-partner', 'us-partner', 'overseas-word'];

/** 成立才半年: only how long ago is told. */
function byDuration(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const [first] = named(asked, 'duration');
  const under =
    first &&
    (/(?:不到|不足|不满|没满|未满|没到|差点)(?:满)?$/.test(asked.text.slice(0, first.start)) ||
      /^(?:都|也|还)?(?:不到|不满|没满|未满|没到|没够|不够)/.test(asked.text.slice(first.end)));
  const told = first && { ...first, months: first.months - (under ? 1 : 0) };
  const registers = asked.concepts.has('registration') || asked.concepts.has('registration-age');
  const bare =
    /满\d|满[一二三]|要求?\d|是不是要|需要满|多久|几年/.test(asked.text) ||
    asked.concepts.has('template') ||
    asked.concepts.has('audit-report');
  if (!told || !registers || bare || asked.concepts.has('term')) return [];
  const years = told.months % 12 === 0 ? `${told.months / 12}年` : `${told.months}个月`;
  const abroad =
    partner.some((each) => asked.concepts.has(each)) ||
    named(asked, 'country').length > 0 ||
    named(asked, 'party').length > 0 ||
    /对方|他们|那边/.test(asked.text);
  if (abroad) {
    const citation = citedBy('partner.3-years', guide);
    const least = leastAbroad(guide);
    const common = { id: 'partner.registered', citation, uses };
    if (told.months < least * 12)
      return [
        {
          ...common,
          tone: 'bad',
          zh: `不符合：外方须在中国境外注册${least}年以上，${years}不满${least}年`,
          en: `No, the overseas partner must have been registered abroad for at least ${least} years`,
        },
      ];
    if (told.months > least * 12)
      return [
        {
          ...common,
          tone: 'good',
          zh: `符合注册年限要求：外方须在中国境外注册${least}年以上，${years}已满${least}年`,
          en: `Yes on registration: the overseas partner must have been registered abroad for at least ${least} years`,
        },
      ];
    return [
      {
        ...common,
        tone: 'open',
        zh: `刚好${least}年的要看注册日期：外方须在中国境外注册${least}年以上，指南没有写从哪天算起，请由科技厅确认`,
        en: `At least ${least} years abroad are required; the guide does not say up to which day`,
      },
    ];
  }
  const limit = inChinese(guide.date('unit.registeredBefore'));
  const day = inEnglish(guide.date('unit.registeredBefore'));
  const citation = citedBy('unit.registered-before', guide);
  const least = leastInJiangxi(guide);
  const common = { id: 'unit.registered', citation, uses };
  if (told.months < least * 12)
    return [
      {
        ...common,
        tone: 'bad',
        zh: `不符合：申报单位须在江西注册${least}年以上（${limit}前完成工商注册），${years}不满${least}年`,
        en: `No, at least ${least} year in Jiangxi is required (registered before ${day}, ${limit})`,
      },
    ];
  return [
    {
      ...common,
      tone: 'open',
      zh: `要看注册日期：${limit}前完成工商注册的符合（在江西注册${least}年以上），当天之后注册的不行`,
      en: `What counts is the date: registered before ${day} (${limit}), for at least ${least} year`,
    },
  ];
}
