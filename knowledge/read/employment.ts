/**
 * Where a lead from abroad, Hong Kong, Macao or Taiwan is employed, full or part time, and which of the two papers
 * (附5 二（五）) exist: clause by clause, a paper's own clause first, 全部有 for the papers named before it.
 */
import type { FactTypes } from '../facts.ts';
import { saysUnknown } from './tidy.ts';

export interface Employment {
  readonly employedByMainlandUnit?: boolean;
  readonly employment?: FactTypes['lead.employment'];
  readonly proofMainland?: boolean;
  readonly proofOverseas?: boolean;
}

type Side = 'here' | 'there';

const paper =
  /合同|合约|聘书|聘任书|聘用(?:材料|证明|函|手续|协议|文件)?(?=[^了]|$)|聘函|(?<!合作|科研|项目|共同)协议(?!书里)|证明|材料|文件|社保|工作许可|手续|聘约|contract|letter|劳动关系|任职(?:函|证明)/;
const both = /两边|双方|两地|两份|两头|两家|境内外|内外|双边|两个单位|都有各自/;
const there =
  /[美英德法日韩俄意荷瑞加澳新泰巴]方|境外|国外|海外|外方|对方|原单位|原学校|母校|老东家|那边|那头|(?:^|[他她在])(?:他|她|我)?(?:们)?(?:自己)?(?:学校|大学|单位|公司)(?:那边|方面)|本国|(?:香港|澳门|台湾|台北)(?!人|籍|居民|永久|同胞|身份)/;
const here =
  /内地|大陆|境内|国内|中国|我方|中方|我们|咱们|本单位|我单位|本院|我院|我校|本校|我司|我所|本所|本公司|贵|这边|这里|这儿|你们|省里|南昌|江西|赣州|公司|研究所|学校|医院|人事/;
const missing =
  /没|未|无(?!误)|缺|差(?!不多|旅)|欠|不(?:在|具备|足|够|能)|[拿开签办]不|还在|在办|在走|在弄|正在|待(?=[签办补开盖批])|准备(?!好|齐|完)|下周|下个?月|申请中|办理中|流程|补办|要补|等(?=[着我他批签盖开拿]|对方|那边|下)/;
const present =
  /有|[开办发签出](?:给|过|到|齐)[^没未不]{0,5}了?$|齐|全|已|签$|签到|签至|[签办开出盖]的$|(?:年底|明年|后年|下半年|20\d\d年?).{0,4}到期|在(?:人事|档案)|出了|出过|复印|扫描|给我|手[上里头]|在[册案档]|盖了|好了|签了|签过|备|办好|办了|开好|开了|开具|出具|提供|到位|没问题|没有问题|不[缺少差]|在.{1,6}(?:那里|那儿|手里|手上|里)|交了|给了|拿到|可以提供/;
const unsure = /不[全齐]|没全|没齐|部分|一部分|盖章|差.{0,3}章|基本|差不多|快|过期/;
const partTimes = /兼职|非全职|不是全职|不全职|双聘|part.?time|柔性引进/;
const firmPart = /兼职|非全职|不是全职|不全职|双聘|part.?time/;
const fullTimes = /全职|全时|专职|不是兼职|full.?time/;
/** 全职还是兼职没定. */
const eitherTime = /全职.{0,3}(?:还是|或|、|\/).{0,2}兼职|兼职.{0,3}(?:还是|或|、|\/).{0,2}全职/;
const works = /上班|任职|任教|工作|返工|就职|供职|打工|做事/;
const hired =
  /受聘|聘在|聘用|聘请|聘任|聘了|聘为|入职|引进|在我们?(?:单位|学校|公司|医院|[校院所司])|我们(?:单位|学校|公司|医院|所|院)的|任职|招进来|签了?[^没未]{0,4}(?:合同|聘)/;
const notHired =
  /(?:没有?|未|不|并无)(?:任何|有|在|跟|和|与|受|被|于|内地|国内|大陆|境内|中国|我国|江西|省内|这边|哪家|哪个|的|单位|企业|机构|签过?|[一任]何?家?|过|正式){0,8}(?:受聘|被聘|聘用关系|聘任关系|聘(?!书|用?(?:合同|证明|材料|协议|手续|函))|入职|任职|任教|就职|供职|工作|上班|签聘|雇)|不在(?:内地|国内|中国)|不是我们(?:单位|学校)的|没在(?:内地|国内|中国)/;

/** `countries` are names that, behind 在 or 于, mean work abroad (全职在德国大学). */
export function employmentOf(parts: readonly string[], countries: ReadonlySet<string>): Employment {
  const changed = parts.some((part) => /现在|如今|目前|[转改](?:成|为|到)?(?:了)?(?:全职|兼职)/.test(part));
  const known = parts.filter(
    (part) =>
      !saysUnknown(part) && !(changed && /^(?:原来|以前|之前|原先|过去)/.test(part) && !/现在|如今|目前/.test(part)),
  );
  const local = known.filter((part) => !worksAbroad(part, countries) && !eitherTime.test(part));
  const whole = local.join(',');
  const partTime = firmPart.test(whole);
  const fullTime = !partTime && fullTimes.test(whole);
  const not = local.some((part) => notHired.test(part));
  const papers = proofOf(known, { partTime, countries });
  const employed =
    !not &&
    (partTime ||
      fullTime ||
      partTimes.test(whole) ||
      papers.proofMainland === true ||
      local.some((part) => hired.test(part) || (works.test(part) && here.test(part))));
  return {
    ...(not ? { employedByMainlandUnit: false } : employed ? { employedByMainlandUnit: true } : {}),
    ...(partTime ? { employment: 'part-time' as const } : fullTime ? { employment: 'full-time' as const } : {}),
    ...(not ? {} : papers),
  };
}

