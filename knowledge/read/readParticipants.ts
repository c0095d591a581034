/** Who else takes part in China, whether further overseas units do, and who stands first among the participants. */
import type { DomesticPartner, FactTypes, Partner } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { firstsIn } from './participantOrder.ts';
import { looksDomestic, namedInLatin, namesCountry, type UnitMention, unitsIn } from './participantUnits.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadParticipants {
  readonly domesticPartners?: readonly DomesticPartner[];
  readonly otherOverseas?: boolean;
  readonly firstParticipant?: FactTypes['firstParticipant'];
}

const nothingElse =
  /(?:别的|别家|其[他它])(?:单位|的)?(?:都|也|就)?没(?:有)?(?:了|$)|(?:没有?|无|再?[没无]|别无|不存在|哪(?:还|里|儿)(?:还)?有|除了?[^,]{1,12}(?:再|就|都|也)?[没无])(?:有|任何|什么|啥|得|了|的)*(?:别的|别家|别个|别人|别|其[他它]余?|另外|他人|旁的|旁人|第[二2三3][家个]|参与|合作单位)|除了?[^,]{2,12}(?:就|再|也|便)(?:没|无)(?:有)?(?:了|$)|(?:没有?|无)[第]?[二2三3]家|别无|^再(?:也)?没(?:有)?(?:人|单位)?了$|没(?:别)?人了|不(?:带|拉|找|加|请|算)(?:上|着)?(?:别|其[他它]|旁|外人|国内|境内)/;
const onlyThem =
  /^(?:就|只)?(?:是)?(?:他们|她们|对方|外方|人家)(?:就)?(?:这|那)?[一1][家个所](?:$|单位|外方)|唯一的?(?:参与|合作)单位|(?:只|就|仅|光|独|唯)(?:有|剩|是|限|此)*(?:一[家个所间]|这|外方|对方|境外|国外|德|1|他们|它)|一[家个所间](?:外方|外国|境外)|(?:外方|对方|境外|外国|老外)[^,]{0,4}一[家个所间]|独此一家|(?:就|只|仅)[^,]{0,12}[一1](?:家|个|所|间)$|(?:参与单位)?(?:就|只)[有是]?[一1][家个所间]|(?:就|只有?|仅)我(?:们|哩|哋|方|校|院|司)?(?:和|跟|与|同)|我(?:们|方|校|院|司|单位)[和跟与同][^,]{1,8}(?:就|这|共)?两家|(?:就|只有?|一共|共)+(?:我们|咱们?)?[两2俩]家(?!境|国|外|单位|参)/;
const noDomestic =
  /(?:没有?|无|不含|不存在|未)(?:任何|别的|其[他它])?(?:境内|国内|省内|中方|中国)|(?:境内|国内|省内)(?:的|方面|单位|参与单位|合作单位|其[他它])*(?:都|一家都|一家也|也|暂)?(?:没有?|无)(?!限|签|写|盖)/;
const formerly =
  /先前|之前[^,]{0,10}(?:排|放|写|列|摆)|一开始|听[人说][^,]{0,6}不(?:行|对|可以)|本来|原来|原先|原本|之前想|起初|当初|退出|不参加了|没谈成|没谈拢|黄了/;
const wishes = /想(?:进来|加入|参加|参与|加进来)|有意向|打算(?:加|拉|找)|可能(?:加|拉|找)/;
const pending = /(?:还|正|仍)在(?:谈|接洽|联系|洽谈|商量)|[没未](?:有)?(?:说定|谈[好妥拢定]|敲定|商定|最后定)/;
/** 排位还没商量. */
const orderOpen =
  /^(?:这个|都|暂时|目前)?(?:还|尚)?[没未](?:有)?(?:最后|完全)?定(?:呢|好|下来)?$|[没未](?:有)?(?:想|定|商量|考虑)(?:好|过)?[^,。;]{0,4}(?:谁|排|顺序)|(?:排|顺序|次序|先后|谁)[^,]{0,8}[没未](?:有)?(?:商量|商定|定|排|谈|考虑|想|讨论)|(?:排|顺序|次序|先后)[^,]{0,6}(?:再说|再定|待定|再议)/;
