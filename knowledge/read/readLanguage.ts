/** The language of the agreement; for a foreign one whether a Chinese translation exists and bears the unit's seal. */
import type { FactTypes } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { withLatin } from './latin.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadLanguage {
  readonly language?: FactTypes['agreement.language'];
  readonly translation?: boolean;
  readonly sealed?: boolean;
}

const tongues =
  '英文|英语|日文|日语|德文|德语|法文|法语|俄文|俄语|韩文|韩语|朝鲜语|西班牙[文语]|西文|葡萄牙[文语]|葡文|意大利[文语]|意文|阿拉伯[文语]|阿文|外文|外语|洋文|泰[文语]|越南?[文语]|荷兰[文语]|波兰[文语]|捷克[文语]|匈牙利[文语]|希腊[文语]|希伯来[文语]|瑞典[文语]|芬兰[文语]|丹麦[文语]|挪威[文语]|土耳其[文语]|波斯[文语]|乌克兰[文语]|印尼[文语]|马来[文语]|老挝[文语]|缅甸[文语]|柬埔寨[文语]|蒙古?[文语]|english|对方(?:的)?语言|他们(?:的)?(?:语言|话|文字)';
const foreign = new RegExp(tongues);
const chinese = /中文|汉语|汉字|华文|chinese|国语|简体|繁体/;
const bilingual =
  /一([边侧页面栏列段行])[^,]{1,6}一\1|先[^,]{1,4}文后[^,]{1,4}文|左边?.{1,8}右|上面?.{1,5}文.{0,3}下|一半.{1,6}一半|并排|并列|两栏|双栏|逐段|夹着|双语|对照|对[着到](?:写|印|排|来)|中外文|中[英日德法韩俄西葡意荷泰越阿]|[英日德法俄]中|两种(?:文字|语言|文本|版本)|两个(?:语种|版本)|两版/;
const both = new RegExp(
  `中文(?:版|本|的)?(?:和|、|与|加|\\+|及|跟|同)(?:${tongues})|中文(?:${tongues})(?=[两都对各双并])|(?:${tongues})中文(?=[两都对各双并])|(?:${tongues})(?:版|本|的)?(?:和|、|与|加|\\+|及|跟|同)中文`,
);
const twoCopies = /(?:各|都)(?:有|签|是)?了?[一1两]份|[一1]式两份|各一版|都签了|同等效力|都有效/;

const rendering =
  /翻译件?|译本|译文|译件|译稿|译(?:成|出|过|好|了)|翻(?:好|了|过|完|成|出)|没翻|未翻|来得?及翻|中文稿|中译|中文(?:版|本|翻译)|汉译|翻/;
const noRendering =
  /[没未无缺差少](?:有)?(?:附|带|配|做|弄|任何|相应|对应|的)*中文(?:的)?(?:版本?|本|稿|件|$)|[没未无缺差少](?:有)?(?:来得及|人|顾上|空|去|找人|附|做|弄|搞|给|准备|配|带|中文|那个|任何|相应|的)*(?:翻|译)|(?:翻译件?|译本|译文|译件|译稿|中文[版本稿]|翻译)(?:这块|还|都|也|暂时|目前|是)*(?:没|未|缺|无|差|不曾|空)|在(?:翻|译|找人|弄|做|赶)|正在|准备|打算|要翻|待翻|下周|下个?月|回头|明天翻|后天翻|找人(?:翻|做)(?!译?(?:了|好|完|过|成|出|的))|(?:再|才能?|以后|之后|后面)(?:来|去|找人|一起|统一)?(?:翻|译)(?!好|完|出|成|了|过)|等(?![等了到])[^,]{1,10}(?:再|才[能会]|一起|一并)|等着?翻|需要?翻|还得翻|送去翻|拿去翻|[翻译][^,]{0,4}(?:一半|一部分|大半|中$)|[没未](?:有)?译(?:完|好)|还在译|没弄|没做|没出来|没好|没影/;
/** 等翻译公司翻完再盖章. */
const stillRendered = /(?<!等)等(?![等了到])[^,]{0,10}(?:翻|译)[^,]{0,3}(?:完|好|出来)[^,]{0,6}(?:再|才[能会]|一起)/;
const seal = /盖|章|戳|用印/;
const sealMissing =
  /(?:没有?|未|尚未|无|忘|缺|差|漏|欠|还得|要去?|准备|打算|等着?|待|下周|明天|后天|马上|回头|领导|正在|在走|流程)[^,]{0,8}(?:盖|章|戳|印)|(?:章|盖|印)(?:[^,]{0,10})(?:没|未|缺|差|忘|流程|等|明天|后天|下周|下个?月|再说|还在|待|要去|准备|回头|欠)/;
const otherSeal =
  /(?<![全总本])(?:[科处办系组]|科室|部门?)的?(?:公|印)?章|(?:学院|院系|系里|部门|科研处|科技处|外事处|国际处|办公室|课题组|合同专用|翻译公司|翻译社|译社|翻译机构|项目部|财务|科室|所里课题组|个人|对方|外方)的?(?:公|印|部门)?章|(?:翻译公司|翻译社|学院|院系|科研处|科技处|部门)(?:自己)?盖|盖的?是?了?(?:二级)?(?:学院|院系|部门|科研处|科技处|合同专用|翻译公司|翻译社|财务|个人)/;
