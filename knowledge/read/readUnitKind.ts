/** What kind of unit applies. Names that may be registered in several ways (民办高校、新型研发机构) are asked about. */
import type { UnitKind } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { asStated } from './aboutLead.ts';
import { kindsIn, kindWords } from './kinds.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

type Heard = UnitKind | 'public' | 'private' | 'unsure' | 'new-institute' | 'central' | 'part' | 'reformed';

const table = kindWords<Heard>({
  enterprise:
    '企业 公司 有限公司 有限责任公司 股份公司 股份有限公司 集团 集团公司 国企 央企 国有企业 民企 私企 民营企业 私营企业 外企 合资企业 中央企业 高新技术企业 高新企业 科技型中小企业 上市公司 制造厂 厂子 工厂 药厂 陶瓷厂 厂家 科技公司 企业单位 药企 车企 民营公司 私营公司 一人有限公司 company enterprise corporation',
  university:
    '高校 大学 学院 高等学校 高等院校 院校 公办高校 公办大学 公办本科 普通本科 本科院校 高职院校 高职 高专 大专院校 大专 职业学院 职业技术学院 医学院 师范学院 技师学院 职业大学 专科学校 职业技术大学 高等专科学校 university college',
  'research-institute':
    '科研院所 科研所 研究所 研究院 科学院 农科院 林科院 科学研究所 科学研究院 科研机构 科研单位 科研事业单位 科研类事业单位 农科所 林科所 研究机构 研究单位 设计研究院 省科院 院所',
  hospital:
    '医院 三甲 三甲医院 公立医院 附属医院 妇幼保健院 卫生院 中医院 人民医院 肿瘤医院 大学附属医院 医学院附属医院 三乙 二甲 三级医院 二级医院 专科医院 妇幼保建院 保健院 康复医院 医疗机构 妇保院 hospital',
  'other-public-institution':
    '其他事业单位 其它事业单位 推广站 推广中心 技术推广站 技术推广中心 疾控中心 疾控 疾病预防控制中心 检测院 检验院 计量院 监测站 监测中心 植物园 博物馆 图书馆 保护区 保护区管理局 实验中学 中学 小学 气象台 良种场 防疫站 血站 血液中心 测试所 质检院 检验检测中心 服务中心 质检所 药检所 检验所 检测所 计量所 监测所 检验检疫所 畜牧站 农技站 畜牧兽医站 兽医站 林业站 植保站 水产站 推广所',
  cooperative: '合作社 农民专业合作社 专业合作社 农业合作社 合作联社',
  'social-organisation':
    '社团 协会 学会 研究会 民非 民办非企业 民办非企业单位 社会团体 社会组织 社会服务机构 基金会 商会 联合会 科协 民非单位',
  'management-committee': '管委会 管理委员会 高新区管委会 开发区管委会 经开区管委会',
  government:
    '机关 政府 国家机关 政府部门 行政机关 党政机关 行政单位 科技局 教育局 农业农村局 农业局 林业局 卫健委 发改委 工信局 教育厅 科技厅 农业农村厅 省直机关 生态环境局 水利局 市政府 县政府 局机关 厅机关 公务员单位 信息化局 财政局 民政局 商务局 住建局 市场监管局 交通局 自然资源局 文旅局 畜牧局 乡政府 镇政府',
  public: '事业单位 事业法人 事业单位法人 公益一类 公益二类 事业性质 全额拨款 财政全额 差额拨款 自收自支',
  private:
    '民办高校 民办大学 民办学院 民办学校 独立学院 民营医院 私立医院 民办医院 私立大学 民营研究院 民办研究院 民办研究所 民营研究所 民办 民营 私立',
  unsure:
    '中心 技术中心 研究中心 工程中心 实验室 重点实验室 协同创新中心 党校 行政学院 联盟 个体户 个体工商户 家庭农场 农场 林场 设计院 勘察院 部队 军队医院 学校 站 其他 其它 都不是 别的',
  'new-institute': '新型研发机构 产业研究院 产业技术研究院 产研院',
  central: '中央驻赣单位 中央驻赣 央属单位 驻赣单位',
  part: '二级学院 院系 教研室 课题组 分公司 代表处 办事处 学院里的 个人',
  reformed: '转制院所 转制科研院所 转制研究所 转企院所',
});

