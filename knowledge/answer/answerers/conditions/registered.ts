/** 附5 三（一）, 三（三）: whether a unit or an overseas partner was registered early enough. */
import { inChinese } from '../../../calendar.ts';
import type { Outcome } from '../../../guide.ts';
import { englishDate } from '../../../languages/english.ts';
import type { Asked } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { datedIn } from './dated.ts';
import { judgedElsewhere } from './placed.ts';
import { byDuration } from './registeredFor.ts';
import { leastAbroad, leastInJiangxi, registrationUses as uses } from './registrationYears.ts';
import { byRuling, citedBy, type Judged, outcomeOf, told } from './verdict.ts';

const feasts: Readonly<Record<string, string>> = { '5-1': '五一|劳动节|', '6-1': '六一|儿童节|', '10-1': '十一|国庆|' };

/** The last day of registration without its year, by number or by its feast: 5月1日, 五一. */
function limitDay({ guide }: AnswerFrame): RegExp {
  const [month, day] = guide.date('unit.registeredBefore').split('-').slice(1).map(Number);
  const feast = feasts[`${month}-${day}`] ?? '';
  return new RegExp(`${feast}(?<!\\d)0?${month}月0?${day}[日号]`);
}

/** 今年赶得上吗 beside a date of founding asks no deadline. */
const inTime = /赶得上|来得及|赶得及|赶上|轮得到|轮得上|能赶/;
/** What every verdict on a registration answers to. */
const usesIn = ({ text }: Asked): readonly string[] =>
  inTime.test(text) ? [...uses, 'deadline', 'process-time'] : uses;

/** 外企的上海子公司: how long it has been registered in the mainland says nothing. */
function isMainlandArm({ concepts, text }: Asked): boolean {
  const arm = concepts.has('subsidiary-word') && (concepts.has('outside-jiangxi') || concepts.has('mainland-unit'));
  return (
    (concepts.has('foreign-subsidiary') || arm) &&
    (concepts.has('overseas-partner') || concepts.has('overseas-word') || /外企|外方|外资|洋企/.test(text))
  );
}

/** Whether the question says whose registration it is; 2022年成立的行吗 may go on from a partner. */
const isWhose = ({ text }: Asked): boolean =>
  text.length > shortest ||
  /我|咱|俺|公司|单位|企业|厂|院|校|所|社|江西|执照|工商|\b(?:we|our|us|company|unit)\b/.test(text);
const shortest = 16;

/** No date fits a unit that is registered elsewhere. */
export function judgedRegistration(asked: Asked, frame: AnswerFrame): Judged[] {
  const judged = judgedDates(asked, frame);
  const fits = ({ id, tone }: Judged): boolean => id.startsWith('unit.') && tone === 'good';
  const elsewhere = judged.some(fits) ? judgedElsewhere(asked, frame) : undefined;
  if (!elsewhere) return judged;
  const instead = elsewhere.map((each) => ({ ...each, uses: [...each.uses, ...usesIn(asked)] }));
  return [...instead, ...judged.filter((each) => !fits(each))];
}

function judgedDates(asked: Asked, frame: AnswerFrame): Judged[] {
  // How long a branch has been there says nothing either: it is no legal person.
  if (isMainlandArm(asked) || (asked.concepts.has('branch-unit') && !asked.concepts.has('legal-person'))) return [];
  const dated = datedIn(asked, frame.today);
  const judged = [
    ...dated.filter(({ of }) => of === 'unit').map(({ value }) => ofUnit(value, frame)),
    ...dated.filter(({ of }) => of === 'partner').map(({ value }) => ofPartner(value, frame)),
  ];
  const aside =
    isWhose(asked) || dated.length > 1 ? '' : `；若说的是外方，须在中国境外注册${leastAbroad(frame.guide)}年以上`;
  if (judged.length > 0 || dated.length > 0)
    return judged.map((each) => ({
      ...each,
      zh: each.id === 'unit.registered' ? each.zh + aside : each.zh,
      uses: usesIn(asked),
    }));
  const thatDay =
    limitDay(frame).test(asked.text) && asked.concepts.has('registration') && !asked.concepts.has('overseas-partner');
  return thatDay ? [ofUnit(frame.guide.date('unit.registeredBefore'), frame)] : byDuration(asked, frame);
}

/** A month or a year of which one day fits and another does not is neither. */
function verdictIn(outcome: Outcome): { zh: string; en: string } {
  if (outcome === 'met') return { zh: '符合', en: 'Yes' };
  return outcome === 'unmet' ? { zh: '不符合', en: 'No' } : { zh: '要看具体日期', en: 'It depends on the exact day' };
}

