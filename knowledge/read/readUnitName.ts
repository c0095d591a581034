/** The full name of a unit in a typed answer. */
import { maxInput, type Reading } from '../reading.ts';
import { corrected } from './correction.ts';
import { saysUnknown } from './sureness.ts';

const ending =
  '(?:公司|集团|大学|学院|学校|医院|研究所|研究院|设计院|科学院|中心|所|院|站|厂|合作社|协会|学会|管委会|管理委员会|办公室|局|实验室|基地|园)';
const isName = new RegExp(`${ending}$`);
const lead =
  /^(?:[嗯哦呃啊好诶]的?[,、。\s]*)*(?:(?:那个|我们|我|咱们|本单位|申报单位|单位|牵头单位|依托单位|申报|牵头|规范|正式|完整|我单位|全称|全名|中文名?|名称|名字|执照上(?:的|写的)?|证书?上(?:的|写的)?|现在|目前|还是|就是|应该|登记|的)*(?:叫做|叫|为|是|:)*\s*)/;
const tail = /(?:的|这边|那边|[~。!,\s]|哈|呢|吧|啊|撒)+$/;
/** A name that the unit once had, will have or is wrongly given. */
const notNow =
  /以前|此前|停用|原来|曾用|原名|前身|旧称|更名前|改名前|写成|写错|误写|以后|才叫|将来|将改|拟改|要改|正在办改名|简称|上级|主管|隶属|挂靠|合作方|外方|不是|注意|章对/;
const now = /现在|目前|执照|法人证|证书|全称|全名|中文(?:名|是|叫)|就叫|改(?:名|成|为)(?:叫|了)?/;
/** What everybody in Jiangxi calls these, said back in full. */
const shortNames: Readonly<Record<string, string>> = {
  昌大: '南昌大学',
  江西师大: '江西师范大学',
  江西农大: '江西农业大学',
  江西财大: '江西财经大学',
  华东交大: '华东交通大学',
  昌航: '南昌航空大学',
  赣南师大: '赣南师范大学',
};
const inFull: Reading<string> = { is: 'ask', hint: '请写营业执照或法人证书上的全称，例如“南昌大学”。' };

/** Takes the name out of 「我们是江西慧铜数控有限公司的」; short forms that end like no unit are asked again. */
export function readUnitName(text: string): Reading<string> | undefined {
  const said = corrected(text.slice(0, maxInput).normalize('NFKC').trim());
  if (/[?]|吗$/.test(said)) return undefined;
  const short = shortNames[/^[\p{Script=Han}]+?(?=[啊呀的哈吧呢,\s]|$)/u.exec(said.replace(lead, ''))?.[0] ?? ''];
  if (short !== undefined) return { is: 'value', value: short, echo: `按“${short}”记。` };
  const parts = clausesOf(said);
  const found = parts.flatMap((part) => nameIn(part) ?? []);
  const names = [...new Set(found)];
  const sure = names.length > 1 ? parts.filter((part) => now.test(part)).flatMap((part) => nameIn(part) ?? []) : names;
  const [name] = new Set(sure);
  if (name !== undefined && new Set(sure).size === 1 && !/还是.*不(?:知道|清楚|确定)/.test(said))
    return { is: 'value', value: name };
  if (names.length > 1) return inFull;
  if (saysUnknown(said)) return { is: 'unknown' };
  return parts.some((part) => isName.test(part.replace(lead, '').replace(tail, ''))) ? inFull : undefined;
}

/** What stands in brackets behind a name is about it, not part of it — unless the name goes on behind them. */
function clausesOf(said: string): string[] {
  const joined = said.replace(
    new RegExp(`[([]([^()\\[\\]]*)[)\\]](?!\\p{Script=Han}{0,12}${ending})`, 'gu'),
    (_, inside: string) => `,曾用${inside},`,
  );
  return joined
    .split(
      /[,;。\n、嗯呃"“”「」]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=[a-z.)])\s+(?=\p{Script=Han})|(?<=.)(?=以前叫|原来叫|现在(?:就)?叫|曾用名|原名)/iu,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** 材料学院: a school of some university, never a unit's full name. */
const school =
  /^(?:材料|食品|化学|化工|机电|机械|信息|电子|计算机|软件|经济|管理|外国语|生命|农学|林学|动物|园林|药学|数学|物理|环境|资源|土木|建筑|能源|电气|理|工|文|法)[\p{Script=Han}]{0,6}学院$/u;

function nameIn(part: string): string | undefined {
  if (notNow.test(part)) return undefined;
  const bare = part.replace(lead, '').replace(tail, '').trim();
  return bare.length >= 4 &&
    bare.length <= 40 &&
    isName.test(bare) &&
    !school.test(bare) &&
    !/^(?:一[家个所]|个)/.test(bare)
    ? bare
    : undefined;
}