const all = '请写是企业、高校、科研院所、医院，还是其他事业单位、合作社、社会组织。';
const hints: Partial<Record<Heard, string>> = {
  private: '证书上登记的是民办非企业单位（社会组织）、事业单位，还是公司？',
  'new-institute': '新型研发机构登记的是企业、事业单位，还是民办非企业单位？',
  central: '是中央驻赣的高校、科研院所、企业，还是其他事业单位？',
  part: '申报要用有法人资格的单位，请写它所在单位的类型：企业、高校、科研院所、医院还是其他。',
  reformed: '转制后登记的是企业还是事业单位？',
};

/** 卫健委下面的, 教育厅管的, 民政局登记的: who is above it, not what it is. */
const above =
  /[\p{Script=Han}]{0,6}(?:[局厅委办部]|政府|科协|机关|科学院|集团)(?:的)?(?:直接)?(?:下面|底下|下属|直属|所属|主管|管理|管|归口|举办|办|主办|审批|批准|批|登记|注册|备案|派出|设立|系统|直管)的?(?:一[家个])?(?=\p{Script=Han}|$)|[\p{Script=Han}]{0,6}(?:[局厅委办部]|政府)(?:那边|那里|给)?(?:核发|颁发|发|颁)(?:下来|过来)?的?|(?:归|隶属于?|属于?|由)[\p{Script=Han}]{1,8}(?:[局厅委办部]|政府)(?:主?管理?|领导|主管|举办|主办)?的?/gu;
/** 带附属医院, 办了一所中学: what a unit has, not what it is. */
const has =
  /(?:带|有|办|设|开|管)(?:着|了|过)?(?:[一两几][家个所])?[^,]{0,4}(?:附属|下属|直属|二级|校办|院办)|(?:带|办|开|设)(?:着|了)(?:一?[家个所])/;
/** What the register says counts before what it is called or was. */
const registered =
  /登记|注册|执照|证书|法人证|性质|转成|改成|改为|按.{0,6}(?:填|算|报)|现在(?:是|就|算|属)|其实(?:是|算)|实际上?(?:是|算)/;

const undecided =
  /(?:用|拿|以|按|挂)(?:的)?(?:哪|谁)[^,。]{0,8}(?:报|申|牵头|名义)[^。]{0,6}(?:商量|[没未][^,。]{0,3}定|没想好|纠结|犹豫|再说|讨论|再看)|还是[^,。]{0,10}(?:没(?:有)?(?:最后)?(?:定|想好|商量好)|待定|在商量|再说)|[没未](?:想好|定好|商量好|确定|定)(?:用|拿|以)(?:哪|谁)/;

/** Reads the kind of the applying unit, from an answer or its full name. */
export function readUnitKind(text: string): Reading<UnitKind> | undefined {
  const said = statements(asStated(text));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  // 既有学校的牌子又有公司的牌子
  if (/(?:既|又|也)[^,。]{0,10}牌子?[^。]{0,12}(?:又|也|还)[^,。]{0,10}牌/.test(whole)) return ask(all);
  // 用哪个报还在商量: which of them applies is open.
  if (undecided.test(text)) return ask(all);
  const parts = clauses(said);
  const own = parts.filter(
    (part) =>
      !has.test(part) &&
      // 虽然挂了个医学院教学基地的牌子: conceded, and not what it is.
      !(parts.length > 1 && /^(?:虽然|虽说|虽|尽管|别看|不要看)/.test(part)) &&
      !/(?:跟|和|与|同)[^,]{1,10}(?:搭伙|合伙|搭档|一起|一道|联手|搭着)/.test(part) &&
      (!/合作|联合|对方|外方|境外|跟|(?:^|我们)和|客户|推荐单位|主管部门|主管单位|上级|(?:直属|下属|主管|管的|派出机构|派出机关|派出的)$/.test(
        part,
      ) ||
        /合作(?:联)?社/.test(part)),
  );
  const bare = present(own).map((part) =>
    part
      .replace(above, '')
      // 也是医学院的教学基地: whose base it is.
      .replace(
        /[\p{Script=Han}]{2,8}的(?=(?:教学|实习|实践|培训|临床|附属)[\p{Script=Han}]{0,4}(?:基地|医院|单位))/gu,
        '',
      )
      .replace(/公司制|营利性的?$/g, '公司')
      .replace(/^事业$/, '事业单位'),
  );
  const inRegister = kindsIn(
    bare.filter((part) => registered.test(part)),
    table,
  ).kinds;
  const found = kindsIn(bare, table);
  const { denied, belongs } = found;
  const kinds = registerKind(inRegister, found.kinds) ?? found.kinds;
  if (kinds.length > 0 && parts.some((part) => saysUnknown(part) && !/[年月日]|法人|注册|成立|级别|编制/.test(part)))
    return unknown;
  if (kinds.length > 0 && saysMaybe(whole)) return ask(all);
  const read = judge(kinds, belongs);
  if (read === undefined) return saysUnknown(whole) ? unknown : denied.length > 0 ? ask(all) : undefined;
  return read.is === 'ask' && saysUnknown(whole) ? unknown : read;
}

