import { saysUnknown } from '../read/sureness.ts';
import { maxInput, type Reading } from '../reading.ts';
import { clearCountry, isPlaceOf, mainlandStart, placeCandidates } from './candidates.ts';
import { type Country, countryByName, spokenName } from './country.ts';
import { simplify } from './han.ts';
import { countryMentions, type Mention } from './mentions.ts';
import { type Part, partsOf } from './placeParts.ts';
import { readPlaceText } from './placeText.ts';
import { regions } from './regions.ts';
import { spokenPlace } from './spokenPlace.ts';
import { splitKind, stateCodes } from './states.ts';
import { unlistedCity } from './unlistedCity.ts';

/** What a person wrote about an overseas partner; each only if it was said or follows from it. */
export interface PlaceReading {
  country?: string;
  city?: string;
  name?: string;
}

const unsure =
  /^(?:我|我们|这个|暂时|目前|现在|还|也|都|真的?|,|\s)*(?:不知道|不清楚|不太清楚|不了解|不确定|不记得|没定|未定|没有定|没确定|待定|说不清|忘了|(?:要|得|需要|先)?(?:去|再)?问(?:一下|问看?)|不晓得|不明白|不懂)/;

/**
 * Reads 「境外合作单位叫什么？在哪个国家（地区）、哪个城市？」, also when only a country, a city or a name is given.
 * A place that several countries have, two countries, and a name alone are asked back; a country that was inferred from
 * the city is echoed.
 */