const more = /还有|另有|另外|再加|加上|还加|外加|[两2三3]家|还包括/;
const hint =
  '请写有没有境内参与单位、排第一位的参与单位是哪家，例如“就这一家外方，排第一位”“某大学排第一，国内某公司排第二”。';

/** Reads the participating units; what is not said stays out. `partners` are the overseas units already known. */
export function readParticipants(
  text: string,
  partners: readonly Partner[] = [],
): Reading<ReadParticipants> | undefined {
  const said = statements(plainDenials(text.replace(/[（(]排?(第[一二三123])(?:位|名)?[)）]/g, '排$1，')));
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const all = clauses(said).filter((part) => !formerly.test(part));
  // 也想进来，还没说定: nobody takes part yet.
  const parts = all.filter(
    (part, i) => !(wishes.test(part) && /[还没未]/.test(all[i + 1] ?? part)) && !pending.test(part),
  );
  if (parts.length < all.length && !parts.some((part) => unitsIn([part], partners).length > 0)) return ask(hint);
  const known = parts.filter((part) => !saysUnknown(part));
  if (saysMaybe(whole)) return ask(hint);
  const units = withoutStrange(unitsIn(known, partners), known, partners);
  const domestics = withSigning(domesticIn(units, known), known);
  const none =
    known.some((part) => nothingElse.test(part) || onlyThem.test(part) || noDomestic.test(part)) ||
    /^(?:都|也|确实|是)*(?:没有?|无|冇)(?:了|啦|咯|哩|呀|的|得|别的|其他)*$/.test(whole.split(/[,。]/)[0] ?? '') ||
    known.some(
      (part, i) =>
        /(?:就|只有?|仅|光)[^,]{1,10}[这那]?[1一]?[家个所](?:$|单位|外方)/.test(part) &&
        !/还有|另|和|跟/.test(part) &&
        units.some(({ side, clause }) => side === 'overseas' && clause === i),
    );
  const sole =
    domestics.length === 0 &&
    known.some((part, i) =>
      units.some(
        ({ side, clause, start, end }) =>
          side === 'overseas' &&
          clause === i &&
          end >= part.length &&
          /(?:只有?|仅有?|就)(?:有|是)?$/.test(part.slice(0, start)),
      ),
    );
  const otherOverseas = furtherOverseas(known, units, partners);
  const numbered = /(?:^|[\s,:。])1[.、)\s]?[^\d\s][\s\S]*[\s,;、。]2[.、)\s]?[^\d\s]/.test(whole);
  if (known.some((part) => ranksUs(part)))
    return ask('申报单位是牵头，不算参与单位。参与单位里排第一位的是外方还是境内单位？');
  const firsts = firstsIn(known, units, numbered);
  if (firsts.size > 1) return ask('排第一位的参与单位是外方还是境内单位？');
  if (units.some(({ side }) => side === 'strange'))
    return ask('新写的这家参与单位是境内单位还是境外单位？请连全称一起写。');
  if (domestics.length > 0 && known.some((part) => noDomestic.test(part) && !/除了?/.test(part))) return ask(hint);
  const noneAtAll = (none || sole) && domestics.length === 0;
  const [named] = firsts;
  // 外方, to which one stands first.
  const [only] = units;
  const firstParticipant =
    named ??
    (!noneAtAll &&
    units.length === 1 &&
    only?.side === 'overseas' &&
    only.end === whole.length &&
    only.start === 0 &&
    known.length === 1
      ? 'overseas'
      : undefined);
  const alone =
    noneAtAll &&
    known.some(
      (part) => (nothingElse.test(part) || onlyThem.test(part)) && !noDomestic.test(part) && !/境内|国内/.test(part),
    );
  const read: ReadParticipants = {
    ...(domestics.length > 0 ? { domesticPartners: domestics } : noneAtAll ? { domesticPartners: [] } : {}),
    ...(otherOverseas ? { otherOverseas } : alone ? { otherOverseas: false } : {}),
    ...(firstParticipant === undefined ? {} : { firstParticipant }),
  };
  if (Object.keys(read).length > 0) return value(read);
  if (saysUnknown(whole) || orderOpen.test(whole)) return unknown;
  return /参与|第一|排|国内|境内|外方|还有|^有$|^有的$/.test(whole) ? ask(hint) : undefined;
}