/** What another agreement was written in. */
const former =
  /^(?:以前|之前|过去|早先|上次|上回|原来|原先|去年|前年)[^,]{0,14}(?:那[份个次版]|的时候|项目)|(?:另|别的?|其他)(?:外|一)?(?:个|的)?(?:项目|课题)/;
const hint = '请写协议是中外文对照、外文还是中文；外文的，有没有中文翻译件、盖没盖申报单位公章。';

/** Reads language, translation and seal; the last two only of a foreign agreement. */
export function readLanguage(text: string): Reading<ReadLanguage> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  // 估计又是我翻 after 还没翻 guesses at something else.
  const sure = clauses(said.map(withLatin)).filter((part) => !saysUnknown(part.replace(/没有?翻过/, '没翻译')));
  const open = saysUnknown(whole) ? sure.filter((part) => !/是[^,]{1,14}还是/.test(part)) : sure;
  const parts = open.filter((part) => !saysMaybe(part) && !former.test(part));
  if (parts.length === 0 && sure.some((part) => former.test(part))) return ask(hint);
  const language = languageOf(parts);
  if (language === undefined && saysMaybe(whole)) return saysUnknown(whole) ? unknown : ask(hint);
  if (language === 'several') return ask(hint);
  if (language === 'bilingual') return value({ language });
  const about = parts.filter((part) => rendering.test(part) && !/起草|拟的/.test(part));
  const stamped = parts.filter((part) => seal.test(part));
  const missing = parts.some(
    (part) =>
      stillRendered.test(part) ||
      (noRendering.test(part.replace(/[没未](?:有)?盖.*$|盖.{0,6}[没未].*$|不[缺少差]|没问题/g, '')) &&
        (rendering.test(part) || about.length > 0 || language === 'foreign') &&
        !(seal.test(part) && !/翻译件?[没未无]|没翻|无译|没有?译/.test(part))),
  );
  const translated = missing ? false : about.length === 0 ? undefined : true;
  const sealed =
    stamped.length === 0
      ? undefined
      : !stamped.some((part) => otherSeal.test(part) || sealMissing.test(part.replace(/不[缺少差]/g, '')));
  if (language === undefined && translated === undefined && sealed === undefined)
    return saysUnknown(whole) ? unknown : /^(?:有|没有|是|不是)$/.test(whole) ? ask(hint) : undefined;
  if (language === 'zh') return value({ language });
  const done = translated ?? (sealed === true && language === 'foreign' && /翻|译/.test(whole) ? true : undefined);
  const read = {
    ...(language === undefined ? {} : { language }),
    ...(done === undefined ? {} : { translation: done }),
    ...(sealed === undefined || done === false ? {} : { sealed }),
  };
  return value(read, stamped.some((part) => otherSeal.test(part)) ? '按“没有盖申报单位公章”记。' : undefined);
}

function languageOf(parts: readonly string[]): FactTypes['agreement.language'] | 'several' | undefined {
  // 中文翻译件, 译成了中文, 中文那份是翻译件 are no Chinese agreement; 中文起草的 is none either.
  const clear = parts.map((part) =>
    part
      .replace(
        /中文(?:的|[那这]?[份版本]?(?:只|就)?是)?(?:翻译件?|译本|译文|译件|译稿|稿|件|版翻译)|(?:翻|译)(?:译)?(?:成|为|好|出|过)?(?:来)?(?:了|的|一?[份个遍])*中文(?:版|本|稿)?|中译本?|中文(?:是|都是|版是|版)?(?:[^,]{0,6})翻的?|起草的?(?:是|用)?中文|中文起草的?/g,
        '译',
      )
      .replace(
        /(?:没有?|无|不带|不含|缺|没)(?:任何|一个)?(?:英文|外文|外语|英语)|(?:英文|外文)[版本]?(?:没有|没签|一?个?没)/g,
        '',
      )
      .replace(
        /(?:没有?|无|不带|不含|没)(?:任何|一个|附|配)?中文|中文(?:版|本)?(?:一个字)?(?:都)?(?:没有|没写|一?个?字?没)/g,
        '无译',
      ),
  );
  const positive = clear.filter((part) => !/不是|不用|不需/.test(part));
  const isForeign = positive.some((part) => foreign.test(part));
  const isChinese = positive.some((part) => chinese.test(part));
  const noChinese = clear.some((part) => /无译/.test(part));
  const paired =
    positive.some((part) => (bilingual.test(part) || both.test(part)) && !/没有|没做|不是|(?<!不)少/.test(part)) ||
    (isForeign && isChinese && parts.some((part) => twoCopies.test(part)));
  if (paired && !noChinese) return 'bilingual';
  // 正本是英文.
  const original = positive.filter((part) =>
    /正本|原件|原文|原版|原本|签(?:字|署)?的(?:那[份版个])?(?:是|就是|用)/.test(part),
  );
  if (isForeign && isChinese && original.length > 0 && original.length < positive.length) return languageOf(original);
  if (isForeign && isChinese) return 'several';
  if (isForeign) return 'foreign';
  return isChinese ? 'zh' : undefined;
}
