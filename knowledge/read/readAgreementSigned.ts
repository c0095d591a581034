/** Whether an agreement was signed for this application, by whom, and whether the date is on it. */
import type { FactTypes } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { withLatin } from './latin.ts';
import { ofThisOne } from './ofAnother.ts';
import { type Side, signedSides } from './signedSides.ts';
import { officesInChinese, type Parties, signsForSome } from './signers.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadAgreementSigned {
  readonly form?: FactTypes['agreement.form'];
  readonly signedByChina?: boolean;
  readonly signedByOverseas?: boolean;
  readonly dateClear?: boolean;
}

const old =
  /签(?:过|了|的)?(?:一?[份个])?长期的|(?:一|那)[份个]长期的?$|长期(?:合作)?(?:的)?(?:协议|合同|框架|[那这]?[一个]?份)|框架(?:协议|合同)?|战略(?:合作)?协议|(?:以前|之前|过去|早先|原来|原有|老|旧|[一二三四五六七八九十两几\d]+年前|去年|前年|早年|前几年|(?:20)?(?:0\d|1\d|20|21|22)年?)(?:就)?(?:双方)?(?:签)?的?(?:[那一这][份个])?(?:合作|旧|老|[一二三五十两\d]+年)*的?(?:合作|校际)?(?:协议|合同|签的)|老协议|旧协议|学术交流协议|校际协议|总协议/;
/** 以前也没签过长期的: there is no earlier one either. */
const neverOld =
  /[没未](?:有)?(?:曾|正式|跟[^,]{1,6}|和[^,]{1,6}|与[^,]{1,6})?(?:签|订|任何|什么|长期|战略|框架|老|旧|以前)|(?:协议|合同|长期的|那种)(?:也|都|更|还)*没有?(?:签)?过?$|无(?:任何|长期|战略|框架)|(?:长期|框架|战略|以前|老)的?(?:合作)?(?:协议)?(?:也|都|更|还)*(?:没有?|无)(?:签)?过?$/;
const fresh =
  /专门|新签|这次|本次|此次|为申报|就这个|针对|重新签|补签了|新的(?:联合)?协议|单独签|联合(?:申报)?协议|今年.{0,4}签了|补充(?:协议|合同|条款)|新协议|今年[^,]{0,3}[签补新]|补的|新的一份/;
const intent = /意向书|备忘录|mou|谅解|loi|合作意向|邮件|草签/;
const draft =
  /口头|嘴上|拟好|草稿|草案|初稿|起草|在谈|正在谈|在商|在拟|准备签|打算签|要签|正在签|在走|流程|下周签|月底签|马上签|快签|等着签|(?:打算|准备|计划|预计|争取|拟)[^,。]{0,8}签|没谈好|没谈妥/;
const nothing =
  /^(?:根本|压根|其实|实际上?|一直|这次的?|本次的?|此次的?|都|也|还|目前|现在|双方|两边|我们|这边|手[上里头]|暂时?|正式|合作|联合|协议|的|那份|那个|这份|版)*(?:没有?|未|无|尚未|没)(?:签|协议|签协议|签过|签署|签订|有协议|新签|签字|签好|签呢|谈)?(?:呢|过)?(?:任何|什么)?(?:协议)?$/;
/** 协议还没定稿. */
const unwritten =
  /(?:协议|文本|稿子?|条款)[^,签]{0,4}(?:[没未](?:有)?(?:最后|最终|完全)?(?:定|成文|成形|谈|出来|写|改|影|着落|眉目)|八字[^,]{0,3}没?一?撇)/;
/** What was signed for something else says nothing. */
const otherProject = /(?:另|别的?|其他|其它|上)(?:外|一)?(?:个|的)?(?:项目|课题)/;
/** 下礼拜三线上签约, 等盖章签字: still to come. */
const planned =
  /(?:下个?|这个?|本)(?:周|星期|礼拜|月)[^,签]{0,10}签(?:约|订|字|署)?$|(?:明天|后天|过几天|月底|回头|到时)[^,签]{0,6}签(?:约|订|字|署)?$|等[^,签]{0,6}签(?:约|订|字|署|章)?$/;
/** 已签，双方: who signed, said behind it. */
const byWhom =
  /(?<=^|[,，。;；\s])((?:都|已经?|早就?)*签(?:好|完|字|过)?了?)[,，\s]{1,3}((?:中外)?(?:双方|两边|三方|各方)|两家)(?=$|[,，。;；\s哈啊呀～~])/g;
