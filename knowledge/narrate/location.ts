/** The city or county of Jiangxi in which a unit says that it is registered, as it was written. */
import { readJiangxi } from '../read/readJiangxi.ts';

const place =
  /^(?:[\d一二三四五六七八九〇零]+年)?(?:[\d一二三四五六七八九十]+月)?(?:[\d一二三四五六七八九十]+[日号])?(?:我们?|公司|单位|是|就){0,5}(?:(?:注册|登记)?(?:地点|地址|地)?(?:在|于|是|:)?)?(?:我们?(?:公司|单位|厂子?|学校|所|院)?|所(?=在)|公司|单位|厂子?|营业执照|注册地|是|都|就|的|写|在){0,6}(?<!所)([\p{Script=Han}]{2,4}?(?:市|县|区)?(?:高新区|经开区|开发区)?)(?:注册|登记|成立|办的|$)/u;

export function locationIn(text: string): string | undefined {
  const said = place.exec(text)?.[1];
  if (said === undefined || /^[点所在于]|江西|不|没/.test(said)) return undefined;
  const reading = readJiangxi(said);
  return reading?.is === 'value' && reading.value ? said : undefined;
}
