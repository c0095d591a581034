/** Whether a typed place of registration is in Jiangxi: its 11 cities, their short names, and its counties. */
import { maxInput, type Reading } from '../reading.ts';
import { normalise } from './normalise.ts';
import { isRough, saysUnknown } from './sureness.ts';

const cities = '南昌|九江|景德镇|萍乡|新余|鹰潭|赣州|吉安|宜春|抚州|上饶';
const counties =
  '东湖区|西湖区|青云谱|青山湖|红谷滩|新建区|进贤|安义|浔阳|濂溪|柴桑|瑞昌|共青城|庐山|武宁|修水|永修|德安|都昌|湖口|彭泽|' +
  '昌江区|珠山|乐平|浮梁|安源|湘东|莲花县|上栗|芦溪|渝水|分宜|月湖|余江|贵溪|章贡|南康|赣县|信丰|大余|上犹|崇义|安远|' +
  '龙南|定南|全南|宁都|于都|兴国|会昌|寻乌|石城|瑞金|吉州区|青原|井冈山|吉水|峡江|新干|永丰|泰和|遂川|万安|安福|永新|' +
  '袁州|丰城|樟树|高安|奉新|万载|上高|宜丰|靖安|铜鼓|临川|东乡|南城|黎川|南丰|崇仁|乐安|宜黄|金溪|资溪|广昌|' +
  '信州|广丰|广信|玉山|铅山|横峰|弋阳|余干|鄱阳|万年县|婺源|德兴|赣江新区|小蓝|昌北';
const pinyin =
  'jiangxi|nanchang|jiujiang|jingdezhen|pingxiang|xinyu|yingtan|ganzhou|ji.an|yichun|fuzhou.jiangxi|shangrao';
const ownProvince = '(?:省内|本省|我们省|咱们?省|赣省)(?!份)';
/** A street bears the name of a place elsewhere (南昌市北京东路). */
const noStreet = '(?![东西南北中]?(?:路|街|大道|巷|广场|胡同|大厦|奥运|冬奥|亚运|世博))';
const inside = new RegExp(
  `(?:江西|赣(?=[注登办成])|${cities}|${counties}|${ownProvince}|\\b(?:${pinyin})(?![a-z]))${noStreet}`,
);
const provinces =
  '北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港(?!回归)|澳门(?!回归)|台湾|雄安';
const elsewhereCities =
  '深圳|广州|东莞|佛山|珠海|中山市|惠州|汕头|杭州|宁波|温州|绍兴|义乌|金华|衢州|嘉兴|湖州|武汉|宜昌|黄石|黄冈|长沙|株洲|湘潭|衡阳|岳阳|浏阳|醴陵|南京|苏州|无锡|常州|南通|徐州|扬州|昆山|合肥|芜湖|安庆|黄山市|福州|厦门|泉州|漳州|莆田|三明|龙岩|青岛|济南|烟台|潍坊|郑州|洛阳|成都|绵阳|西安|石家庄|保定|太原|沈阳|大连|长春|哈尔滨|昆明|贵阳|南宁|桂林|海口|三亚|兰州|西宁|银川|乌鲁木齐|呼和浩特|拉萨';
const outside = new RegExp(
  `(?:${provinces}|${elsewhereCities}|外省|省外|外地|国外|境外|beijing|shanghai|shenzhen|guangzhou|hangzhou)${noStreet}`,
);
/** A branch office, a base or a head office is not where the unit is registered. */
const notTheSeat =
  /办事处|联络处|代表处|联络点|分公司|分部|分厂|(?:工厂|厂房|基地|车间|实验室|仓库|门店|团队|客户|项目点|研发中心|生产线)|office|branch|总部|总公司|母公司|股东|集团|(?:没有?|未|不)[^,]{0,4}(?:单独)?(?:注册|登记|[办领]?执?照)/;