/** 初稿发过去了: nothing is signed yet. */
const draftOnly = /初稿|草稿|草案|起草/;
const hint = '请写签了没有、双方是否都签字、日期写了没有，例如“为这次申报签的，双方都签了字，日期写了”。';

type Named = Partial<Record<Side, boolean>>;

/** Reads form, signatures and date; what is not said stays out. A bare 还没签 means that there is no agreement. */
export function readAgreementSigned(
  text: string,
  parties: Parties = { theirs: [] },
): Reading<ReadAgreementSigned> | undefined {
  const said = statements(ofThisOne(text.replace(byWhom, '$2$1')));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(
    said.map((sentence) =>
      withLatin(officesInChinese(unpaused(sentence))).replace(/(?<!\d)(\d{1,2})\/(\d{1,2})(?!\d)/g, '$1月$2日'),
    ),
  ).filter((part) => !otherProject.test(part) && !/^(?:协议|合同)?有(?:是|倒是|归)有$/.test(part));
  if (parts.some((part) => /不知$/.test(part))) return unknown;
  if (
    parts.some(
      (part) => /日期|时间|落款/.test(part) && !/签(?![署字订约](?:日期|时间))/.test(part) && /只|仅/.test(part),
    )
  )
    return ask('双方的签署日期都写清楚了吗？');
  if (parts.some((part) => /签过?(?:了)?(?:好几|几|好多|不少|很多|多)(?:个|份|次)/.test(part)))
    return ask('就这次申报的那一份，双方签字了吗、写日期了吗？');
  const heard = signedSides(asNow(parts.filter((part) => !saysUnknown(part))), parties);
  const { all: rest } = heard;
  const { overseas, ...others } = heard.named;
  // 三方一份，我们签了，韩国也签了: what the third did is not said.
  const named: Named = overseas === undefined || (overseas && signsForSome(parts, parties)) ? others : heard.named;
  const { named: someone } = heard;
  if (saysMaybe(whole))
    return parts.some((part) => /^我?也?(?:真)?(?:不知道|不清楚|不确定|不晓得)$/.test(part)) ? unknown : ask(hint);
  if (/只有一方|单方|一方签/.test(whole) && named.overseas === undefined && named.china === undefined)
    return ask('是申报单位签了，还是境外合作单位签了？');
  const bare = parts.filter((part) => !saysUnknown(part));
  const denied =
    bare.some((part) => nothing.test(part) || unwritten.test(part) || (fresh.test(part) && undone(part))) &&
    named.china !== true &&
    named.overseas !== true;
  const hasNew = bare.some(
    (part) =>
      fresh.test(part) &&
      !/[没未](?:有)?(?:新|专门|为|单|重新|就|针对|这次|再|另|补)|不是/.test(part) &&
      !/(?:还|都)?[没未](?:有)?签|签的?(?:还|都|也|倒|则)*(?:没有?|无)$/.test(part) &&
      !undone(part),
  );
  const hasOld = bare.some((part) => old.test(part) && !/不是/.test(part.slice(0, 4)) && !neverOld.test(part));
  if (hasOld && !hasNew) return onlyOld(bare, rest ? { china: true, overseas: true, ...named } : named);
  if (heard.contradiction) return ask(hint);
  const nobody = named.china === false && named.overseas === false;
  if (denied || nobody) {
    if (hasNew && nobody && /拟|写好|定了/.test(whole)) return value({ form: 'none' });
    return value({ form: 'none' });
  }
  if (intent.test(whole) && !hasNew && named.overseas === undefined)
    return ask('意向书、备忘录还不是合作协议。就这次申报，双方另外签了合作协议吗？');
  if (saysUnknown(whole) && Object.keys(named).length === 0 && !bare.some((part) => signs(part))) return unknown;
  const signedSome = named.china === true || named.overseas === true || rest === true;
  if (draft.test(whole) && !signedSome && named.china === undefined && named.overseas === undefined && !hasSigned(bare))
    return value({ form: 'none' });
  if (draftOnly.test(whole) && !/签/.test(whole)) return value({ form: 'none' });
  if (
    !signedSome &&
    !hasSigned(bare) &&
    named.china === undefined &&
    named.overseas === undefined &&
    bare.some((part) => planned.test(part))
  )
    return value({ form: 'none' });
  const found = Object.keys(named).length > 0 || hasNew || hasSigned(bare);
  if (!found) return /签|协议|有$/.test(whole) ? ask(hint) : undefined;
  return value(
    facts({
      named,
      rest,
      form: someone.china !== undefined || someone.overseas !== undefined || hasNew || hasSigned(bare),
    }),
  );
}

