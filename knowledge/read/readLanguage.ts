/** The language of the agreement; for a foreign one whether a Chinese translation exists and bears the unit's seal. */
import type { FactTypes } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadLanguage {
  readonly language?: FactTypes['agreement.language'];
  readonly translation?: boolean;
  readonly sealed?: boolean;
}

const bilingual =
  /左边?.{1,6}右|上面?.{1,4}文.{0,2}下|一半.{1,5}一半|并排|两栏|逐段|夹着|双语|对照|中英|中外文|中日|中德|中法|中韩|中俄|英中|两种文字|两种语言|两个语种|中文(?:和|、|与|加|\+)[\p{Script=Han}]{1,2}文|[\p{Script=Han}]文(?:和|、|与|加|\+)中文|(?:各|都)(?:有)?一份/u;
const foreign =
  /英文|英语|日文|日语|德文|德语|法文|法语|俄文|俄语|韩文|韩语|西班牙文|西班牙语|葡萄牙[文语]|意大利[文语]|阿拉伯[文语]|外文|外语|泰[文语]|越南[文语]|荷兰[文语]|english/;
const chinese = /中文|汉语|汉字|chinese/;
const translation = /翻译|翻译件|译本|译文|译件|翻(?:好|了|过)|没翻|未翻|来得?及翻|还没翻|译/;
const notYet = /[没未无]|在翻|正在|准备|打算|要翻|下周|回头|待翻/;
const seal = /盖|章/;
const otherSeal =
  /(?:学院|院系|系里|部门|科研处|科技处|课题组|合同专用|翻译公司|翻译社|项目部|财务|科室|所里课题组|个人)的?(?:公)?章|(?:翻译公司|翻译社|学院|院系|科研处|科技处|部门)(?:自己)?盖|盖的?是?了?(?:学院|院系|部门|科研处|科技处|合同专用|翻译公司|翻译社|财务|个人)/;
const hint = '请写协议是中外文对照、外文还是中文；外文的，有没有中文翻译件、盖没盖申报单位公章。';

/** Reads language, translation and seal; the last two only of a foreign agreement. */
export function readLanguage(text: string): Reading<ReadLanguage> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  if (saysMaybe(whole)) return ask(hint);
  const parts = clauses(said).filter((part) => !saysUnknown(part));
  const language = languageOf(parts);
  if (language === 'several') return ask(hint);
  if (language === 'bilingual') return value({ language });
  const about = parts.filter((part) => translation.test(part));
  const translated = about.length === 0 ? undefined : !about.some((part) => deniesTranslation(part));
  const stamped = parts.filter((part) => seal.test(part));
  const sealed =
    stamped.length === 0
      ? undefined
      : !stamped.some(
          (part) =>
            otherSeal.test(part) ||
            notYet.test(part.slice(Math.max(0, part.search(seal) - 4))) ||
            /忘|缺|差/.test(part),
        );
  if (language === undefined && translated === undefined && sealed === undefined)
    return saysUnknown(whole) ? unknown : /^(?:有|没有|是|不是)$/.test(whole) ? ask(hint) : undefined;
  if (language === 'zh' && translated === undefined) return value({ language });
  const read = {
    ...(language === undefined ? {} : { language }),
    ...(translated === undefined
      ? sealed === true && language === 'foreign' && /翻|译/.test(whole)
        ? { translation: true }
        : {}
      : { translation: translated }),
    ...(sealed === undefined || translated === false ? {} : { sealed }),
  };
  return value(read, stamped.some((part) => otherSeal.test(part)) ? '按“没有盖申报单位公章”记。' : undefined);
}

/** 没盖章 after a translation says nothing against the translation. */
function deniesTranslation(part: string): boolean {
  const before = part.replace(/[没未](?:有)?盖.*$|盖.{0,6}[没未].*$/, '').replace(/不缺|不少/g, '');
  return /[没未无缺差](?:有)?(?:中文)?(?:的)?[\p{Script=Han}]{0,3}(?:翻|译)|(?:翻译件?|译本|译文|译件)(?:还|都|也)?(?:没|未|缺|无)|在翻|正在|准备|打算|要翻|待翻|下周|回头/u.test(
    before,
  );
}

function languageOf(parts: readonly string[]): FactTypes['agreement.language'] | 'several' | undefined {
  // 中文翻译件 is no Chinese agreement.
  const clear = parts.map((part) =>
    part.replace(
      /中文(?:的|[那这]?[份版本]?(?:只|就)?是)?(?:翻译件?|译本|译文|译件)|翻(?:译)?(?:成|为|好)?了?中文|译成中文/g,
      '译',
    ),
  );
  const positive = clear.filter((part) => !/不是/.test(part));
  if (positive.some((part) => bilingual.test(part) && !/没有|没做|不/.test(part))) return 'bilingual';
  const isForeign = positive.some((part) => foreign.test(part) && !/没有?外文|无外文/.test(part));
  const isChinese = positive.some((part) => chinese.test(part) && !/没有?中文|无中文/.test(part));
  if (isForeign && isChinese) return 'several';
  if (isForeign) return 'foreign';
  if (isChinese) return 'zh';
  return undefined;
}