/** 并非外方，而是国内的; 不是外方排第一. */
function plainDenials(text: string): string {
  return text
    .replace(/并非|并不是|不算是?/g, '不是')
    .replace(/[,，]?而是/g, '，是')
    .replace(/不是([^,，。;；是第]{1,8}?)(?:排|列|放)?(?:在)?第[一1](?=[位个名,，。]|$)/g, '$1没排第一');
}

function ranksUs(part: string): boolean {
  return /^(?:我们|本单位|我方|申报单位|我单位|我校|我院)(?:自己)?(?:是|排|当|列|放)*(?:在)?(?:第[一1]|最前|首位)/.test(
    part,
  );
}

/** 没有境内单位; 没有别的境内单位 tells that there is one. */
const noneAtHome =
  /(?:没有?|无|不含|不存在)(?:任何|一家)?(?:境内|国内|省内|中方|中国)|(?:境内|国内|省内)(?:的|单位|参与|合作)*(?:都|也|一家都)?(?:没有?|无)(?:$|了|的)/;

/**
 * One unit of no plain side beside domestic ones is the overseas one: 兰斯大学排第一，国内器械公司排第二. So is the only one
 * named where the partner is known by a Latin name: 只有犹他大学，没有境内单位.
 */
function withoutStrange(
  units: readonly UnitMention[],
  parts: readonly string[],
  partners: readonly Partner[],
): UnitMention[] {
  const strange = new Set(units.filter(({ side }) => side === 'strange').map(({ name }) => name));
  const abroad = units.some(({ side }) => side === 'overseas');
  const home = units.some(({ side }) => side === 'domestic');
  const only =
    partners.length === 1 &&
    partners.every(namedInLatin) &&
    !parts.some((part) =>
      /(?:没有?|无)[^,]{0,4}(?:境外|国外|外方|外国)|(?:境外|国外|外方)[^,]{0,4}(?:没|无)/.test(part),
    ) &&
    parts.some(
      (part) => noneAtHome.test(part) || nothingElse.test(part) || onlyThem.test(part) || /只有|唯一/.test(part),
    );
  const is = (unit: UnitMention): UnitMention['side'] => {
    if (strange.size === 1 && !abroad && (home || only)) return 'overseas';
    return abroad && partners.length > 0 && looksDomestic(unit.name) ? 'domestic' : 'strange';
  };
  return units.map((unit) => (unit.side === 'strange' ? { ...unit, side: is(unit) } : unit));
}

/** 还有一家日本的, 两家外方: an overseas unit beside the one known. */
function furtherOverseas(
  parts: readonly string[],
  units: readonly UnitMention[],
  partners: readonly Partner[],
): boolean {
  if (partners.length > 1) return false;
  return parts.some((part, clause) => {
    if (/没|无/.test(part)) return false;
    const counted =
      /(?:还有|另有|另外有?|再加|共|一共)[\p{Script=Han}]{0,4}(?:两|2|三|3|一|1|个)?(?:家)?[\p{Script=Han}]{0,2}(?:外方|境外|国外|外国)|(?:两|2|二|三|3|俩)家?(?:外方|境外|国外)|(?<![和跟与])外方(?:有)?(?:两|2|三|3)家/u;
    if (counted.test(part)) return true;
    const strangers = units.filter((each) => each.clause === clause && each.side === 'overseas');
    const other =
      partners.length === 0 || !partners.some(({ country }) => country !== undefined && part.includes(country));
    return more.test(part) && other && namesCountry(part) && strangers.length > 0;
  });
}

