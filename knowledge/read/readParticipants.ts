/** Who else takes part in China, whether further overseas units do, and who stands first among the participants. */
import type { DomesticPartner, FactTypes } from '../facts.ts';
import { countries } from '../places/country.ts';
import type { Reading } from '../reading.ts';
import { ask, clauses, saysMaybe, saysUnknown, statements, unknown, value } from './tidy.ts';

export interface ReadParticipants {
  readonly domesticPartners?: readonly DomesticPartner[];
  readonly otherOverseas?: boolean;
  readonly firstParticipant?: FactTypes['firstParticipant'];
}

const overseas =
  /老外|洋人|境外单位|国外|外方|境外|国外|海外|外国|对方(?!单位)?|外单位|国(?:境)外|德方|日方|韩方|美方|英方|法方|俄方|港方|澳方|外企|外商/;
const foreignName = /(?:大学|university|研究所|研究院|学院|公司|中心|institute)/;
const domestic =
  /国内|境内|我方|我们|本单位|省内|江西|南昌|九江|赣州|上饶|宜春|吉安|抚州|萍乡|新余|鹰潭|景德镇|北京|上海|中科院|清华|浙江|广东|深圳|湖南|湖北|江苏|武汉|广州|杭州|南京/;
const first =
  /(?:排|是|列|放|位列|位于|当|作)?(?:在)?第(?:一|1)(?:位|个|参与)?|排(?:在)?最?(?:前|首位|头|首)|打头|首位|居首/;
const alone =
  /(?:只|就|仅)(?:有)?(?:这|外方|对方|一|1)(?:一)?(?:家|个)?|就(?:这)?(?:外方)?(?:一|1)家|没有?(?:别的|别家|其他|其它|另外|第二)|没有?(?:境内|国内)|无(?:其他|别的|境内|国内)|[就只](?:有)?我们(?:和|跟|与)(?:外方|对方)|一家外方|外方一家|没有?第[二2]家|没有?(?:其他)?参与单位/;
const hint =
  '请写有没有境内参与单位、排第一位的参与单位是哪家，例如“就这一家外方，排第一位”“某大学排第一，国内某公司排第二”。';

/** Reads the participating units; what is not said stays out. */
export function readParticipants(text: string): Reading<ReadParticipants> | undefined {
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = clauses(said);
  const known = parts.filter((part) => !saysUnknown(part));
  if (saysMaybe(whole)) return ask(hint);
  const none =
    known.some(
      (part) =>
        alone.test(part) ||
        /^(?:境内|国内|省内)(?:的|单位|参与单位)?(?:都|一家都|一家也|也)?(?:没有?|无)(?:了)?$/.test(part),
    ) || /^(?:都|也|确实)*(?:没有?|无)(?:了|的|别的|其他)?$/.test(whole.split(/[,。]/)[0] ?? '');
  const domestics = withSigning(domesticIn(known), known);
  const abroad = known.some((part) => more.test(part) && !/没有/.test(part) && namesCountry(part));
  const otherOverseas =
    abroad ||
    known.some(
      (part) =>
        /(?:还有|另有|另外有?|再加|共|一共)[\p{Script=Han}]{0,4}(?:两|2|三|3|一|1|个)?(?:家)?[\p{Script=Han}]{0,2}(?:外方|境外|国外|外国)|(?:两|2|二|三|3)家(?:外方|境外|国外)|(?<![和跟与])外方(?:有)?(?:两|2|三|3)家/u.test(
          part,
        ) && !/没有/.test(part),
    );
  const firsts = new Set(known.flatMap((part, i) => firstIn(part, known[i - 1], domestics)));
  if (firsts.size > 1) return ask('排第一位的参与单位是外方还是境内单位？');
  if (known.some((part) => first.test(part) && /^(?:我们|本单位|我方|申报单位|我单位)/.test(part)))
    return ask('申报单位是牵头，不算参与单位。参与单位里排第一位的是外方还是境内单位？');
  const [firstParticipant] = firsts;
  const strange = known.find(
    (part) =>
      /(?:还有|另有|加上|另外|排第[二2]|第[二2]是).{0,12}|排第[二2三3]/.test(part) &&
      (foreignName.test(part) || /排第[二2三3]/.test(part)) &&
      !/没有/.test(part) &&
      !overseas.test(part) &&
      !namesCountry(part) &&
      !domestics.some(({ name }) => name === undefined || part.includes(name)),
  );
  if (strange !== undefined) return ask('新写的这家参与单位是境内单位还是境外单位？请连全称一起写。');
  if (none && (domestics.length > 0 || otherOverseas)) {
    const noDomestic = known.some((part) => /没有?(?:境内|国内)/.test(part));
    if (noDomestic && domestics.length > 0) return ask(hint);
  }
  const noneAtAll = none && domestics.length === 0;
  const read: ReadParticipants = {
    ...(domestics.length > 0 ? { domesticPartners: domestics } : noneAtAll ? { domesticPartners: [] } : {}),
    ...(otherOverseas
      ? { otherOverseas: true }
      : noneAtAll && known.some((part) => alone.test(part) && !/境内|国内/.test(part))
        ? { otherOverseas: false }
        : {}),
    ...(firstParticipant === undefined ? {} : { firstParticipant }),
  };
  if (Object.keys(read).length > 0) return value(read);
  if (saysUnknown(whole)) return unknown;
  return /参与|第一|排|国内|境内|外方|还有|^有$|^有的$/.test(whole) ? ask(hint) : undefined;
}

const more = /还有|另有|另外|再加|加上|还加|外加|[两2三3]家|还包括/;
const foreign = countries.filter((each) => !each.mainland).flatMap((each) => [each.zh, ...each.names]);
const foreignNames = foreign.filter((name) => [...name].length >= 2);

