/** Who signed an agreement, and whether its date stands on it: the two sides by all the words for them. */
import { countries } from '../places/country.ts';
import { tally } from './listed.ts';
import type { Item } from './listedWords.ts';
import { type Parties, withOfficers } from './signers.ts';

export type Side = 'china' | 'overseas' | 'date';

export interface SignedSides {
  readonly named: Partial<Record<Side, boolean>>;
  /** 都签了: everybody. */
  readonly all?: boolean;
  readonly contradiction: boolean;
}

const abroad = countries
  .filter(({ code }) => code !== 'CN')
  .flatMap(({ names }) => names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name)))
  .sort((a, b) => b.length - a.length);
const person =
  '(?:的|那个|这个)?(?:导师|(?:项目|课题组?|单位|主要|授权)?(?:负责人|代表|签字人)|(?:课题)?组长|研究员|专家|[院所校部处科馆厂]长|副[院所校部]长|总经理|总裁|老板|老总|董事长|董事|负责人|法人代表|法人|法定代表人|代表|教授|博士|主任|副主任|院士|校方|领导|一把手|执行长|社长|书记|总监|老师)?';
const place =
  '(?:的)?(?:那边|那头|那面|这边|这头|这家|那家|那方|单位|学校|公司|大学|研究所|学院|企业|医院|机构|合作方|合作单位|方)*';
const theirs = new RegExp(
  `(?:对方|外方|境外方?|国外|外国|海外|他们|人家|老外|洋人|洋鬼子|对面|合作方|合作单位|合作伙伴|对家|外籍|外商|那边|那头|[德日韩美英法俄港澳以加意荷捷泰印西葡瑞匈波希奥比丹挪芬越马新巴]方(?![案面向法式便说])|(?:${abroad.join('|')})(?:人)?|(?=partner(?![a-z])))${place}(?:[\\p{Script=Han}](?=[院所校部]长|总|教授|主任))?${person}`,
  'gu',
);
const ours = new RegExp(
  `(?:我导师?|我师傅|我方|中方|我们|我校|我院|我所|我司|我公司|我单位|我这|本校|本院|本所|本单位|本公司|咱们?|国内|申报单位|甲方|这边|校方|我自己|我本人|我(?=签|代表|跟|和|与|同|也签|先签|已|早|都签|的|单位|公司|老板|校长|所长|院长))${place}(?:[\\p{Script=Han}](?=[院所校部]长|总|教授|主任))?${person}`,
  'gu',
);
/** 所长签了: of no other house than ours. */
const bareTitle =
  /(?<=^|[,;。])(?:所长|校长|院长|老板|总经理|董事长|法人代表?|法定代表人|一把手|分管领导|领导)(?=(?:也|都|已经?|先|早就?)*签|[^,;。]{0,8}[没未]签)/g;
const bothWords =
  /(?:中外|中[德日韩美英法俄以加意荷捷泰印西葡瑞]|我们|外方|甲乙)?(?:中外方|两[个位](?=法人|校长|院长|所长|老总|老板|负责人|代表)|双方|两方|两边|两家|两头|双边|两个?(?:单位|学校|公司|大学|院校|机构|企业|研究所|研究院|医院|课题组|团队|合作方|合作单位)|两[所间](?:学校|大学|院校|高校|医院|公司)|两位(?=(?:[校院所]长|老总|老板|负责人|领导|教授|专家))|(?:甲乙|中外)双方|各方|三方|三家|四方|各家|全部单位|每一方|每家|大家|所有单位|三边|两校|两院|两所|彼此|各自|谁(?=[都也]还?[没未]有?签))(?:的|各自的?)?(?:单位|学校|公司|主管|主要|授权|项目|课题组?|分管|科研|行政)*(?:代表|负责人|法人代表?|法定代表人|领导|副?[校院所]长|老[板总]|一把手|教授|导师|专家|总经理|董事长|pi|签字人)*/g;

const items: readonly Item<Side>[] = [
  { id: 'china', words: ['甲', '双'] },
  { id: 'overseas', words: ['乙', '双'] },
  {
    id: 'date',
    words:
      '日期 签署日期 签字日期 签订日期 签署时间 签订时间 签字时间 落款日期 签约日期 落款时间 时间 落款 日子 年月日 签日期 签的日期 日期栏 日期那栏'.split(
        ' ',
      ),
  },
];

const dateWords = /日期|时间|落款|日子|年月日/;
const calendar =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[日号]|(?!\d))|\d{4}[-./]\d{1,2}[-./]\d{1,2}|(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])|\d{1,2} ?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|今天|昨天|前天|上周[一二三四五六日]/;
const later = /寄|发给|等|才能|之前|下个?[周月]|准备|打算|计划|预计|会签|再签|要签|谈|拟|起草|开会|见面/;
const awaits =
  /(?<!等)等(?!等|内容)|走流程|流程|还在|准备|打算|要签|待签|下周|下个?月|马上|过几天|快签|正在|签不了|才[能会]?签|再签|会签|拖着|卡在|没回|未回|[没未](?:有)?(?:送|寄|到|给|弄|下来)|过法务|法务(?:在|审)|审批|休假|出差|出国/;

