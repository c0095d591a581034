/** 附5 三（一）, 三（三）: whether a unit or an overseas partner was registered early enough. */
import { inChinese } from '../../../calendar.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { datedIn } from './dated.ts';
import { citedBy, type Judged, outcomeOf } from './verdict.ts';

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

export function judgedRegistration(asked: Asked, frame: AnswerFrame): Judged[] {
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
  const date = inChinese(value);
  const common = {
    id: 'unit.registered',
    citation: citedBy('unit.registered-before', guide),
    uses,
    suggestion: '企业要提供哪些财务报表',
  };
  if (outcome === 'met')
    return {
      ...common,
      tone: 'good',
      zh: `符合注册时间要求：${date}早于${limit}（在江西注册1年以上）`,
      en: `Yes on the registration date: ${value} is before 1 May 2022 (${limit}), more than 1 year in Jiangxi`,
    };
  if (outcome === 'unmet')
    return {
      ...common,
      tone: 'bad',
      zh: `不符合注册时间要求：须在${limit}前完成工商注册（在江西注册1年以上），${date}晚了`,
      en: `No: the unit must have been registered before 1 May 2022 (${limit}), for at least 1 year; ${value} is too late`,
    };
  if (outcome === 'to-confirm')
    return {
      ...common,
      tone: 'open',
      zh: `要由科技厅确认：要求${limit}前完成工商注册，指南没有写明“前”含不含${date}当天`,
      en: `To be confirmed by the department: the guide says before 1 May 2022 (${limit}) and does not say whether that day counts`,
    };
  return {
    ...common,
    tone: 'open',
    zh: `只说${date}还不能判断：${limit}前完成工商注册的符合（在江西注册1年以上），当天及以后的要看具体日期`,
    en: `It depends on the exact day: registered before 1 May 2022 (${limit}) fits`,
  };
}

function ofPartner(value: string, { guide }: AnswerFrame): Judged {
  const outcome = outcomeOf(
    'partner.3-years',
    { partners: [{ registrationDate: value, registeredOverseas: true }] },
    guide,
  );
  const date = inChinese(value);
  const common = {
    id: 'partner.registered',
    citation: citedBy('partner.3-years', guide),
    uses,
    suggestion: '外方合作单位有什么要求',
  };
  if (outcome === 'met')
    return {
      ...common,
      tone: 'good',
      zh: `符合注册年限要求：外方须在中国境外注册3年以上，${date}注册已满3年`,
      en: `Yes on registration: the overseas partner must be registered abroad for at least 3 years; ${value} is early enough`,
    };
  if (outcome === 'unmet')
    return {
      ...common,
      tone: 'bad',
      zh: `不符合注册年限要求：外方须在中国境外注册3年以上，${date}注册不满3年`,
      en: `No: the overseas partner must have been registered abroad for at least 3 years; since ${value} is too short`,
    };
  return {
    ...common,
    tone: 'open',
    zh: `要由科技厅确认：外方须在中国境外注册3年以上，指南没有写从哪天算起，${date}注册的在两可之间`,
    en: `To be confirmed by the department: at least 3 years abroad are required, and the guide does not say up to which day; ${value} lies between`,
  };
}

const partner = ['overseas-partner', 'us-partner'];

/** 成立才半年: only how long ago is told. */
function byDuration(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const [first] = named(asked, 'duration');
  const under = first && /(?:不到|不足|不满|没满|未满|没到|差点)(?:满)?$/.test(asked.text.slice(0, first.start));
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
    const common = { id: 'partner.registered', citation: citedBy('partner.3-years', guide), uses };
    if (told.months < 36)
      return [
        {
          ...common,
          tone: 'bad',
          zh: `不符合：外方须在中国境外注册3年以上，${years}不满3年`,
          en: 'No: the overseas partner must have been registered abroad for at least 3 years',
        },
      ];
    if (told.months > 36)
      return [
        {
          ...common,
          tone: 'good',
          zh: `符合注册年限要求：外方须在中国境外注册3年以上，${years}已满3年`,
          en: 'Yes on registration: the overseas partner must have been registered abroad for at least 3 years',
        },
      ];
    return [
      {
        ...common,
        tone: 'open',
        zh: '刚好3年的要看注册日期：外方须在中国境外注册3年以上，指南没有写从哪天算起，请由科技厅确认',
        en: 'At least 3 years abroad are required; the guide does not say up to which day',
      },
    ];
  }
  const limit = inChinese(guide.date('unit.registeredBefore'));
  const common = { id: 'unit.registered', citation: citedBy('unit.registered-before', guide), uses };
  if (told.months < 12)
    return [
      {
        ...common,
        tone: 'bad',
        zh: `不符合：申报单位须在江西注册1年以上（${limit}前完成工商注册），${years}不满1年`,
        en: `No: at least 1 year in Jiangxi is required (registered before 1 May 2022, ${limit})`,
      },
    ];
  return [
    {
      ...common,
      tone: 'open',
      zh: `要看注册日期：${limit}前完成工商注册的符合（在江西注册1年以上），当天之后注册的不行`,
      en: `What counts is the date: registered before 1 May 2022 (${limit}), for at least 1 year`,
    },
  ];
}