/** A country or region abroad is named: 还有一家日本的. */
function namesCountry(part: string): boolean {
  return foreignNames.some((name) => part.includes(name));
}

/** 均已签署, 他家字还没签: said of the units named before. */
function withSigning(units: readonly DomesticPartner[], parts: readonly string[]): readonly DomesticPartner[] {
  const all = parts.some((part) => /^(?:都|均|全|全部)已?经?签(?:了|署|好|过)|^(?:都|均|全部)已签/.test(part));
  const none = parts.some((part) =>
    /^(?:他家|他们家?|它|这家|那家|协议|字)(?:的?字|协议)?(?:都)?(?:还没|没|未)签/.test(part),
  );
  // 协议签了, 且业已签署协议 beside the one unit named; beside the overseas side it is that one's.
  const own = parts.some(
    (part, i) =>
      /^(?:协议(?:都|也)?(?:已经?)?签(?:了|好|过|署)|(?:且|并)?(?:业已|已经?)签(?:了|好|过|署|订)?)/.test(part) &&
      !overseas.test(parts[i - 1] ?? ''),
  );
  const is = all || (own && units.length === 1) ? true : none && units.length === 1 ? false : undefined;
  return is === undefined ? units : units.map((unit) => ({ signed: is, ...unit }));
}

function lastOf(text: string, words: RegExp): number {
  return [...text.matchAll(new RegExp(words.source, 'g'))].at(-1)?.index ?? -1;
}

function lastForeign(text: string): number {
  return Math.max(-1, ...foreignNames.map((name) => text.lastIndexOf(name)));
}

/** The units named as domestic: 国内器械公司排第二 → 国内器械公司. */
function domesticIn(parts: readonly string[]): DomesticPartner[] {
  const found: DomesticPartner[] = [];
  for (const part of parts) {
    if (/没有?|无(?:境内|国内)|不/.test(part) && !/没签|还没|不是外方/.test(part)) continue;
    for (const hit of part.matchAll(
      /(?:还有|另有|另外有?|拉了?|找了?|叫上?|以及|加上|和|跟|与|、|^|有|是)([\p{Script=Han}a-z0-9]{2,20}?(?:公司|大学|学院|研究所|研究院|医院|集团|中心|企业|合作社|厂|药业|实业|农业|科技(?!局|厅|大学)))/gu,
    )) {
      const name = (hit[1] ?? '')
        .replace(/^.*[是为]/, '')
        .replace(/^(?:参与单位|就|还有|有|另有|另外|一家|一个|1家)+/, '');
      if (!/^(?:国内|境内|省内)/.test(name) && !domestic.test(name)) continue;
      if (/^(?:我们|本单位|我方)/.test(name) || found.some((one) => one.name === name)) continue;
      const signed = /没签|还没签|未签/.test(part) ? false : /签了|已签|签好/.test(part) ? true : undefined;
      found.push(signed === undefined ? { name } : { name, signed });
    }
    const ranked = /^([^排第]{2,20}?)(?:是|为)?(?:排|列|位列)?(?:在)?第[二2三3]/.exec(part)?.[1];
    if (
      ranked !== undefined &&
      domestic.test(ranked) &&
      !overseas.test(ranked) &&
      !found.some(({ name }) => name === ranked) &&
      !found.some(({ name }) => name !== undefined && ranked.includes(name)) &&
      !/^(?:我们|本单位|我方)/.test(ranked)
    )
      found.push({ name: ranked });
    if (
      found.length === 0 &&
      /(?:有|还有|加|另有)(?:一|1)?家?(?:国内|境内)(?:的)?(?:单位|公司|参与单位|企业)/.test(part)
    )
      found.push({});
  }
  return found;
}

/** 外方排第一, 就这一家外方，排第一位, 兰斯大学排第一，国内器械公司排第二. */
function firstIn(
  part: string,
  before: string | undefined,
  domestics: readonly DomesticPartner[],
): ('overseas' | 'domestic')[] {
  if (!first.test(part) || /不是第一|没排第一|不排第一/.test(part)) return [];
  const at = part.search(first);
  const subject = at > 0 ? part.slice(0, at) : '';
  const after = part.slice(at);
  const text = /[\p{Script=Han}]{2}/u.test(subject.replace(/参与单位|排|的|都|也|是/g, ''))
    ? subject
    : /第一(?:位|个|参与单位)?的?(?:是|为|\p{Script=Han}{4,})/u.test(after)
      ? after
      : (before ?? '');
  // 我们、香港那个、景德镇一家，香港那个排最前: of several the one named last is the one meant.
  const named: [number, 'overseas' | 'domestic'][] = [
    [lastOf(text, overseas), 'overseas'],
    [lastForeign(text), 'overseas'],
    [lastOf(text, domestic), 'domestic'],
    ...domestics.map(({ name }): [number, 'domestic'] => [
      name === undefined ? -1 : text.lastIndexOf(name),
      'domestic',
    ]),
  ];
  const [[at0, who] = [-1, undefined]] = named.sort(([one], [other]) => other - one);
  if (at0 >= 0 && /不是(?:外方|境外)/.test(text)) return ['domestic'];
  if (at0 >= 0 && who !== undefined) return [who];
  if (domestic.test(text) || domestics.some(({ name }) => name !== undefined && text.includes(name)))
    return ['domestic'];
  // 兰斯大学排第一，国内器械公司排第二: a name beside a domestic second is the overseas unit.
  if (foreignName.test(text) && domestics.length > 0) return ['overseas'];
  return [];
}
