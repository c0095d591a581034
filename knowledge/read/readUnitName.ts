/** The full name of a unit in a typed answer. */
import { maxInput, type Reading } from '../reading.ts';
import { saysUnknown } from './sureness.ts';

const lead =
  /^(?:(?:[嗯哦呃啊好]的?[,，、。\s]*)*(?:那个|我们|我|咱们|单位|申报|牵头|全称|名称|名字|叫做|叫|应该)*(?:单位|全称|名称|名字)?\s*(?:就?是|叫做|叫|为|[:：])?\s*)/;
const tail = /(?:的|这边|那边|[~～。！!，,\s]|哈|呢|吧|啊)+$/;
const isName =
  /(?:公司|集团|大学|学院|学校|医院|研究所|研究院|设计院|科学院|中心|所|院|站|厂|合作社|协会|学会|管委会|管理委员会|办公室|局|实验室|基地|园)$/;

/** Takes the name out of 「我们是江西慧铜数控有限公司的」; short forms that end like no unit are asked again. */
export function readUnitName(text: string): Reading<string> | undefined {
  const said = text.slice(0, maxInput).normalize('NFKC').trim();
  if (/[?？]|吗$/.test(said)) return undefined;
  const whole = said.replace(lead, '').replace(tail, '');
  const name = (whole.split(/[,，;；。\n]/)[0] ?? '').replace(tail, '').trim();
  if (name.length >= 4 && name.length <= 40 && isName.test(name)) return { is: 'value', value: name };
  if (saysUnknown(said)) return { is: 'unknown' };
  if (isName.test(name)) return { is: 'ask', hint: '请写营业执照或法人证书上的全称，例如“南昌大学”。' };
  return undefined;
}
