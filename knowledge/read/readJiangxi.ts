/** Whether a typed place of registration is in Jiangxi: its 11 cities, their short names, and its counties. */
import { maxInput, type Reading } from '../reading.ts';

const cities = '南昌|九江|景德镇|萍乡|新余|鹰潭|赣州|吉安|宜春|抚州|上饶';
const counties =
  '东湖区|西湖区|青云谱|青山湖|红谷滩|新建区|进贤|安义|浔阳|濂溪|柴桑|瑞昌|共青城|庐山|武宁|修水|永修|德安|都昌|湖口|彭泽|' +
  '昌江区|珠山|乐平|浮梁|安源|湘东|莲花县|上栗|芦溪|渝水|分宜|月湖|余江|贵溪|章贡|南康|赣县|信丰|大余|上犹|崇义|安远|' +
  '龙南|定南|全南|宁都|于都|兴国|会昌|寻乌|石城|瑞金|吉州区|青原|井冈山|吉水|峡江|新干|永丰|泰和|遂川|万安|安福|永新|' +
  '袁州|丰城|樟树|高安|奉新|万载|上高|宜丰|靖安|铜鼓|临川|东乡|南城|黎川|南丰|崇仁|乐安|宜黄|金溪|资溪|广昌|' +
  '信州|广丰|广信|玉山|铅山|横峰|弋阳|余干|鄱阳|万年县|婺源|德兴|赣江新区';
const pinyin =
  'jiangxi|nanchang|jiujiang|jingdezhen|pingxiang|xinyu|yingtan|ganzhou|ji.an|yichun|fuzhou.jiangxi|shangrao';
const inside = new RegExp(`江西|${cities}|${counties}|\\b(?:${pinyin})(?![a-z])`, 'i');
/** A branch office is not where the unit is registered. */
const office = /办事处|联络处|代表处|联络点|分公司|分部|工厂在|厂房在|没有?执?照/;
const registers = /注册|登记|执照|法人证|工商/;
const provinces =
  '北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林省|黑龙江|江苏|浙江|安徽|福建|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海省|宁夏|新疆|深圳|广州|杭州|武汉|长沙|南京|苏州|香港|澳门|台湾';
const outside = new RegExp(provinces);
const moved = /迁|搬|转入|变更/;
const notHere = /(?:不|没|没有|不是)在?(?:江西|本省|省内)|外省|省外/;

/** `true` in Jiangxi, `false` elsewhere; asks when both are named or the unit moved. */
export function readJiangxi(text: string): Reading<boolean> | undefined {
  const parts = text.slice(0, maxInput).split(/[,，;；。]/);
  const main = parts.filter((part) => registers.test(part) && !office.test(part));
  const said = (main.length > 0 && parts.some((part) => office.test(part)) ? main : parts).join(',');
  if (notHere.test(said)) return { is: 'value', value: false };
  const here = inside.test(said);
  const there = outside.test(said);
  if ((here || there) && (moved.test(said) || (here && there))) {
    return {
      is: 'ask',
      hint: '请写清楚现在营业执照或法人证书上的注册地在哪个市县；从外省迁入的请回复“不知道”，由科技厅确认。',
    };
  }
  if (here) return { is: 'value', value: true };
  return there ? { is: 'value', value: false } : undefined;
}
