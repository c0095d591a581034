/** The hosts and bases of 附3, and units of Jiangxi that are no hosts. */
import type { Guide } from '../../guide.ts';
import { type Words, wordAt, words } from '../../read/scan.ts';
import type { Mention } from '../asked.ts';
import names from './listsUnits.json' with { type: 'json' };

type Found = { is: 'host'; name: string } | { is: 'unit'; name: string } | { is: 'base'; nos: readonly number[] };

const aboutBases =
  /基地|依托|国合|附件?3|15家|十五[家个]|15个|牌子|名头|头衔|国家级|撑着|谁撑|哪家撑|谁管|归谁|哪家单位|哪个单位|谁名下|创新园|联合研究中心|(?:那个?|这个?)中心(?:在|是|挂|归|属|设)|[几两哪]块(?!钱)|清单|名单|名录|在列|表上|\bbases?\b|\bhosts?\b|appendix 3/;
/** 那江西师大呢; 东华理工申报能优先吗. */
const shortText = 12;
const wantsPriority = /优先|照顾|加分|倾斜|priority/;
const tables = new WeakMap<Guide, Words<Found>>();

/** One spelling of a printed name: half width, lower case. */
const spelt = (name: string) => name.normalize('NFKC').toLowerCase();

function tableOf(guide: Guide): Words<Found> {
  const entries = new Map<string, Found>();
  for (const unit of names.units) entries.set(spelt(unit), { is: 'unit', name: unit });
  for (const [name, subjects] of Object.entries(names.bases))
    for (const subject of subjects) entries.set(subject, { is: 'base', nos: [Number(name)] });
  for (const { host, ours, name, no } of guide.bases) {
    const today = ours.hostToday === undefined ? [] : [ours.hostToday];
    const short: Readonly<Record<string, readonly string[]>> = names.hosts;
    for (const form of [host, ...today, ...(short[host] ?? [])]) entries.set(spelt(form), { is: 'host', name: host });
    for (const form of [name, name.replace(/国际科技合作基地$/u, '')])
      entries.set(spelt(form), { is: 'base', nos: [no] });
  }
  return words(entries);
}

/** Names that other units share: 华东师大, 宜春农科院. */
const short = new Set([
  '师大',
  '南大',
  '农科院',
  '陶大',
  '陶瓷学院',
  '陶瓷大学',
  '应用物理研究所',
  '应用物理所',
  '高新区管委会',
  '洪都',
  '昌河',
  '管委会',
]);

/** Behind a host's name: another unit that belongs to it, or only shares the name. */
const partOf =
  /^(?:的|下属的?|下面的?|旗下的?)?(?:第?[一二三四五六]?(?:附属)?(?:第[一二三四五六])?(?:医院|中学|附院|附属医院)|[一二]附院|附[一二](?:医院)?|(?:[\p{Script=Han}]{2,6})?(?:子公司|分公司|独立学院|校友会|资产经营|科技园)|(?:股份|汽车|零部件)(?:有限)?(?:责任)?公司?|(?:共青|科学技术|科技|长江|瑶湖)学院|(?:下属|下面|旗下|控股|参股|全资)的?\p{Script=Han}{0,4}?(?:公司|企业|单位|研究院|研究所|平台))/u;

/** Behind a subject: a unit called after it (直升机设计研究所). */
const notBase = /^(?!国际|的|那|这|方面|类)\p{Script=Han}{0,4}?(?:研究所|研究院|学院|公司|大学|集团)/u;

