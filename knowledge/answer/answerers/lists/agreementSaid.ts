/** What 附1 has of a country, a continent or a document, in words. */
import type { Agreement, Guide } from '../../../guide.ts';
import { type Country, countryByCode, countryByName, spokenName } from '../../../places/country.ts';
import { clauseIn } from '../../../spoken.ts';
import type { Citation } from '../../draft.ts';
import type { Frame } from './frame.ts';
import { inPart, priorityQuote, titleQuote } from './quotes.ts';
import { partOf } from './regions.ts';
import type { Said } from './said.ts';

const sectionOf = ({ section, item }: Agreement) => `“${section.replace(/[:：]$/, '')}”${item}`;
const clauseOf = ({ no }: Agreement) => `附1 ${no}`;

function agreementCitation(each: Agreement): Citation {
  return { clause: clauseOf(each), quote: each.documents[0] ?? '' };
}

/** The documents without those that are printed twice. */
export function distinct({ documents, ours }: Agreement): string[] {
  const twice = new Set(ours.duplicates?.map(({ document }) => document));
  return documents.filter((_, at) => !twice.has(at + 1));
}

export function isListed(each: Agreement, guide: Guide): Said {
  const own = distinct(each);
  const name = each.ours.label;
  const twice =
    own.length < each.documents.length
      ? `（原文印了${each.documents.length}条，其中${each.documents[(each.ours.duplicates?.[0]?.document ?? 1) - 1]}印了两遍，按1份算）`
      : '';
  const notes = [scopeNote(each), yearsNote(each), each.ours.note]
    .filter((note) => note !== undefined)
    .map((note) => `${note}。`);
  return {
    zh: `有。附1列有${name}，共${own.length}份${twice}：${own.join('、')}。在${sectionOf(each)}。${notes.join('')}在这些协议框架下的项目，同等条件下优先支持。`,
    en: `Yes. Annex 1 (${clauseIn(each.no, 'en')}) names ${name} with ${own.length} document${own.length > 1 ? 's' : ''}: ${own.join('; ')}. Other things being equal, projects in their framework have priority.`,
    citations: [agreementCitation(each), ...priorityQuote('agreement', guide)],
  };
}

function scopeNote({ ours }: Agreement): string | undefined {
  return ours.scope === undefined ? undefined : `涉及的领域：${ours.scope}；项目是否在框架内要看领域`;
}

function yearsNote({ ours }: Agreement): string | undefined {
  const years = ours.years?.map(({ document, years: span }) => `第${document}份写的是${span}`);
  return years === undefined || years.length === 0
    ? undefined
    : `有的写了年限（${years.join('，')}），过了年限是否仍算由省科技厅认定`;
}

/** What 附1 has for a country: an entry of its own, only through a bloc, or nothing. */
export function aboutCountry(code: string, { guide }: Frame): Said {
  const country = countryByCode(code);
  if (!country) return { zh: '', en: '', citations: [] };
  const own = guide.agreements.find(({ party }) => party === country.zh);
  return own ? isListed(own, guide) : notListed(country, { blocs: blocsOf(country, guide), guide });
}

export function blocsOf({ zh }: Country, guide: Frame['guide']): Agreement[] {
  return guide.agreements.filter((each) => each.ours.members?.includes(zh));
}

interface Beside {
  blocs: readonly Agreement[];
  guide: Guide;
}

function notListed(country: Country, { blocs, guide }: Beside): Said {
  const name = spokenName(country.zh);
  const indirect = blocs
    .map(
      (each) =>
        `${name}是${each.ours.label}${each.ours.kind === 'multilateral' ? '之一' : '成员'}，附1另有${each.ours.label}的条目（附1 ${each.no}：${each.documents.join('、')}），能否算在这个框架下由省科技厅认定。`,
    )
    .join('');
  const africa =
    country.continent === 'africa' && initiative(guide)
      ? '附1南非一条里有面向非洲的中非联合实验室倡议，能否算由省科技厅认定。'
      : '';
  return {
    zh: ['HK', 'MO', 'TW'].includes(country.code)
      ? `附1列的是中国与外方签订的政府间协议，${name}不在清单里。`
      : `${name}不在附1的政府间科技合作协议清单里，没有单列。${indirect}${africa}${inPart(guide, '，不在清单不等于没有协议').replace(/。$/, '；')}若另有政府间协议，可附依据请省科技厅认定。`,
    en: `${country.en[0] ?? name} is not in Annex 1 by itself.${blocs.length > 0 ? ` It is a member of ${blocs.map(({ ours }) => ours.label).join(', ')}, which has an entry; whether that counts is for the science department to decide.` : ''}${headedInPart(guide)}`,
    citations: [...titleQuote('附1', guide), ...blocs.slice(0, 1).map(agreementCitation)],
  };
}

const headedInPart = (guide: Guide): string =>
  inPart(guide) === ''
    ? ''
    : ' The list is headed “（部分）” (in part), so that not being listed does not mean that there is no agreement.';

/** 中非联合实验室: an entry of one country that reaches for the whole of Africa. */
const initiative = ({ agreements }: Guide): boolean =>
  agreements.some(
    ({ party, documents }) => party === '南非' && documents.some((each) => each.includes('中非联合实验室')),
  );

export function aboutDocuments(found: readonly { agreement: Agreement; document: string }[]): Said {
  return {
    zh: `${found.map(({ agreement, document }) => `是${agreement.ours.label}的：${document}，在附1${agreement.no.length > 1 ? agreement.no : '三、其他'}`).join('；')}。`,
    en: found
      .map(({ agreement, document }) => `${agreement.ours.label}: ${document} (Annex 1, ${agreement.no})`)
      .join('; '),
    citations: found.slice(0, 2).map(({ agreement, document }) => ({ clause: clauseOf(agreement), quote: document })),
  };
}

export function aboutContinent(continent: string, { guide, asked }: Frame): Said {
  const part = partOf(asked.text);
  const codes: Readonly<Record<string, string>> = {
    亚洲: 'asia',
    欧洲: 'europe',
    美洲: 'americas',
    非洲: 'africa',
    大洋洲: 'oceania',
  };
  const own = guide.agreements.filter(({ party, ours }) => {
    if (part) return part.countries.has(party ?? '') || (part.name === '东南亚' && ours.label === '东盟');
    if (ours.kind === 'regional-organisation') return continent === (ours.label === '欧盟' ? '欧洲' : '亚洲');
    const country = party === undefined ? undefined : countryByName(party);
    return country !== undefined && country.continent === codes[continent];
  });
  if (own.length === 0)
    return {
      zh: `附1里没有列${part?.name ?? continent}国家（附1只分“欧洲、美洲”“亚洲、非洲”和“其他”）。${inPart(guide, '，不在清单不等于没有协议')}`,
      en: 'Annex 1 names no country there.',
      citations: titleQuote('附1', guide),
    };
  const lands = own.filter(({ ours }) => ours.kind === 'country');
  const blocs = own.filter(({ ours }) => ours.kind !== 'country');
  return {
    zh: `附1里${part?.name ?? continent}有${lands.length}个国家：${lands.map(({ party }) => party).join('、')}${blocs.length > 0 ? `；另有${blocs.map(({ party }) => party).join('、')}` : ''}。${inPart(guide)}`,
    en: `Annex 1 names there: ${own.map(({ party }) => party).join(', ')}.`,
    citations: titleQuote('附1', guide),
  };
}
