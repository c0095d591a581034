/** What only dates the asker's own case: 我们去年有个人…, 去年刚注册的 asks nothing about last year's call. */
import type { Asked } from '../asked.ts';

const year = '(?:去年|前年|上一?年)';
/** Of the call, not of the asker: 去年的指南, 去年立了几项. */
const ofCall =
  '(?!的?(?:指南|申报|立项|项目|国合|这个|那[批届个]|报|中[了过没]?|批|支持|通知|名单|有(?:多少|几|哪|没)))';
const asker =
  '(?:我们?|咱们?|俺们?|他们?|她|对方|外方|公司|单位|企业|学校|学院|医院|院里|厂里?|老师|教授|主任|负责人|同事)';
const event =
  '(?:注册|成立|登记|签|退休|毕业|评上|聘|拿到|读完|入职|调|亏|盈|造假|失信|处罚|处分|审计|开的|办的|搬|改名|更名|节|[一二三四五六七八九十\\d]+月|年?[底初末]|[上下]半年|五一|六一|国庆|元旦)';
const told = new RegExp(`${asker}[^,。;?!]{0,6}${year}${ofCall}|${year}${ofCall}[^,。;?!几多哪]{0,8}${event}`);
const call = /(?:去年|前年|往年|上一?[年届批]|往届|历年|以往)的?(?:指南|国合|申报|立项|项目|通知|名单)/;

/** The question without last year, where that is no more than when something of the asker's own happened. */
export function withoutCircumstance(asked: Asked): Asked {
  if (!asked.concepts.has('past-call') || !told.test(asked.text) || call.test(asked.text)) return asked;
  const touched = asked.touched.filter(({ concept }) => concept !== 'past-call');
  return { ...asked, touched, concepts: new Set(touched.map(({ concept }) => concept)) };
}