/** 巴西那边放假，还没签回来. */
const aside = /^[甲乙](?![^,]*[签没未])/;
const unsignedYet = /^(?:所以|就|也|还|一直|暂时|目前|现在)*(?:没|未)(?:有|来得及|空)?签/;

/** Reads clauses of tidy text. What was only sent, or is awaited, is not signed. */
export function signedSides(parts: readonly string[], parties: Parties = { theirs: [] }): SignedSides {
  const sides = withOfficers(withTheOther(parts).map(withSides), parties);
  const signed = sides.some((part) => /签(?:过|好|完)?[字名]?了/.test(part) && !/[没未]/.test(part));
  const clauses = sides
    // 签过字了，我方是副校长，对方是处长: who it was.
    .map((part) =>
      signed && /^[甲乙](?:的|那边)?(?:是|由|为|派)[^没未签等]{2,12}$/.test(part) ? `${part.charAt(0)}签了` : part,
    )
    .map((part, i, all) =>
      unsignedYet.test(part) && aside.test(all[i - 1] ?? '') ? `${(all[i - 1] ?? '').charAt(0)}${part}` : part,
    )
    .map(sidesOf)
    .filter((part) => part !== '');
  const listed = tally([clauses.join(',')], items, { elsewhere: /[^签]章|盖章|翻译/ });
  const named: Partial<Record<Side, boolean>> = { ...listed?.named };
  // Of two overseas units one did not sign: the side has not.
  for (const side of listed?.clashes ?? []) named[side] = false;
  // 对方上周四签的，我们没签: when one of them signed is no date of the agreement.
  const unsigned = named.china === false || named.overseas === false;
  if (named.date === undefined && !unsigned && parts.some(hasCalendarDate)) named.date = true;
  return {
    named,
    ...(listed?.rest === true && clauses.some((part) => /[都全均齐]|[只就仅还][差缺]/.test(part)) && { all: true }),
    contradiction: listed?.doubt === 'contradiction' && listed.clashes.length === 0,
  };
}

/** 我签了他也签了: beside the writer's own signature, 他 is the other side. */
function withTheOther(parts: readonly string[]): readonly string[] {
  if (!parts.some((part) => /我[^,]{0,6}签/.test(part))) return parts;
  return parts.map((part) =>
    part.replace(
      /(?<=^|签[^,]{0,3})[他她](?:们|的|那个|那边)*(?:老板|所长|校长|院长|领导|主任|负责人)?(?=(?:也|还|却|倒|那边|都|后来|随后|当天|前天|昨天|再)*[没未]?签)/g,
      '对方',
    ),
  );
}

/** 导师和老外都签了名: of two who sign together, one of them known, the other is of the other side. */
function together(part: string): string {
  const [hit = '', one = '', other = ''] =
    /(?:^|(?<=由|有|是))([^,和跟与同及、签没未]{1,14})(?:和|跟|与|同|以及|、)([^,和跟与同及、签没未]{1,14}?)(?=(?:也|已经?)?(?:[都均全皆]|各自|分别|共同|一起)(?:已经?|各自|亲自|分别|[都均全])*签)/.exec(
      part,
    ) ?? [];
  const sides = [one, other].map((who) => /[甲乙双]/.exec(who)?.[0]);
  const [known] = sides.filter((side) => side !== undefined);
  if (hit === '' || known === undefined || known === '双' || sides.every((side) => side !== undefined)) return part;
  const rest = known === '甲' ? '乙' : '甲';
  return part.replace(hit, sides[0] === undefined ? `${rest}和${other}` : `${one}和${rest}`);
}

/** The clause with 甲 for our side, 乙 for theirs and 双 for both. */
function withSides(part: string): string {
  return together(
    part
      // 当场落的笔, 都落了名字.
      .replace(
        /落(?:的|了|过|下|上)?(?:笔|名字?|大名)[了的]?|画(?:了|过)?押了?|署(?:了|上|过)名字?/g,
        (_hit, at: number) => (/[没未]有?$/.test(part.slice(0, at)) ? '签' : '签了'),
      )
      .replace(bothWords, '双')
      // 两边校长名字都在.
      .replace(/(?<!没|没有|单位|全称|的)名字?(?=[都也]?(?:在|有|齐|全)(?!没)(?:[,上下里]|日期|$))/g, '签字')
      .replace(/(?:寄|发|交|送|传|邮)(?:给|到|往|去)?了?/g, (sent) => `送${sent.slice(1)}`)
      .replace(theirs, '乙')
      .replace(ours, '甲')

      .replace(/谁[都也]没[落缺漏少]下?$/, '双签了')
      // 两边的字都在.
      .replace(/(?<=[甲乙双])的?[字名](?=[都也已]?(?:在|有|齐|全))/g, '签字'),
  );
}