/** Hosts, bases and other units; bases by their subject and other units only where the text speaks of bases or lists. */
export function unitsIn(text: string, guide: Guide): { found: Mention[]; taken: { start: number; end: number }[] } {
  let table = tables.get(guide);
  if (!table) {
    table = tableOf(guide);
    tables.set(guide, table);
  }
  const speaks = aboutBases.test(text);
  const found: Mention[] = [];
  const taken: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const word = wordAt(text, at, table);
    if (!word || (word.means.is === 'base' && !speaks)) continue;
    let end = at + word.text.length;
    if (
      word.means.is === 'host' &&
      short.has(word.text) &&
      !/^$|[^\p{Script=Han}]|[是在和跟与我们请问的那省叫即像而对比个有]/u.test(text.charAt(at - 1))
    )
      continue;
    if (/^[a-z]/.test(word.text) && (/[a-z]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(end)))) continue;
    // first affiliated hospital of nanchang university
    if (/(?:hospital|college|school) of (?:the )?$/.test(text.slice(0, at))) continue;
    const other = word.means.is === 'base' ? notBase.exec(text.slice(end))?.[0] : undefined;
    const more = other ?? (word.means.is !== 'host' ? undefined : partOf.exec(text.slice(end))?.[0]);
    end += more?.length ?? 0;
    taken.push({ start: at, end });
    const means: Found = more === undefined ? word.means : { is: 'unit', name: text.slice(at, end) };
    if (speaks || (means.is === 'host' && (text.length <= shortText || wantsPriority.test(text))))
      found.push({ ...means, start: at, end });
    at = end - 1;
  }
  if (found.length === 0 && speaks) found.push(...otherUnits(text));
  return { found, taken };
}

const organisation =
  /((?:[\p{Script=Han}]{2,14}?)(?:大学|学院|研究院|研究所|科学院|公司|集团|医院|植物园|设计院|检测院|制药|药业|锂业|铜业|能源|汽车|钢铁|科技|股份|医大|师大|农大|交大|科大|财大|师院|理工)(?:[\p{Script=Han}]{2,8}?(?:研究所|研究院)(?![\p{Script=Han}]{0,12}(?:是|在).{0,30}研究所))?)/gu;
/** 中国瑞林是不是15家之一: whatever stands before the verb. */
const subject =
  /^([\p{Script=Han}]{3,10}?)(?:是不是|是否|算不算|在不在|属不属于|算是|是|算|在)(?=.*(?:15家|基地|附件?3|名单|清单))/u;
const leadIn =
  /^.*(?:请问|问下|问一下|想问|我们?(?:单位|学校|公司)?(?:是|叫|在)|俺们?(?:是|叫|在)|我司是|你好|您好|老师|那么?|还有|以及|查查?|看看|帮我|帮忙|确认下?|哪个是|是不是|有没有|像|比如|和|跟|与)/u;
const noUnit =
  /关系|城市|[我你他她它们这那哪]|类型|单位|附|方向|基地|依托|国合|清单|名单|国家级|国际科技|合作|哪|什么|几|多少|申报|项目|联合|实验|我们|你们|他们|其他|别的|所有|高校|外方|优先|指南|省级|江西的|江西省的/;

const latinUnit =
  /\b(?:[a-z]+ ){1,4}(?:university|institute|academy|hospital|college)(?: of(?: (?!(?:an?|the|is|in|on|host|hosts|one|listed|among|run|has|have|base)\b)[a-z]+){1,3})?/g;

/** Names of organisations that no table has, by their last word. */
function otherUnits(text: string): Mention[] {
  const latin = [
    ...text
      .replace(/^(?:is|are|does|do|can|and|what about|we are|i am from|our) /, (lead) => '-'.repeat(lead.length))
      .matchAll(latinUnit),
  ].map((match): Mention => ({ is: 'unit', name: match[0], start: match.index, end: match.index + match[0].length }));
  if (latin.length > 0) return latin;
  const said = subject.exec(text)?.[1]?.replace(leadIn, '');
  const organisations = [...text.matchAll(organisation)].flatMap((match): Mention[] => {
    const whole = match[1] ?? '';
    const name = whole.replace(leadIn, '');
    if (name.length < 4 || noUnit.test(name)) return [];
    const start = match.index + whole.length - name.length;
    return [{ is: 'unit', name, start, end: start + name.length }];
  });
  if (organisations.length > 0 || said === undefined || said.length < 3 || noUnit.test(said)) return organisations;
  const start = text.indexOf(said);
  return [{ is: 'unit', name: said, start, end: start + said.length }];
}