/** 全职在德国大学 is no employment here. */
function worksAbroad(part: string, countries: ReadonlySet<string>): boolean {
  const place = /[在于]([\p{Script=Han}]{2,8})/u.exec(part)?.[1] ?? '';
  if (paper.test(part) && !fullTimes.test(part) && !firmPart.test(part)) return false;
  return (
    /^(?:国外|境外|海外|外方|对方|香港|澳门|台湾)/.test(place) ||
    [...countries].some((country) => country.length > 1 && place.startsWith(country))
  );
}

function proofOf(
  parts: readonly string[],
  { partTime, countries }: { partTime: boolean; countries: ReadonlySet<string> },
): Pick<Employment, 'proofMainland' | 'proofOverseas'> {
  const found: Record<Side, Set<boolean | 'unsure'>> = { here: new Set(), there: new Set() };
  let waiting: Side[] | undefined;
  let last: readonly Side[] = [];
  for (const part of parts.flatMap(atFinished)) {
    // 协议有，但还没盖章: whether that is a proof nobody knows.
    if (last.length > 0 && /[没未差缺].{0,3}[盖章]/.test(part) && !paper.test(part))
      for (const one of last) found[one].add('unsure');
    const side = sideOf(part, countries);
    const about = paper.test(part) || (last.length > 0 && side !== undefined && side !== 'none');
    const says = saysOf(part);
    if (!about) {
      // 劳动合同，社保，聘书，全部有
      if (
        waiting !== undefined &&
        /^(?:都|全|也|均|已|还|就|但)*(?:没|有|齐|办|签|备|盖|准备|在)/.test(part) &&
        says !== undefined
      )
        for (const one of waiting) found[one].add(says);
      waiting = undefined;
      continue;
    }
    const sides = sidesOf(side, { part, partTime, says });
    last = sides;
    if (says === undefined) {
      waiting = [...new Set([...(waiting ?? []), ...sides])];
      continue;
    }
    for (const one of new Set([...sides, ...(waiting ?? [])])) found[one].add(says);
    waiting = undefined;
  }
  return {
    ...settled('proofMainland', found.here),
    ...settled('proofOverseas', found.there),
  };
}

/** 聘书有了德国那边的材料还没开, typed by voice: one thing is finished, the next begins. */
function atFinished(part: string): string[] {
  return part.split(/(?<=[书同函料明约]\p{Script=Han}{0,4}(?:有|齐|签|办|开|好|到)了)(?=\p{Script=Han}{3,})/u);
}

function settled<Key extends string>(key: Key, said: ReadonlySet<boolean | 'unsure'>): { [K in Key]?: boolean } {
  const [only] = said;
  return said.size === 1 && typeof only === 'boolean' ? ({ [key]: only } as { [K in Key]?: boolean }) : {};
}

function saysOf(part: string): boolean | 'unsure' | undefined {
  if (unsure.test(part) && !/[没未]有?盖/.test(part.replace(/不[缺少差]/g, '')))
    return /全部|齐全/.test(part) ? true : 'unsure';
  if (/(?:有|签了?|办了?)[^没未]{0,6}[没未](?:有)?盖/.test(part) || /^但?(?:还)?[没未]盖/.test(part)) return 'unsure';
  if (/没有?(?:什么|任何)?问题|不[缺少差]/.test(part)) return true;
  if (missing.test(part)) return false;
  return present.test(part) ? true : undefined;
}

function sideOf(part: string, countries: ReadonlySet<string>): Side | 'both' | 'none' | undefined {
  if (both.test(part) || (here.test(part.replace(there, '')) && there.test(part) && /[和、跟与及]/.test(part)))
    return 'both';
  // 那边研究所: whatever it is, it is over there.
  if (there.test(part)) return 'there';
  const country = [...countries].find((name) => name.length > 1 && part.includes(name));
  if (country !== undefined && !new RegExp(`${country}(?:人|籍|国籍|护照)`).test(part)) return 'there';
  if (here.test(part)) return 'here';
  return undefined;
}

function sidesOf(
  side: Side | 'both' | 'none' | undefined,
  about: { part: string; partTime: boolean; says: boolean | 'unsure' | undefined },
): Side[] {
  if (side === 'both') return ['here', 'there'];
  if (side === 'here' || side === 'there') return [side];
  const all = /都|齐|均|全部/.test(about.part);
  return about.partTime && (all || (about.says === false && /材料|证明/.test(about.part)))
    ? ['here', 'there']
    : ['here'];
}