/** What such a clause says of the sides' signatures and of the date, or nothing where it says nothing of them. */
function sidesOf(part: string): string {
  // 跟他们签了 tells that there is an agreement, not who signed.
  let said = part
    .replace(bareTitle, '甲')
    .replace(/甲?[跟与和同][乙双](?=([^都各分一共均皆已当现亲,]{0,6})签)/g, (hit, _gap, at: number, all: string) =>
      hit.startsWith('甲') && /^.{3}[^,]{0,4}签[字名]/.test(all.slice(at)) ? '甲乙' : '',
    )
    // 寄出去给外方签了: sent to be signed.
    .replace(/送[^,没未]{0,4}(?:给|到)?乙签(?:[字名])?了?/g, '')
    .replace(/[给到往去回]了?乙(?!签)/g, '');
  said = said.replace(/(?:只|都|也|已经?|均)?(?:加)?盖(?:了|好|过)?(?:公)?章(?:了|好|过)?/g, '');
  if (!/[甲乙双]/.test(said) && /签[字名章](?:都|也|均)?(?:齐|全|完备|完整|到位)/.test(said)) said = `双签了,${said}`;
  // 跟我们签协议的是他们 tells with whom, 总部没参加 is another matter.
  said = said.replace(
    /签(?:协议|合同)的(?:就)?是|没有?(?:参加|参与|加入|出面|关系|问题|异议|意见|任何问题)(?:进来)?/g,
    '',
  );
  const aboutDate = dateWords.test(said);
  // 外方签字页下周寄到.
  if (
    /[甲乙]/.test(said) &&
    /(?:下周|下个?月|明天|后天|过几天|月底|[这本]周[一二三四五六日末]?|还没|尚未)[^,]{0,4}[寄到回发送]/.test(said)
  )
    return said.replace(/^.*?([甲乙]).*$/, '$1没签');
  // 我们的签字还在走程序.
  if (
    /[甲乙]/.test(said) &&
    /签[字名]?[都也]?[还仍正]?在[走办等弄排]|签[字名]?[^,了]{0,4}(?:流程|程序)[中里上]?$/.test(said)
  )
    return said.replace(/^.*?([甲乙]).*$/, '$1没签');
  const aboutSigning = /签(?![署字订约](?:日期|时间))/.test(said);
  // 中方外方日期一样不少.
  if (
    aboutDate &&
    !aboutSigning &&
    /甲[和、]?乙[和、]?日期|乙[和、]?甲[和、]?日期|日期[和、]?[甲乙]/.test(said) &&
    /[都全均一样]+(?:也)?(?:有|齐|全|在|不[少缺差]|没[少缺差])/.test(said)
  )
    return `${[...new Set(said.match(/[甲乙双]/g))].map((side) => `${side}签了,`).join('')}日期写了`;
  if (aboutDate && !aboutSigning) return said.replace(/[甲乙双]/g, '');
  if (
    /[甲乙双]/.test(said) &&
    !aboutSigning &&
    !/^[甲乙双](?:还|都|也|那边|暂时|目前)*(?:没有?|未|尚未|没呢|是|已经?|有)(?:呢|签)?$/.test(said)
  )
    return awaits.test(said) ? said.replace(/^.*?([甲乙双]).*$/, '$1没签') : '';
  if (!/[甲乙双]|签/.test(said) && !aboutDate) return '';
  return said
    .replace(/签[字名](?=.*(?:[没未缺差空等]))/g, '')
    .replace(
      /(?:才能?|再|要|等着?|待|准备|打算|马上|快|会|后天|明天|下周|下个?月)(?:去|来|给|补|乙|甲|双)*签(?!了)[字名]?|(?:说|答应|约好|定在|安排)[^,]{0,8}签(?!了|过|好|完)[字名]?|(?<!上|上个)(?:这|本|下个?)?(?:周|星期|礼拜)[一二三四五六日天]签(?!的|了|[好完过妥])|(?:下个?|这|本)(?:周|星期|礼拜|月)[^,签甲乙双]{0,6}[甲乙双]?[^,签甲乙双]{0,8}签(?![了过好的])|(?:飞|跑|出差|过)[^,签]{0,10}去签(?![了过好的])/g,
      (planned) => `,${/[甲乙双]/.exec(planned)?.[0] ?? ''}没签`,
    )
    .replace(/签(?:上|了|好|完)?(?:字|名|章|署|订|约)(?!日期|时间)(?:了|过|好|完|毕)*/g, (_sign, at: number) =>
      /[没未]有?$/.test(said.slice(0, at)) ? '签' : '签了',
    );
}

/** 写的4月16号, 双方签字，2023年3月27日: a date that they can tell is clear. */
export function hasCalendarDate(part: string): boolean {
  return calendar.test(part) && !later.test(part) && !/[没未缺]/.test(part) && !/长期|框架|战略|以前|老协议/.test(part);
}
