import { countryByCode } from '../../../places/country.ts';
import { named } from '../../asked.ts';
import type { Draft } from '../../draft.ts';
import { aboutContinent, aboutCountry, aboutDocuments, isListed } from './agreementSaid.ts';
import { agreementsOn, documentsNamed, onField } from './documents.ts';
import { type Frame, has, keepsTo, kindsOf, saying, speaks } from './frame.ts';
import type { Said } from './said.ts';
import { placesOf } from './where.ts';

const uses = [
  'list-agreement',
  'agreement',
  'list-priority',
  'equal-conditions',
  'agreement-copies',
  'copies',
  'signing',
  'category-kind',
  'several-channels',
  'their-papers',
  'one-or-several',
  'ip-document',
  'annex',
];

/** 和马耳他签的是什么: between states when nobody else is named as signing. */
const signedBetween = (text: string) =>
  /签的|签了.{0,2}[几两\d一二三四]|签过|签没签|签有/.test(text) && !/我|公司|大学|学院|单位|外方|对方|企业/.test(text);
/** Concepts of the agreement between the partners: then 协议 alone is not the one between governments. */
const betweenPartners = [
  'translation',
  'seal',
  'agreement-content',
  'unsigned',
  'ip-ownership',
  'template',
  'long-term',
  'highlight',
  'sign-date',
  'fund-split',
];

/** 要签几份, 一式几份: of the agreement between the partners. */
const ownCopies = /要签|得签|签几份|要几份|交几份|准备几份|一式|草签|重签/;

/** 哪个国家的文件提到食品. */
const whichState =
  /哪(?:个|些|几个|国|一个|一)(?:国家?|份|个?(?:协议|文件|备忘录|协定))|哪国|which (?:of (?:the|these|your) )?(?:listed )?(?:country|countries|agreement|document)/;

/** The years that a title names answer 哪年到哪年. */
const yearsOrNumber = (text: string) => /哪.{0,2}年到|几年到|第几/.test(text);

export function agreementDrafts(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  if (ownCopies.test(asked.text)) return [];
  const spoken =
    speaks(asked, 'agreement') ||
    (named(asked, 'continent').length > 0 && /名单|清单/.test(asked.text)) ||
    (signedBetween(asked.text) && named(asked, 'place').length === 0) ||
    ((has(asked, 'agreement') || /协议|协定|备忘录|纪要|议定书|agreement/.test(asked.text)) &&
      !has(asked, ...betweenPartners));
  const documents = documentsNamed(asked, guide);
  const elsewhere = named(asked, 'country').length > 0 && !yearsOrNumber(asked.text);
  if (
    documents.length > 0 &&
    !elsewhere &&
    (spoken || /《|计划|文件|文本/.test(asked.text) || whichState.test(asked.text))
  )
    return [
      {
        ...draft(frame, 'agreement.document', [aboutDocuments(documents)], 0),
        bonus: yearsOrNumber(asked.text) ? 6 : whichState.test(asked.text) ? 4 : 2,
      },
    ];
  const byField =
    whichState.test(asked.text) && /协议|协定|文件|备忘录|纪要|议定书|agreement|document/.test(asked.text)
      ? agreementsOn(asked.text, guide)
      : [];
  if (byField.length > 0 && named(asked, 'country').length === 0)
    return [draft(frame, 'agreement.field', [onField(byField)], 0)].map((each) => ({
      ...each,
      uses: [...each.uses, ...asked.concepts],
      bonus: 2,
    }));
  const party = named(asked, 'party').length > 0 && keepsTo(asked, uses);
  if (!spoken && !party) return [];
  const codes = countriesOf(frame);
  const parties = named(asked, 'party').flatMap(({ no }) => guide.agreements.find((each) => each.no === no) ?? []);
  const said = [...codes.map((code) => aboutCountry(code, frame)), ...parties.map((each) => isListed(each, guide))];
  if (said.length > 0)
    return [
      draft(
        frame,
        'agreement.country',
        said,
        /joint commission|joint committee|政府间|附件?1(?!\d)|附件?一|联委会|第几次|哪些领域|什么领域|哪个领域|哪方面|讲的|讲什么|关于什么|旗舰|有没有列|列没列|备忘录叫|协议叫|协定叫/.test(
          asked.text,
        ) || ofTheList.test(asked.text)
          ? 'sure'
          : 1,
      ),
    ].map((each) => ({ ...each, bonus: (each.bonus ?? 0) + ofTitle(frame) }));
  const continents = named(asked, 'continent');
  const onLists = /名单|清单|[那这]张?表|附件/.test(asked.text) && !speaks(asked, 'city') && !speaks(asked, 'base');
  if (continents.length > 0 && (speaks(asked, 'agreement') || onLists)) {
    const all = continents.map(({ name }) => aboutContinent(name, frame));
    return [draft(frame, 'agreement.continent', all, 0.4)];
  }
  return [];
}

/** 全名是什么, 跟哪个部签的, 哪几年的: what the printed titles say. */
function ofTitle({ asked: { text, mentions }, guide }: Frame): number {
  if (!/协议|协定|备忘录|纪要|议定书|文件|战略|计划|声明|联委会|委员会/.test(text)) return 0;
  const lands = mentions.flatMap((each) => (each.is === 'country' ? (countryByCode(each.code)?.zh ?? []) : []));
  const dated = guide.agreements.some(
    ({ party, ours }) => lands.includes(party ?? '') && (ours.years?.length ?? 0) > 0,
  );
  if (dated && /哪一?年的|哪几年|哪年到哪年|几年到几年|管到|起止/.test(text)) return 7;
  return /全名|全称|完整名称|第几[次届]|哪一?[次届]|哪个部|哪个机构|跟谁签|和谁签|与谁签/.test(text) ? 4 : 0;
}

const onTheList = /\b(?:list(?:ed)?|annex|appendix)\b/;

/** 那张表上, 清单里写的: the list between governments, where a country is named beside it. */
const ofTheList = /(?:那张表|表[上里中]|清单[上里中]?|名单[上里中]?|目录[上里中])/;

/** The countries named, and those of the places named. */
function countriesOf({ asked, guide }: Frame): string[] {
  const all = named(asked, 'country').map(({ code }) => code);
  // does China have one with Portugal
  const codes = all.length > 1 ? all.filter((code) => code !== 'CN') : all;
  const lands = codes.length > 0 ? [] : placesOf(asked, guide).flatMap(({ country }) => country?.code ?? []);
  return [...new Set([...codes, ...lands])];
}

function draft(frame: Frame, id: string, said: readonly Said[], bonus: number | 'sure'): Draft {
  return saying(frame, {
    id,
    text: { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') },
    citations: said.flatMap(({ citations }) => citations).slice(0, 3),
    uses: [
      ...uses,
      ...kindsOf(frame.asked),
      ...(onTheList.test(frame.asked.text) ? ['proof', 'v-papers', 'agreement-content'] : []),
    ],
    list: 'agreement',
    ...(bonus === 'sure' ? { bonus: 2, sure: true } : { bonus }),
    suggestions: ['附1列了哪些国家', '优先支持哪三类项目'],
  });
}
