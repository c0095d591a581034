/** The applying unit's own name in a clause, in full or as people shorten it (江西师大, 省农科院); never a foreign one. */
import type { UnitKind } from '../facts.ts';
import { countryMentions } from '../places/mentions.ts';
import { readUnitKind } from '../read/readUnitKind.ts';
import { foreignLooking } from './foreignName.ts';

const full =
  '有限责任公司|有限公司|股份公司|公司|集团|大学|学院|高专|医院|卫生院|保健院|研究所|研究院|科学院|设计院|检测院|疾控中心|合作联?社|协会|学会|中心|监测站|推广站|植物园|管委会|制药厂|药厂|陶瓷厂|酒厂';
const seats =
  '江西省?|南昌|东华|赣南|赣东|赣州|九江|上饶|宜春|井冈山|景德镇|景德镇陶瓷|新余|萍乡|鹰潭|吉安|抚州|豫章|华东|省';
const shortKinds: readonly (readonly [RegExp, UnitKind])[] = [
  [
    /(?:师大|农大|理工|工大|科大|交大|财大|医大|中医大|中医药|科技师大|科师大|陶大|航大|师院|职院)$|^昌大$|^昌航$|^江财$/,
    'university',
  ],
  [/(?:农科|林科|社科|水科)[院所]$|药研所$/, 'research-institute'],
  [/附院$/, 'hospital'],
];
/** 江西师大, 东华理工, 省农科院: only behind a place of Jiangxi. */
const short = `(?:${seats})(?:科技|职业|水利|警察)?(?:师大|农大|理工|工大|科大|交大|财大|医大|中医大|中医药|科师大|陶大|师院|职院)(?:大学(?=的|$))?|昌大|昌航|江财|(?:${seats}|[\\p{Script=Han}]{2,3}市)(?:农科|林科|社科)[院所]|(?:${seats})[\\p{Script=Han}]{0,4}[一二三]?附院`;

/** What ends the name of a unit, for rows that speak of one. */
const ending = `(?:${full})`;
export const unitWords = new RegExp(`${ending}|${short}`, 'u');

const signs = '[\\p{Script=Han}（）()]';
const name = `(${short}|${signs}{2,24}?${ending})`;
const titles =
  '(?:青年|特聘|三级|二级|四级|在编|一名|的|普通|资深)*(?:正|副)?(?:教授|讲师|助教|研究员|助理研究员|研究实习员|(?:正?高级|助理)?工程师|高工|正高|副高|主任[医药护]师|主治医[师生]|医[师生]|实验师|农艺师|老师|教师|博士|硕士|职工|员工|科研人员|科研处|科技处|科研秘书|人事处|办公室|项目办|财务)';
const faculty = `(?:${signs}{2,10}(?:学院|系|科|部|实验室|课题组|团队))?`;
const goes = '想|要|打算|准备|计划|拟|牵头|申报|申请|报|来|这次|跟|和|与|同|联合|$';
const leads =
  '(?:我们?|负责人|本人|申报人|项目负责人|他|她)?(?:这边|这里|这儿|单位|公司|学校|医院|现在|目前|本身|都|就)*';
const named = [
  // 全称江右粉末冶金学会, 公司名叫…, 单位是…, 我们公司是…
  `(?:全称|名称|全名|名字|公司名|校名|单位名)(?:就?叫做?|就?是|为|:)?${name}$`,
  `(?:^|单位|公司名?|学校|我们|现在|研究所|医院|合作社|学会|厂子?)(?:叫做?|改名叫|名叫)${name}$`,
  `^(?:我们?|这边|这里|这儿|本)?(?:这边|单位)?(?:(?:申报|牵头|依托|工作)?单位|学校|公司|医院|企业|研究所|合作社)?(?:就|都)?(?:是|为|在)(?!一[家个所])${name}$`,
  `^(?:(?:申报|牵头|依托|工作)单位|单位|本单位|我单位|我司|我校|我院|我所)${name}$`,
  // 我是洪州医科大学的副研究员, 信江大学的, 东华理工大学教授, 全职在抚河理工学院
  `^${leads}(?:就?是|在|来自|就职于|任职于|供职于)?${name}${faculty}的?(?:$|的$|(?:${titles})(?=$|[想要来报打准跟和与同男女兼申一]))`,
  `^我?(?:是|在|来自)${signs}{2,4}的${name}$`,
  `^${leads}(?:是|在|来自)?${name}${faculty}的(?:$|老师|职工|员工|教授|副教授|讲师|研究员|副研究员|助理研究员|博士|医生|主任|副主任|工程师|高级|高工|人|科研)`,
  `(?:全职|受聘|任职|就职|供职|上班)(?:在|于)${name}(?:$|工作|上班|任职|全职|的)`,
  `^(?:我|现在|目前|负责人|本人|他|她|人|回来后?|回国后?)*在${name}${faculty}(?:里|这边)?(?:全职|工作|上班|任职|任教|教书|教课|任|当|做|教|搞|读|从事)`,
  `^我们?${name}(?:${goes})`,
  `^${name}(?:申报|牵头|想?报|想|打算|准备|$)`,
].map((form) => new RegExp(form, 'u'));

/** What is no name: 一家公司, 县里的合作社, 材料学院. */
const school =
  /^(?:材料|食品|化学|化工|机电|机械|信息|电子|计算机|软件|经济|管理|外国语|生命|农学|林学|动物|园林|药学|数学|物理|环境|资源|土木|建筑|能源|电气|理|工|文|法|医|马克思)[\p{Script=Han}]{0,6}学院$/u;
const generic =
  /^(?:虽|但|因为|所以|另外|还|也|就)|(?:带|办|设|有)附属|^(?:[省市县区乡镇](?!立|农科|林科|社科|科学院|人民)|我们?|本|这|那|一[家个所]|某|哪|该|县里|市里|省里|乡里|村里|国内|境内|国外|境外|外方|对方|合作|独立|民办|民营|公办|国有|私营|高新技术|上市|三甲|附属|重点|普通|公益|事业|材料学院|博士后|工程|技术|研究|联合|科研|高等|职业|公立|专科|二级|地方|综合|师范|本科|乡下|老家|小|大)|[和跟与同](?!济|仁)|的|是|在|有(?!限|色|机)|做|申报|毕业|申请|一[家个所]|^(?:有限|股份|农民|专业|科技型)|我们?/;

/** The unit's own name in a clause; never a foreign one. */
export function nameIn(text: string): string | undefined {
  for (const form of named) {
    const found = form.exec(text)?.[1];
    if (found === undefined) continue;
    if (shortKind(found) !== undefined) return found;
    if ([...found].length < 4 || generic.test(found) || school.test(found)) continue;
    if (countryMentions(found).length === 0 && !foreignLooking(found)) return found;
  }
  return undefined;
}

/** The kind that a name tells. */
export function kindOfName(found: string): UnitKind | undefined {
  const reading = readUnitKind(found);
  return shortKind(found) ?? (reading?.is === 'value' ? reading.value : undefined);
}

function shortKind(found: string): UnitKind | undefined {
  if (!new RegExp(`^(?:${short})$`, 'u').test(found)) return undefined;
  return shortKinds.find(([form]) => form.test(found))?.[1];
}
