/** What an answer says of the partners beside name and place: none at all, several at once, a kind without a name. */
import type { Partner, PartnerKind } from '../facts.ts';
import { readPlace } from '../places/readPlace.ts';
import { plainSpeech } from './plainSpeech.ts';

const none =
  /^(?:还没有?|没有|没|无|暂无|暂时没有|还没找到|没找到|没定|还没定)(?:境外|国外|外方|合作)?(?:合作)?(?:单位|伙伴|方)?(?:呢|哈|。)?$/;

/** 没有境外单位，想先报: the first clause says that there is none. */
export function saysNoPartner(text: string): boolean {
  const [start = '', ...rest] = plainSpeech(text.normalize('NFKC'))
    .trim()
    .split(/[,;。]/);
  // 没定，可能是德国 is no answer yet.
  return (
    none.test(start) && (rest.join('') === '' || (!/没定/.test(start) && readPlace(rest.join(','))?.is !== 'value'))
  );
}

/** 以色列的一家公司: the kind is said though the name is not. */
const nameless: readonly (readonly [RegExp, PartnerKind])[] = [
  [/一[家个](?:[\p{Script=Han}]{0,4})(?:公司|企业)/u, 'enterprise'],
  [/一[所家个](?:[\p{Script=Han}]{0,4})(?:大学|高校)(?!的)/u, 'university'],
  [/一[所家个](?:[\p{Script=Han}]{0,4})(?:研究所|研究院)/u, 'research-institute'],
];

/** 一家法国第戎的…，一家韩国罗州的…: each with its own country, or it is asked for one at a time. */
export function severalPartners(text: string): Partner[] | undefined {
  const each = text
    .normalize('NFKC')
    .split(/[,;。\s]+/)
    .flatMap((part) => /^(?:第[一二三]家|[一另]?一?家|还有一家|另外一家)是?(.{2,})$/.exec(part)?.[1] ?? []);
  const read = each.map((part) => readPlace(part));
  const partners = read.flatMap((reading) => (reading?.is === 'value' && reading.value.country ? [reading.value] : []));
  return each.length > 1 && partners.length === each.length ? partners : undefined;
}

/** The kind of a partner that is not named. */
export function kindOfNameless(text: string): PartnerKind | undefined {
  return nameless.find(([words]) => words.test(text))?.[1];
}