function ofUnit(value: string, { guide }: AnswerFrame): Judged {
  const facts = { 'unit.registeredInJiangxi': true, 'unit.registrationDate': value };
  const outcome = outcomeOf('unit.registered-before', facts, guide);
  const limit = inChinese(guide.date('unit.registeredBefore'));
  const day = englishDate(guide.date('unit.registeredBefore'));
  const citation = citedBy('unit.registered-before', guide);
  const least = leastInJiangxi(guide);
  const date = inChinese(value);
  const common = {
    id: 'unit.registered',
    citation,
    uses,
    suggestion: '企业要提供哪些财务报表',
  };
  const ruled = byRuling('unit.registered-before', facts, guide);
  if (ruled)
    return {
      ...common,
      ...ruled,
      zh: `${verdictIn(outcome).zh}，${ruled.zh}`,
      en: `${verdictIn(outcome).en}, as the department has ruled for ${englishDate(value)}`,
    };
  if (outcome === 'met')
    return {
      ...common,
      tone: 'good',
      zh: `符合注册时间要求：${date}早于${limit}（在江西注册${least}年以上）`,
      en: `Yes on the registration date: ${englishDate(value)} is before ${day}, more than ${least} year in Jiangxi`,
    };
  if (outcome === 'unmet')
    return {
      ...common,
      tone: 'bad',
      zh: `不符合注册时间要求：须在${limit}前完成工商注册（在江西注册${least}年以上），${date}晚了`,
      en: `No, the unit must have been registered before ${day}, for at least ${least} year; ${englishDate(value)} is too late`,
    };
  if (outcome === 'to-confirm')
    return {
      ...common,
      tone: 'open',
      zh: `要由科技厅确认：要求${limit}前完成工商注册，指南没有写明“前”含不含${date}当天`,
      en: `To be confirmed by the department: the guide says before ${day} and does not say whether that day counts`,
    };
  return {
    ...common,
    tone: 'open',
    zh: `只说${date}还不能判断：${limit}前完成工商注册的符合（在江西注册${least}年以上），当天及以后的要看具体日期`,
    en: `It depends on the exact day: registered before ${day} fits`,
  };
}

function ofPartner(value: string, { guide }: AnswerFrame): Judged {
  const facts = { partners: [{ registrationDate: value, registeredOverseas: true }] };
  const outcome = outcomeOf('partner.3-years', facts, guide);
  const citation = citedBy('partner.3-years', guide);
  const least = leastAbroad(guide);
  const date = inChinese(value);
  const common = {
    id: 'partner.registered',
    citation,
    uses,
    suggestion: '外方合作单位有什么要求',
  };
  // A year of which some days fit is as open by a ruling as without, but no longer for the department to confirm.
  const settled = guide.laid?.ruled.find(({ point }) => point.rules?.includes('partner.3-years'));
  const isOpen = outcome !== 'met' && outcome !== 'unmet';
  const ruled =
    byRuling('partner.3-years', facts, guide) ??
    (settled && isOpen ? { tone: 'open' as const, ...told(settled) } : undefined);
  if (ruled)
    return {
      ...common,
      ...ruled,
      zh: `${verdictIn(outcome).zh}，${ruled.zh}`,
      en: `${verdictIn(outcome).en}, as the department has ruled for ${englishDate(value)}`,
    };
  if (outcome === 'met')
    return {
      ...common,
      tone: 'good',
      zh: `符合注册年限要求：外方须在中国境外注册${least}年以上，${date}注册已满${least}年`,
      en: `Yes on registration: the overseas partner must be registered abroad for at least ${least} years; ${englishDate(value)} is early enough`,
    };
  if (outcome === 'unmet')
    return {
      ...common,
      tone: 'bad',
      zh: `不符合注册年限要求：外方须在中国境外注册${least}年以上，${date}注册不满${least}年`,
      en: `No, the overseas partner must have been registered abroad for at least ${least} years; since ${englishDate(value)} is too short`,
    };
  return {
    ...common,
    tone: 'open',
    zh: `要由科技厅确认：外方须在中国境外注册${least}年以上，指南没有写从哪天算起，${date}注册的在两可之间`,
    en: `To be confirmed by the department: at least ${least} years abroad are required, and the guide does not say up to which day; ${englishDate(value)} lies between`,
  };
}
