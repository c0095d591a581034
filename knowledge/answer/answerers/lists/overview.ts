/** All that the lists have on a country or place when the question asks for nothing particular: 芬兰呢, 外方在首尔能优先吗. */
import { countryByCode, spokenName } from '../../../places/country.ts';
import { named } from '../../asked.ts';
import type { Draft } from '../../draft.ts';
import { listMentions } from '../../entities/lists.ts';
import { aboutCountry as agreementOf, blocsOf, distinct } from './agreementSaid.ts';
import { belongs } from './categories.ts';
import { aboutPlace } from './cities.ts';
import { type Frame, has, keepsTo, kindsOf, saying, speaks } from './frame.ts';
import { bySide, pairsInCountry } from './pairs.ts';
import type { Said } from './said.ts';
import { placesOf } from './where.ts';

const uses = ['list-priority', 'equal-conditions', 'support-purpose'];
const both = [...uses, 'list-city', 'list-agreement', 'agreement', 'signing'];

export function overviewDrafts(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const wanted = speaks(asked, 'city') && (speaks(asked, 'agreement') || has(asked, 'agreement')) ? both : uses;
  if (!keepsTo(asked, wanted) || /多少|几[家所位]/.test(asked.text)) return [];
  const places = placesOf(asked, guide);
  const codes = [...new Set(named(asked, 'country').map(({ code }) => code))];
  const said = [
    ...places.flatMap((where) =>
      wanted === both && where.country
        ? [aboutPlace(where, [], frame), agreementOf(where.country.code, frame)]
        : [withCountry(aboutPlace(where, [], frame), where.country?.code, frame)],
    ),
    ...(places.length > 0 ? [] : codes.map((code) => aboutCountry(code, frame))),
  ];
  if (asksElse(frame, wanted === both)) return [];
  const own = new Set(['TW', 'HK', 'MO']);
  if (said.length === 0 || (places.length === 0 && codes.every((code) => own.has(code)))) return [];
  return [
    saying(frame, {
      id: 'overview',
      text: { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') },
      citations: said.flatMap(({ citations }) => citations).slice(0, 3),
      uses: [...wanted, ...kindsOf(asked)],
      bonus: wanted === both ? 1.2 : has(asked, ...uses) ? 0.3 : 0,
      suggestions: ['优先支持哪三类项目', '合作国家属于哪一类'],
    }),
  ];
}

/** Signs that a question may have beside the names and the words of the lists before it asks for something else. */
const [most, fewest] = [12, 4];
const plainly =
  /优先|清单|名单|附件|合作|外方|对方|合作方|伙伴|大学|学校|单位|研究所|公司|机构|国家|城市|我们|咱们?|俺们?|老师|请问|能不能|可不可以|可以|算不算|有没有|行不行|怎么样|什么|情况|申报|项目|这边|那边|方面|呢|吗|么|啊|呀|吧|的|了|在|是|和|跟|与|能|算|有|行|不|那|这|个|如果|要是|换成|也|就|都|里|上|位于|来自|想|找|做|谈|教授|团队|联合|[^\p{Script=Han}]/gu;

/** More is said than a country or place and that it is about priority: the lists answer nothing of that. */
function asksElse({ asked, guide }: Frame, both: boolean): boolean {
  if (both || asked.language === 'en') return false;
  const here = listMentions(asked.text, guide);
  const told = new Set([...here.map(({ start }) => start)]);
  const names = asked.mentions.filter(({ start, is }) => told.has(start) && here.some((each) => each.is === is));
  const open = names.reduce(
    (left, { start, end }) => left.slice(0, start) + '#'.repeat(end - start) + left.slice(end),
    asked.text,
  );
  return open.replace(plainly, '').length > (names.length > 0 ? most : fewest);
}

/** What 附1 has of the country of a place, in one sentence. */
function withCountry(said: Said, code: string | undefined, frame: Frame): Said {
  const country = code === undefined ? undefined : countryByCode(code);
  if (!country) return said;
  const own = frame.guide.agreements.find(({ party }) => party === country.zh);
  const name = spokenName(country.zh);
  const blocs = blocsOf(country, frame.guide);
  const more = own
    ? `另外附1列有${name}的政府间协议（${distinct(own).length}份），在其框架下的项目也可同等条件下优先。`
    : blocs.length > 0
      ? `附1没有单列${name}，只有${blocs.map(({ ours }) => ours.label).join('、')}的条目，能否算由省科技厅认定。`
      : '';
  return { ...said, zh: said.zh + more };
}

function aboutCountry(code: string, frame: Frame): Said {
  const country = countryByCode(code);
  if (!country) return { zh: '', en: '', citations: [] };
  const agreement = agreementOf(code, frame);
  const pairs = pairsInCountry(frame.guide, code);
  const kind = belongs(country, frame);
  const name = spokenName(country.zh);
  const cities =
    pairs.length > 0 ? `附2友城有${pairs.length}对：${bySide(pairs)}。` : `附2友城清单里没有${name}的城市。`;
  return {
    zh: `${name}：${agreement.zh}\n${cities}\n${kind.zh}`,
    en: `${agreement.en} ${pairs.length} pairs in Annex 2. ${kind.en}`,
    citations: [...agreement.citations.slice(0, 1), kind.citation],
  };
}