/** A works here may be registered by itself, unless it is said to be no more than that. */
const site = /分厂|工厂|厂房|基地|车间|生产线|研发中心/;
const mere = /只|就(?:是|有|一)|仅|没|未|不/;
const registers = /注册|登记|执照|法人证|工商|住所|成立|证书|regist/;
const moved = /迁|搬|转入|变更(?:到|至|为|地址|住所|注册地)/;
/** 从浙江迁过来, without saying whereto. */
const hither = /(?:迁|搬|转)(?:移|到)?(?:过?来|入|进来|回)/;
const before = /原来|以前|之前|最早|早先|原先|起初|一开始|当初/;
const notHere = /(?:不|没|没有|不是|未)在?(?:江西|本省|省内)(?:省)?(?:境?内)?(?:注册|登记|$|的)/;

const whichSeat = '请写清楚现在营业执照或法人证书上的注册地在哪个市县；从外省迁入的请回复“不知道”，由科技厅确认。';
const ask = (): Reading<boolean> => ({ is: 'ask', hint: whichSeat });

interface Place {
  clause: string;
  here: boolean;
  there: boolean;
}

/** The clauses that name a place; those about an office, a base or a head office count only when nothing else does. */
function places(text: string): Place[] {
  const named = text
    .split(/[,;。!()]|不过|但是?|而(?=在)/)
    .map((clause) => ({ clause, here: inside.test(clause), there: outside.test(clause) }))
    .filter(({ here, there }) => here || there);
  const seats = named.filter(
    ({ clause, here }) => !notTheSeat.test(clause) || (here && site.test(clause) && !mere.test(text)),
  );
  return seats.length > 0 ? seats : named.filter(({ clause }) => registers.test(clause) && !/没|未|不/.test(clause));
}

/** `true` in Jiangxi, `false` elsewhere; asks when both are named or the unit moved in. */
export function readJiangxi(text: string): Reading<boolean> | undefined {
  const plain = normalise(text.slice(0, maxInput))
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han}|\d)|\.{3,}/gu, ',')
    .replace(/(?:不是|没在|不在)(?:外省|省外)的?/g, '');
  if (notHere.test(plain)) return { is: 'value', value: false };
  const named = places(plain);
  const said = named.map(({ clause }) => clause).join(',');
  if (named.length === 0) return inside.test(plain) && notTheSeat.test(plain) ? ask() : undefined;
  if (isRough(said) || (saysUnknown(said) && !registers.test(said))) return ask();
  const registered = named.filter(({ clause }) => registers.test(clause) && !before.test(clause));
  const mixed = named.some(({ here }) => here) && named.some(({ there }) => there);
  const came = named.some(({ there }) => there) && hither.test(plain);
  const change = moved.test(plain) && (mixed || came || !/从[^,]{0,8}/.test(plain)) && !within(plain);
  if (change || (mixed && named.some(({ clause }) => before.test(clause) || site.test(clause)))) return ask();
  const decided = mixed && registered.length > 0 ? registered : named;
  if (decided.some(({ here, there }) => here && there)) return sideOf(decided);
  if (decided.some(({ here }) => here) && decided.some(({ there }) => there)) return ask();
  return { is: 'value', value: decided.every(({ here }) => here) };
}

/** A move that names two places of Jiangxi, or only a part of a town, stays inside. */
function within(text: string): boolean {
  if (outside.test(text)) return false;
  const towns = new Set(text.match(new RegExp(`${cities}|${counties}`, 'g')));
  const into = /(?:迁|搬|转|变更)[^,]{0,4}(?:到|至|入|来|回|为)[^,]{0,3}/.exec(text)?.[0] ?? '';
  if (towns.size > 1 || into === '') return true;
  const goal = text.slice(text.indexOf(into)).slice(0, into.length + 6);
  return !/入/.test(into) && !inside.test(goal);
}

/** 湖南长沙，不是江西: both names in one clause; the one beside the word for registration. */
function sideOf(found: readonly Place[]): Reading<boolean> | undefined {
  const [one] = found.filter(({ here, there }) => here && there);
  if (one === undefined || found.length > 1) return ask();
  const near = /在([^在,]{2,12}?)(?:单独)?(?:注册|登记)/.exec(one.clause)?.[1] ?? '';
  const [here, there] = [inside.test(near), outside.test(near)];
  return here === there ? ask() : { is: 'value', value: here };
}
