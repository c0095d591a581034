/** 附1 as a whole: how many countries and documents, which, the most. */
import type { Agreement, Guide } from '../../../guide.ts';
import type { Draft } from '../../draft.ts';
import { distinct } from './agreementSaid.ts';
import type { Frame } from './frame.ts';
import { inPart, titleQuote } from './quotes.ts';
import { counts, most, total } from './total.ts';

export function agreementTotals(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const uses = [
    'list-agreement',
    'agreement',
    'category-kind',
    'list-category',
    'list-most',
    'agreement-copies',
    'copies',
    'signing',
  ];
  const countries = guide.agreements.filter(({ ours }) => ours.kind === 'country');
  const documents = guide.agreements.reduce((sum, each) => sum + distinct(each).length, 0);
  const blocs = guide.agreements.filter(({ ours }) => ours.kind !== 'country');
  const repeated = guide.agreements.filter((each) => distinct(each).length < each.documents.length);
  const printedTwice = repeated.map(
    (each) => `${each.ours.label}有${each.documents.length - distinct(each).length}份印了两遍，`,
  );
  const other = guide.agreements.find(({ no }) => no === '三');
  if (/其他|其它/.test(asked.text) && other && !/其他(?:国家|的国)/.test(asked.text))
    return [
      total(frame, {
        id: 'agreement.other',
        zh: `附1“三、其他”列的是${other.ours.label}的${other.documents.length}份：${other.documents.join('、')}。`,
        en: `Under “other”: ${other.documents.join('; ')}.`,
        citations: [{ clause: '附1 三', quote: other.documents[0] ?? '' }],
        uses,
        bonus: 0.8,
      }),
    ];
  const twice = guide.agreements.find(({ ours }) => (ours.duplicates?.length ?? 0) > 0);
  if (/重复|两遍|两次|一样的/.test(asked.text) && twice) {
    const document = twice.documents[(twice.ours.duplicates?.[0]?.document ?? 1) - 1] ?? '';
    return [
      total(frame, {
        id: 'agreement.twice',
        zh: `有：${twice.party ?? ''}的${document}印了两遍，算1份。`,
        en: `Yes, ${document} is printed twice.`,
        citations: [{ clause: `附1 ${twice.no}`, quote: document }],
        uses,
        bonus: 0.8,
      }),
    ];
  }
  if (most.test(asked.text)) {
    const size = Math.max(...countries.map((each) => distinct(each).length));
    const names = countries.filter((each) => distinct(each).length === size).map(({ party }) => party);
    return [
      total(frame, {
        id: 'agreement.most',
        zh: `附1里协议最多的是${names.join('、')}，${names.length > 1 ? '各' : ''}${size}份。`,
        en: `${names.join(', ')}: ${size} each.`,
        citations: titleQuote('附1', guide),
        uses,
        bonus: 0.6,
      }),
    ];
  }
  if (!counts.test(asked.text) && !/哪些|哪几|名单|清单|列|有谁|都有|list/.test(asked.text)) return [];
  return [
    total(frame, {
      id: 'agreement.total',
      zh: `附1列了${countries.length}个国家${blocs.length > 0 ? `和${blocs.map(({ ours }) => ours.label).join('、')}` : ''}，共${guide.agreements.length}条、${guide.counts.documents}份文件${printedTwice.length > 0 ? `（${printedTwice.join('')}不重复算${documents}份）` : ''}。${sectionsOf(guide).join('；')}。${inPart(guide)}`,
      en: `Annex 1 names ${countries.length} countries${blocs.length > 0 ? `, ${inEnglish(blocs)}` : ''}: ${guide.agreements.length} entries, ${documents} distinct documents.${inPart(guide) === '' ? '' : ' It is headed “（部分）”, in part.'}`,
      citations: titleQuote('附1', guide),
      uses,
      bonus: 0.3,
    }),
  ];
}

/** 欧洲、美洲：欧盟、德国…；亚洲、非洲：日本…，以及东盟；其他：金砖国家3份: each heading of 附1 with what stands under it. */
function sectionsOf({ agreements }: Guide): string[] {
  return [...Map.groupBy(agreements, ({ section }) => section)].map(([section, own]) => {
    const heading = section.replace(/^[一二三]、/, '').replace(/[:：]$/, '');
    if (own.every(({ item }) => item === ''))
      return `${heading}：${own.map(({ ours, documents }) => `${ours.label}${documents.length}份`).join('、')}`;
    // a bloc that begins the list begins the sentence
    const lead = own[0]?.ours.kind === 'country' ? [] : own.slice(0, 1);
    const rest = own.slice(lead.length);
    const lands = [...lead, ...rest.filter(({ ours }) => ours.kind === 'country')].map(({ party }) => party);
    const blocs = rest.filter(({ ours }) => ours.kind !== 'country').map(({ party }) => party);
    return `${heading}：${lands.join('、')}${blocs.length > 0 ? `，以及${blocs.join('、')}` : ''}`;
  });
}

const englishNames: Readonly<Record<string, string>> = { 欧盟: 'the EU', 东盟: 'ASEAN', 金砖国家: 'BRICS' };

function inEnglish(blocs: readonly Agreement[]): string {
  const names = blocs.map(({ ours }) => englishNames[ours.label] ?? ours.label);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}