/** Said without a pause: 我们院长签了他们那边签没签我不清楚日期那里是空的. */
function unpaused(sentence: string): string {
  return sentence.replace(
    /(?<=签[了过好完字名]{0,2}[了的过]|[没未]签|[没不未]有?[签盖写][^,。;]{0,4}(?:不清楚|不知道|不晓得|不确定))(?=(?:他们|对方|外方|人家|我们|我方|中方|双方)(?:那边|这边)?[^,。;]{0,4}签|(?:签署|落款)?(?:日期|时间|落款)(?:那|上|也|都|还|是|没|有|写|空))/g,
    ',',
  );
}

/** 这次申报的还没弄, 新的还在拟: the agreement itself is still to come. */
function undone(part: string): boolean {
  if (/签(?:[了的过好完上]|署了|订了|字了)|日期|时间|落款|章|翻译|标/.test(part)) return false;
  if (/(?:外方|对方|对面|他们|我方|中方|两边|双方)(?:那边|还|也|都)*[没未]/.test(part)) return false;
  return /(?:没有?|未|冇)(?:来得及|顾得?上|怎么|开始|正式|着手)*(?:弄|搞|办|做|谈|拟|写|动|启动|准备|开始|起草|着落|影|顾上|顾得上|来得及|成|出来|好|定|呢|$)|(?:正|还|仍)在(?:拟|谈|走|写|起草|商|弄|搞|做|办|准备|协商|审|磨)/.test(
    part,
  );
}

/** 同事说没签……其实是签了的: what was said before no longer counts. */
function asNow(parts: readonly string[]): readonly string[] {
  const at = parts.findIndex((part) =>
    /^(?:但|可)?(?:其实|实际上?|事实上|结果(?:发现)?|原来)(?:是|已经?|早|都|双方|两边)*签/.test(part),
  );
  return at < 0 ? parts : parts.filter((part, i) => i >= at || !/[没未](?:有)?签/.test(part));
}

function signs(part: string): boolean {
  return /签/.test(part);
}

function hasSigned(parts: readonly string[]): boolean {
  return parts.some(
    (part) =>
      /^(?:已经?|都|全|早就?|是的?|对|我们|协议|合同|合作协议|正式协议|刚刚?|昨[天晚日]|今[天早日]|前[天日]|上(?:周|个?月))*(?:签[好过完字]?了|签的|刚签|签$|有的?|签好|已签|有协议|签了协议|签署了|签订了|双方已签|新签了?一份|有一份|是|签过)/.test(
        part,
      ) && !/[没未]/.test(part),
  );
}

function facts(read: { named: Named; rest: boolean | undefined; form: boolean }): ReadAgreementSigned {
  const { named, rest } = read;
  const restFor = rest === true ? true : undefined;
  const china = named.china ?? restFor;
  const overseas = named.overseas ?? restFor;
  return {
    ...(read.form || rest === true ? { form: 'new-joint' as const } : {}),
    ...(china === undefined ? {} : { signedByChina: china }),
    ...(overseas === undefined ? {} : { signedByOverseas: overseas }),
    ...(named.date === undefined ? {} : { dateClear: named.date }),
  };
}

function onlyOld(parts: readonly string[], named: Named): Reading<ReadAgreementSigned> {
  const only =
    parts.some((part) => /只有|只是|就是|用的|就只|仅有|有/.test(part) && old.test(part)) ||
    parts.some(
      (part) => nothing.test(part) || /[没未](?:有)?(?:新|专门|为|单|重新|就|针对|这次|再|另|补)/.test(part),
    ) ||
    parts.some((part) => /(?:只有|就只?有|仅有)[^,没未]{0,4}(?:老|旧|长期|框架|原来)的/.test(part)) ||
    // 长期那份双方签了，有日期.
    parts.every((part) => old.test(part) || !/签/.test(part));
  if (!only) return ask('就这次申报，另外签了新的合作协议吗？');
  return value({
    form: 'long-term-only',
    ...(named.china === undefined ? {} : { signedByChina: named.china }),
    ...(named.overseas === undefined ? {} : { signedByOverseas: named.overseas }),
    ...(named.date === undefined ? {} : { dateClear: named.date }),
  });
}
