/** 附1 as a whole: how many countries and documents, which, the most. */
import type { Citation, Draft } from '../../draft.ts';
import { distinct } from './agreementSaid.ts';
import type { Frame } from './frame.ts';
import { counts, most, total } from './total.ts';

const title: Citation = { clause: '附1', quote: '中国与外方签订的政府间科技合作类协议' };

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
  const part = (heading: string) =>
    countries
      .filter(({ section }) => section.startsWith(heading))
      .map(({ party }) => party)
      .join('、');
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
        citations: [title],
        uses,
        bonus: 0.6,
      }),
    ];
  }
  if (!counts.test(asked.text) && !/哪些|哪几|名单|清单|列|有谁|都有|list/.test(asked.text)) return [];
  return [
    total(frame, {
      id: 'agreement.total',
      zh: `附1列了${countries.length}个国家和欧盟、东盟、金砖国家，共${guide.agreements.length}条、${guide.counts.documents}份文件（日本有1份印了两遍，不重复算${documents}份）。欧洲、美洲：欧盟、${part('一')}；亚洲、非洲：${part('二')}，以及东盟；其他：金砖国家3份。附1标题注明“（部分）”。`,
      en: `Appendix 1 names ${countries.length} countries, the EU, ASEAN and BRICS: ${guide.agreements.length} entries, ${documents} distinct documents. It is headed “（部分）”, in part.`,
      citations: [title],
      uses,
      bonus: 0.3,
    }),
  ];
}
