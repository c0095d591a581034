/** The city or county of Jiangxi in which a unit says that it is registered, as it was written. */
import { readJiangxi } from '../read/readJiangxi.ts';

const place =
  /^(?:我们?(?:公司|单位|厂子?|学校|所|院)?|公司|单位|厂子?|营业执照|注册地|是|都|就|的|写|在)*(?<!所)([\p{Script=Han}]{2,4}?(?:市|县|区)?)(?:注册|登记|成立|办的|$)/u;

export function locationIn(text: string): string | undefined {
  const said = place.exec(text)?.[1];
  if (said === undefined || /江西|不|没/.test(said)) return undefined;
  const reading = readJiangxi(said);
  return reading?.is === 'value' && reading.value ? said : undefined;
}
