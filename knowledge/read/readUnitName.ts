/** The full name of a unit in a typed answer: what is said around it falls away, what stands in the register stays. */
import { maxInput, type Reading } from '../reading.ts';
import { corrected } from './correction.ts';
import { saysUnknown } from './sureness.ts';

const ending =
  '(?:公司|集团|大学|学院|学校|中学|小学|幼儿园|医院|卫生院|研究所|研究院|设计院|科学院|中心|所|院|站|厂|矿|场|合作社|联合社|联社|供销社|协会|学会|商会|研究会|联合会|促进会|基金会|管委会|管理委员会|委员会|办公室|局|厅|实验室|基地|园|馆|台|总队|保护区|事务所|合伙\\)|企业\\(有限合伙\\))';
/** 翼是机翼的翼, 铭记的铭: how a character is written, said right behind the name. */
const spelling = new RegExp(
  `(?<=${ending})(?=的?(\\p{Script=Han})(?:字|就|呢)?(?:是|读)?\\p{Script=Han}{0,6}(?:的|那个)(?:那个)?\\1)`,
  'gu',
);
const isName = new RegExp(`${ending}$`);
const longest = new RegExp(`^(.{2,40}${ending})(.*)$`);
const unit = '(?:公司|单位|学校|医院|研究所|研究院|所里|院里|合作社|协会|学会|企业|厂|中心|机构)';
/** What may stand before the name; taken away piece by piece. */
const lead = new RegExp(
  `^(?:本次|这次|此次|本项目|拟|但是?|不过|就(?:按|照|用)|(?:帮|替|代)[^:]{0,8}填(?:写|的)?:?|的?(?:名字|名称)很长:?|如下:?|[以用由](?=[\\p{Script=Han}]{4})|[嗯哦呃啊好诶额唉]的?(?=[,、。\\s\\p{Script=Han}])|[,、。.:\\s"'“”‘’《》【】-]|official|name|新的?(?:名字|名称|名)(?=.{4})|名字|名称|(?:规范|正式|完整|法定|准确)的?(?=全?称|名)|那个|这边|我们?单位|我们|咱们?|俺们?|我[院校所司社厂]|我|本(?:单位|公司|校|院|所)|他们?|她|申报(?:的)?单位|牵头(?:的)?(?:单位)?|依托单位|(?:负责人|老师|导师)(?:所)?在(?:的)?单位|(?:负责人|老师|导师|老板)(?:是|就)?在(?=\\p{Script=Han}{4})|代表(?=\\p{Script=Han}{4})|单位|(?:营业)?执照(?=[上里名写印的全为是叫:\\s])|(?:事业单位|社团)?(?:法人|登记)?证书?(?=[上里名写印的全为是叫:\\s])|法人证书?|公章(?=[上是刻])|章子?上|[上里]面?(?=[的写印是名叫:\\s刻现目还])|刻的|印的|写的?(?=是|:)|全称(?:的话)?|全名|中文名?称?(?=[是叫为:\\s执名])|名(?=[叫是为:])|现在(?=[叫是的改名全还就]|(?:营业)?执照|证书|法人证|公章)|目前(?=[叫是的还就])|现(?:名|称|用名)(?=是|为|叫|:|\\p{Script=Han}{4})|\\d{2,4}年(?:\\d{1,2}月)?(?:底|初|起|后|以后)?(?:就|才|已经?)?(?=更名|升格|改)|(?:已)?(?:更名|升格|改制)(?:为|成)|(?:\\p{Script=Han}{0,2}(?:老师|老板|领导|财务|科研处|办公室|人事处?|院长|所长))?(?:让|叫|要|说|喊|要求)(?:我们?)?(?:填|写|报)(?:的是|的)?|(?:盖章)?盖的?(?:章|公章)?(?=是)|改(?:名|成|为)(?:叫|了)?|登记的?(?=[名是为叫:])|注册的?(?=[名是为叫:])|叫(?:做|作)?|称(?:作|为)|名为|为(?=[\\p{Script=Han}]{4})|是(?:叫|在)?|系(?![统列])|係|就(?:是|叫|写|填|按|用|报)|应该(?:是|叫)?|还是|按|照|只?写(?!字)|填|报(?=\\p{Script=Han}{4})|申报|请(?:写|填)|在(?=\\p{Script=Han}{3,}(?:大学|学院|医院|公司|所|院|中心)(?:工作|上班|任职|的|当|做)?)|的(?=.)|话|${unit}(?=法人证|营业执照|执照|公章|证书)|${unit}(?=的?(?:全称|全名|正式|规范|完整|名|叫|是|为|系|就|:)))`,
  'iu',
);
/** What may follow it. */
const tail =
  /^(?:的?(?:\(\))?[\s~。!,、"'“”’]*|的|这边|那边|哈|呢|吧|啊|撒|哟|呀|嘛|咯|哦|啦|噻|捏)*(?:的?(?:老师|员工|职工|人|教师|医生|教授|研究员)|(?:工作|上班|任职|教书)(?:的)?|[好得]了|来(?:问|咨询|了解)(?:一下)?的?|就(?:行|可以|好|是|这|对).*|没错.*|没有错.*|一字不[差漏错].*|这?[几\d一二三四五六七八九十]+个字.*|[前后][面头边].*|不要.*|不带.*|不加.*|不用.*|要.*|即可|为准|准没错|没[变改].*|成立.*|注册.*|位于.*|在.*|属于.*|\d{2,4}年?.*|作为.*|的?名义.*|[这那]家.*|(?:来|去)?(?:出面|出头|挂帅).*|来(?:申?报|牵头).*|申报.*|牵头.*|报的?.*|跟.*|和执照.*|与.*|对的.*|是对的.*|哈.*|地址.*)?$/u;
/** A name that the unit once had, will have or is wrongly given. */
const notNow =
  /^(?:平时|平常|平日|一般|大家|习惯|口头|我们?都|外面)[^:]{0,6}(?:叫|说|喊|称)|^原(?!料|子|点)|以前|之前|从前|早先|此前|停用|原来|曾用|原名|前身|旧称|旧名|老名|老早|更名前|改名前|写成|写错|误写|以后|才叫|将来|将改|拟改|要改|正在办改名|简称|上级|主管|隶属|挂靠|挂着|加挂|牌子|对外|也叫|又叫|又名|别名|合作方|外方|不是|注意|章对|子公司|(?<!公司[\u4e00-\u9fff]{2,8})分公司|英文/;
const now =
  /^(?:就|都)?[用以按].*(?:报|名义|牵头)|现在|现名|盖章|盖的|更名为|目前|执照|法人证|证书|全称|全名|中文(?:名|是|叫|执)|就叫|改(?:名|成|为)(?:叫|了)?|牵头的?(?:是|单位)|申报(?:单位|的)是/;
const parent = /^(?:集团|母公司|总公司|总部)(?:公司)?的?(?:全称|名字|名称)?(?:叫|是)/;
/** 证书上写的 outweighs what people call it. */
const onPaper = /执照|证书|法人证|公章|盖章|盖的|全称/;
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
  // 这次用子公司报，子公司叫…: then the subsidiary is what applies.
  const subsidiary = /[用以拿由][^,，。;；]{0,4}子公司(?:来|去|名义)*(?:申报|报|牵头)/.test(text);
  const said = corrected(
    (subsidiary ? text.replace(/子公司(?=的?(?:全称|全名|名字)?(?:叫|是|名))/g, '公司') : text)
      .slice(0, maxInput)
      .normalize('NFKC')
      .replace(/["“”「」『』]/g, '')
      .replace(/^[^:：\d]{2,20}[:：]\s*(?=.{4})/u, (told) => (notNow.test(told) ? told : ''))
      // 我所（江西省…地质调查院）: the name stands in the brackets.
      .replace(/^(?:我们?|本|咱们?)(?:单位|公司|学校|医院|[校院所社司])?\(([^()]{4,30})\)/, '$1')
      .replace(/(?:改制|改名|更名|重组|合并|升格)(?:了?以后|之后|后)(?:就|才|改)?(?=叫)/g, '现在')
      // …有限公司。地址要不要也写？ asks of something else.
      .replace(/(?<=[。;；!！])(?![^。;；!！]*(?:公司|大学|学院|医院|[院所]))[^。;；!！?？]{2,20}[?？]\s*$/u, '')
      .trim(),
  );
  if (/[?]|吗$/.test(said)) return undefined;
  const short = shortNames[/^[\p{Script=Han}]+?(?=[啊呀的哈吧呢,\s]|$)/u.exec(withoutLead(said))?.[0] ?? ''];
  if (short !== undefined) return { is: 'value', value: short, echo: `按“${short}”记。` };
  // 集团叫…，这次是下面的…报: the group's name counts only where no other is told.
  const all = clausesOf(said);
  const own = all.filter((part) => !parent.test(part));
  const parts = own.some((part) => nameIn(part) !== undefined) ? own : all;
  const found = parts.flatMap((part) => nameIn(part) ?? []);
  const names = [...new Set(found)];
  let sure = names.length > 1 ? parts.filter((part) => now.test(part)).flatMap((part) => nameIn(part) ?? []) : names;
  const written =
    sure.length > 1 ? parts.filter((part) => onPaper.test(part)).flatMap((part) => nameIn(part) ?? []) : [];
  if (new Set(written).size === 1) sure = written;
  // 省肿瘤医院，就是江西省肿瘤医院: the same name, short and in full.
  const full = [...sure].sort((one, other) => other.length - one.length)[0] ?? '';
  if (sure.every((each) => full.endsWith(each))) sure = sure.map(() => full);
  const [name] = new Set(sure);
  const undecided =
    /还是.*(?:不(?:知道|清楚|确定)|商量|没定)|什么[p{Script=Han}]{0,8}(?:公司|院|所|厂|中心)|[哪谁]家?[^,;。]{0,6}[还没未][^,;。]{0,8}[定讲说想]/.test(
      said,
    );
  if (name !== undefined && new Set(sure).size === 1 && !undecided) return { is: 'value', value: name };
  if (names.length > 1) return inFull;
  if (saysUnknown(said) || undecided) return { is: 'unknown' };
  return parts.some((part) => isName.test(withoutLead(part).replace(/[的哈呢吧啊。~!\s]+$/, ''))) ? inFull : undefined;
}

/** What stands in brackets behind a name is about it, not part of it — unless the name goes on behind them. */
function clausesOf(said: string): string[] {
  const joined = said
    .replace(/(?<=\p{Script=Han}{2})\((有限合伙|普通合伙|特殊普通合伙)\)/gu, '〔$1〕')
    .replace(
      new RegExp(`[([]([^()\\[\\]]*)[)\\]](?!\\p{Script=Han}{0,12}${ending})`, 'gu'),
      (_, inside: string) => `,曾用${inside},`,
    )
    .replace(/〔(.{4,6})〕/g, '($1)')
    .replace(spelling, ',');
  return joined
    .split(
      /[,;。\n嗯呃…]|\.{2,}|(?<![省市])、|(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])|(?<=[a-z.)])\s+(?=\p{Script=Han})|(?<=.)(?=以前叫|原来叫|现在(?:就)?叫|曾用名|原名|但是?(?=[\p{Script=Han}])|不过|就(?:按|照|用)(?=[\p{Script=Han}]))/iu,
    )
    .map((part) => part.replace(/[哈啊呀吧呢嘛哦咯呗啦嘞噻哟喽捏撒~。.!\s]+$/, '').trim())
    .filter((part) => part !== '');
}

/** 材料学院: a school of some university, never a unit's full name. */
const school =
  /^(?:材料|食品|化学|化工|机电|机械|信息|电子|计算机|软件|经济|管理|外国语|生命|农学|林学|动物|园林|药学|数学|物理|环境|资源|土木|建筑|能源|电气|理|工|文|法)[\p{Script=Han}]{0,6}学院$/u;
/** 我们公司, 省里的研究所: a unit, but no name. */
const noName =
  /什么|[的了吗呢她您]|^里?有|名字|名称|[两几二三四五六][家个所][^,]{0,4}(?:公司|单位|企业|厂)|^(?:其实|就|都|做|搞|办|开)|^(?:不|一[家个所]|个|这|那|某(?!市|县|省)|我|你|他|刚|省里|市里|县里|老家|(?:民营|国有|事业|科研|专业|农民专业|有限|股份|上市|高新技术|高新|科技|科技型|中小|总|母|子|分|小)+(?:公司|企业|合作社|单位|医院|研究所))|[我你他她问吗呢]|[一二三]附院$|(?:说|发|看|搞|弄|当)的?(?:是|那)|^(?:大学|医院|公司|企业)(?:里|的)/;

function withoutLead(part: string): string {
  let rest = part.trim();
  for (let i = 0; i < 24; i += 1) {
    const next = rest.replace(lead, '');
    if (next === rest) break;
    rest = next;
  }
  return rest.trim();
}

function nameIn(part: string): string | undefined {
  if (notNow.test(part) || saysUnknown(part)) return undefined;
  const around = longest.exec(withoutLead(part));
  const named = around?.[1];
  if (named === undefined || !tail.test(around?.[2] ?? '')) return undefined;
  // 高新区的江西微光电子有限公司: where it is, then its name.
  const bare = named
    .replace(/^.{0,8}(?:单位|全称|名称|名字|[发给]我的|告诉我的|[说写填报]的)(?:的话)?就?(?:是|叫|为)(?=.{4,})/, '')
    // 盖章那栏是…, 一直叫…: no name holds these words.
    .replace(/^.*(?:[是叫填]|:)(?=.{4,})/, '')
    .replace(/^.{1,12}[区市县省里]的(?=.{4,})|^.{0,6}(?:下面|下属|旗下|底下|名下)的?(?:一?[家个])?(?=.{4,})/, '')
    .replace(/^["'“”:\s]+/, '');
  return bare.length >= 4 && bare.length <= 40 && isName.test(bare) && !school.test(bare) && !noName.test(bare)
    ? bare
    : undefined;
}