export function readPlace(text: string): Reading<PlaceReading> | undefined {
  if (text.length > maxInput) return undefined;
  const plain = spokenPlace(
    text
      .normalize('NFKC')
      .trim()
      .replace(/^\d{1,2}[.、):]\s*/, ''),
  ).trim();
  if (plain === '' || plain.length > maxInput * 2) return undefined;
  if (unsure.test(plain) && plain.length <= 20) return { is: 'unknown' };
  const simple = simplify(plain);
  const alone = countryByName(simple.replace(/^(?:是|在|来自)|(?:的|人|那边|那里)$/g, ''));
  if (alone && !isDoubtful(simple) && !/^(?!刚果)[^(]+\(/.test(simple))
    return { is: 'value', value: { country: alone.zh } };
  // 是那个国家还是美国那个州，没讲: either may be meant.
  if (/还是/.test(simple) && (/georgia|佐治亚|乔治亚|格鲁吉亚/i.test(simple) || saysUnknown(simple)))
    return { is: 'ask', hint: '请写明合作单位在哪一个国家（地区）、哪个城市；还没问清楚就回复“不知道”。' };
  const mentions = countryMentions(simple);
  const parts = partsOf(plain, mentions);
  const stated = statedCountries(mentions);
  const organisation = stated.length > 1 ? seatOfOrganisation(stated, plain, simple, parts) : undefined;
  if (organisation) return organisation;
  if (stated.length > 1) return severalCountries(stated);
  const [country] = stated;
  if (!country && /哪个?(?:国家|国|城市|地方)?[^,，]{0,4}都?(?:不知道|不清楚|不晓得)/.test(simple))
    return { is: 'unknown' };
  return country ? withCountry(country, parts, simple) : withoutCountry(parts, simple);
}

function isDoubtful(text: string): boolean {
  return /^georgia$/i.test(text);
}

/** The countries meant; 中国 beside another country is the applicant's own side. */
function statedCountries(mentions: readonly Mention[]): Country[] {
  const all = [...new Set(mentions.map((mention) => mention.country))];
  const abroad = all.filter((country) => !country.mainland);
  return abroad.length > 0 ? abroad : all;
}

/** 在菲律宾马尼拉，是个国际组织: the country is only where it has its seat. */
function seatOfOrganisation(
  stated: readonly Country[],
  plain: string,
  simple: string,
  parts: readonly Part[],
): Reading<PlaceReading> | undefined {
  const whole = stated.find(({ code }) => code === 'INT');
  const [seat, ...others] = stated.filter((each) => each !== whole);
  const says = /(?<!不)(?:是|属于?|算)(?:一?[个家]|的|政府间|区域性?|独立)*(?:国际组织|国际机构|政府间)/.test(simple);
  if (!whole || !seat || others.length > 0 || !says || /[?？]|吗|还是|是不是|可能|好像/.test(plain)) return undefined;
  const read = withCountry(seat, parts, simple);
  return read.is === 'value' ? { ...read, value: { ...read.value, country: whole.zh } } : read;
}

function severalCountries(stated: readonly Country[]): Reading<PlaceReading> {
  const names = stated
    .slice(0, 4)
    .map((country) => country.zh)
    .join('、');
  return { is: 'ask', hint: `提到了${names}。请一次只写一家境外合作单位，写明它注册在哪个国家（地区）、哪个城市。` };
}

function withCountry(country: Country, parts: readonly Part[], text: string): Reading<PlaceReading> {
  const name = parts.find((part) => part.kind === 'name')?.text;
  const places = parts.filter((part) => part.kind === 'place').map((part) => part.text);
  const known = places.filter((place) => isPlaceOf(baseOf(place, country), country.code));
  const [strange] = places.filter((place) => !known.includes(place));
  if (known.length === 0 && strange !== undefined) {
    const elsewhere = clearCountry(strange, placeCandidates(baseOf(strange, country)));
    if (elsewhere && elsewhere !== country) {
      return {
        is: 'ask',
        hint: `${strange}在${spokenName(elsewhere.zh)}，不在${spokenName(country.zh)}。请再写一遍合作单位所在的国家（地区）和城市。`,
      };
    }
  }
  const city = mostExact(known, country) ?? strange ?? unlistedCity(text, country);
  return {
    is: 'value',
    value: {
      country: country.zh,
      ...(city === undefined ? {} : { city: fullName(city, country) }),
      ...(name === undefined ? {} : { name }),
    },
  };
}

function baseOf(place: string, country: Country): string {
  return readPlaceText(place, country.code).name || place;
}

/** Of 肯塔基州 and 路易斯维尔 the town, with its state after it. */
function mostExact(places: readonly string[], country: Country): string | undefined {
  const [first, second] = places;
  if (first === undefined || second === undefined) return first;
  const isState = (place: string) => splitKind(place).kind !== '市' && stateCodes(place, country.code).length > 0;
  if (isState(second) && !isState(first)) return `${first}（${second}）`;
  return isState(first) && !isState(second) ? `${second}（${first}）` : first;
}

/** 肯塔基 is a state only: 肯塔基州, as 附2 prints it. */
function fullName(city: string, country: Country): string {
  const full = /^\p{Script=Han}+$/u.test(city) ? stateOf(city, country.code) : undefined;
  return full ?? city;
}

const printedKinds: Record<string, string> = {
  黑森: '州',
  肯塔基: '州',
  犹他: '州',
  自由州: '省',
  阿姆哈拉: '州',
  全罗南: '道',
  南马托格罗索: '州',
  保和: '省',
  巴什科尔托斯坦: '共和国',
};

function stateOf(city: string, code: string): string | undefined {
  const kind = printedKinds[city];
  return kind !== undefined && regions.some((region) => region.country === code && region.names.includes(city))
    ? city + kind
    : undefined;
}

function withoutCountry(parts: readonly Part[], text: string): Reading<PlaceReading> | undefined {
  const name = parts.find((part) => part.kind === 'name')?.text;
  const places = parts.filter((part) => part.kind === 'place').map((part) => part.text);
  const doubt = doubtful.find(([pattern]) => pattern.test(text));
  if (doubt) return { is: 'ask', hint: doubt[1] };
  const home = /^\p{Script=Han}/u.test(text) ? mainlandStart(text) : undefined;
  if (home !== undefined) return askAbroad(home);
  const [place] = places;
  if (place === undefined) return name === undefined ? undefined : askWhere(name);
  const candidates = jointCandidates(places);
  const country = clearCountry(place, candidates);
  if (country?.mainland) return askAbroad(place);
  if (!country) {
    if (candidates.length === 0) return askWhere(name ?? place);
    return askWhich(
      place,
      candidates.slice(0, 4).map((candidate) => candidate.country.zh),
    );
  }
  const city = fullName(mostExact(places, country) ?? place, country);
  return {
    is: 'value',
    value: { country: country.zh, city, ...(name === undefined ? {} : { name }) },
    echo: `${city}在${spokenName(country.zh)}。`,
  };
}

/** Two places of one answer must lie in the same country: Louisville, Kentucky. */
function jointCandidates(places: readonly string[]): ReturnType<typeof placeCandidates> {
  const pieces = places.flatMap((place) => place.split(/[（）()]/)).filter((piece) => piece !== '');
  const [first = [], ...rest] = pieces.map(placeCandidates).filter((found) => found.length > 0);
  return first.filter((candidate) => rest.every((found) => found.some((other) => other.country === candidate.country)));
}

function askWhere(name: string): Reading<PlaceReading> {
  return { is: 'ask', hint: `请写明${name.slice(0, 40)}在哪个国家（地区）、哪个城市，例如“日本高松的香川大学”。` };
}

function askWhich(place: string, choices: readonly string[]): Reading<PlaceReading> {
  const [first = ''] = choices;
  const hint =
    choices.length === 1
      ? `是${first}的${place}吗？请写明国家（地区）和城市，例如“${first}${place}”。`
      : `叫${place}的地方不止一个（${choices.join('、')}都有），请写明国家（地区），例如“${first}${place}”。`;
  return { is: 'ask', hint };
}

function askAbroad(place: string): Reading<PlaceReading> {
  return { is: 'ask', hint: `${place}在中国境内。请写境外合作单位所在的国家（地区）和城市。` };
}

/** Names that several countries share and that must be asked about. */
const doubtful: readonly [RegExp, string][] = [
  [/^(?:佐治亚|乔治亚|georgia)$/i, '是国家格鲁吉亚，还是美国的佐治亚州？请写明国家（地区）和城市。'],
  [/刚果/, '是刚果（金），还是刚果（布）？请写明国家和城市。'],
  [
    /^(?:欧盟|欧洲|东盟|东南亚|非洲|亚洲|美洲|北美|南美|拉美|中东|中亚|大洋洲|金砖国家)/,
    '请写明合作单位注册在哪一个国家（地区）、哪个城市。',
  ],
];