function domesticIn(units: readonly UnitMention[], parts: readonly string[]): DomesticPartner[] {
  const found: DomesticPartner[] = [];
  for (const [i, { side, name, clause, end }] of units.entries()) {
    if (side !== 'domestic') continue;
    const next = units[i + 1];
    // 景德镇一家公司叫瓷光材料有限公司 is one unit.
    const between =
      next?.clause === clause
        ? (parts[clause] ?? '').slice(end, next.start)
        : (parts[next?.clause ?? 0] ?? '').slice(0, next?.start);
    if (
      next?.side === 'domestic' &&
      /[一1][家个所]|^(?:国内|省内)|的\p{Script=Han}{0,6}(?:公司|企业|单位|机构|学校|医院|研究所)$/u.test(name ?? '') &&
      /叫|名|全称|^是$|^$/.test(between)
    )
      continue;
    const part = parts[clause] ?? '';
    if (/(?:没有?|无)(?:境内|国内|省内)|不(?:参加|参与)/.test(part)) continue;
    // 国内没有参与单位.
    if (name === undefined && noDomestic.test(part)) continue;
    if (found.some((each) => each.name === name)) continue;
    const generic = name === undefined || /^(?:国内|境内|省内)的?(?:一?家)?(?:单位|公司|企业|机构)?$/.test(name);
    // 第一不是国内的: whether there is one is not told.
    if (generic && /不是$/.test(part.slice(0, units[i]?.start))) continue;
    if (generic && units.some((each) => each.side === 'domestic' && each.name !== undefined && each.name !== name))
      continue;
    const signed = /没签|还没签|未签/.test(part) ? false : /签了|已签|签好/.test(part) ? true : undefined;
    found.push({ ...(name === undefined ? {} : { name }), ...(signed === undefined ? {} : { signed }) });
  }
  if (found.length > 0) return found;
  const counted = parts
    .map((part) => /(?<!没)(?:有|加|拉|找)了?([一1俩两2三3])?个?家?(?:国内|境内|省内)/.exec(part))
    .find((hit) => hit);
  if (!counted) return [];
  const count = { 俩: 2, 两: 2, 2: 2, 三: 3, 3: 3 }[counted[1] ?? ''] ?? 1;
  return Array.from({ length: count }, () => ({}));
}

const overseasBefore = /外方|境外|国外|对方|[德日韩美英法俄]方/;

/** 均已签署, 他家字还没签: said of the units named before. */
function withSigning(units: readonly DomesticPartner[], parts: readonly string[]): readonly DomesticPartner[] {
  const all = parts.some((part) => /^(?:都|均|全|全部)已?经?签(?:了|署|好|过)|^(?:都|均|全部)已签/.test(part));
  const none = parts.some((part) =>
    /^(?:他家|他们家?|它|这家|那家|协议|字)?(?:的?字|协议)?(?:都)?(?:还没|没|未|尚未)(?:有)?(?:[跟和与]我们)?签/.test(
      part,
    ),
  );
  // 协议签了, 且业已签署协议 beside the one unit named; beside the overseas side it is that one's.
  const own = parts.some(
    (part, i) =>
      /^(?:协议(?:他们|都|也)*(?:已经?)?签(?:了|好|过|署)|(?:且|并)?(?:业已|已经?)签(?:了|好|过|署|订)?)/.test(part) &&
      !overseasBefore.test(parts[i - 1] ?? ''),
  );
  const is = all || (own && units.length === 1) ? true : none && units.length === 1 ? false : undefined;
  return is === undefined ? units : units.map((unit) => ({ signed: is, ...unit }));
}