/** What it was before, and what only a sign at the door says, does not count where the register is named. */
function present(parts: readonly string[]): readonly string[] {
  const now = parts.filter(
    (part) => !/^(?:以前|原来|过去|原先|前身|早先|曾)|牌子|挂的?.{0,6}牌|对外叫|改制前|转制前/.test(part),
  );
  return now.length < parts.length && now.some((part) => /现在|登记|执照|证书|注册|如今|目前|转成|改成|改为/.test(part))
    ? now
    : parts;
}

/** 研究院，注册的是有限公司; 新型研发机构，登记为事业单位. */
function registerKind(register: readonly Heard[], all: readonly Heard[]): readonly Heard[] | undefined {
  const kinds = [...new Set(register)];
  if (kinds.length !== 1 || kinds[0] === undefined) return undefined;
  if (kinds[0] !== 'public') return vague.has(kinds[0]) ? undefined : kinds;
  return all.every((kind) => vague.has(kind) || kind === 'public') ? ['other-public-institution'] : undefined;
}

const vague: ReadonlySet<Heard> = new Set(['private', 'unsure', 'new-institute', 'central', 'part', 'reformed']);

function judge(named: readonly Heard[], belongs: boolean): Reading<UnitKind> | undefined {
  const last = named.at(-1);
  if (last === undefined) return undefined;
  if (belongs && last !== 'public' && last !== 'unsure') return settle(last, named);
  const has = (kind: Heard) => named.includes(kind);
  if (has('social-organisation') && !has('enterprise')) return value('social-organisation');
  for (const kind of ['part', 'reformed', 'private', 'new-institute'] as const)
    if (has(kind)) {
      const settled = named.filter(
        (one): one is UnitKind => one === 'enterprise' || one === 'other-public-institution',
      );
      if (kind !== 'part' && settled[0] === 'enterprise') return value('enterprise');
      return ask(hints[kind] ?? all);
    }
  const specific = named.filter((kind) => kind !== 'public' && kind !== 'unsure' && kind !== 'central');
  const kinds = [...new Set(specific)];
  if (kinds.length > 1) {
    // A name ends with what the unit is: 某大学附属医院, 某研究院有限公司.
    const set = kinds.filter((kind) => kind !== 'university' && kind !== 'research-institute');
    const [one] = set;
    if (
      one !== undefined &&
      set.length === 1 &&
      one === specific.at(-1) &&
      one !== 'government' &&
      specific.length === kinds.length
    )
      return settle(one, named);
    // 植物园，科研院所: the wider word that follows says which it is.
    const closing = specific.at(-1);
    if (
      kinds.length === 2 &&
      has('other-public-institution') &&
      (closing === 'research-institute' || closing === 'hospital')
    )
      return value(closing);
    return ask(all);
  }
  const [only] = kinds;
  if (only !== undefined) return settle(only, named);
  if (has('public') && has('unsure')) return value('other-public-institution');
  // Which kind of public institution it is decides nothing: all of them may apply.
  if (last === 'public' && !has('central')) return value('other-public-institution', '按“事业单位”记。');
  return ask(hints[has('central') ? 'central' : last] ?? all);
}

function settle(kind: Heard, named: readonly Heard[]): Reading<UnitKind> {
  if (kind === 'enterprise' && named.includes('public')) return ask('登记的是企业还是事业单位？');
  switch (kind) {
    case 'public':
    case 'private':
    case 'unsure':
    case 'new-institute':
    case 'central':
    case 'part':
    case 'reformed':
      return ask(hints[kind] ?? all);
    default:
      return value(kind);
  }
}
