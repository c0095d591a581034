/** What of the application is written: the three kinds of indicators, the three points of the narrative, the form with its annexes. */
import type { IndicatorKind, NarrativePoint, Written } from '../facts.ts';
import { indicatorKinds, narrativePoints } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { readListed } from './listed.ts';
import type { Listed } from './listedResult.ts';
import type { Item } from './listedWords.ts';
import { ask, statements, unknown, value } from './tidy.ts';

export interface ReadMaterials {
  readonly indicators?: Written<IndicatorKind>;
  readonly narrative?: Written<NarrativePoint>;
  readonly format?: boolean;
}

type Id = IndicatorKind | NarrativePoint | 'indicators' | 'narrative' | 'text' | 'format';

const items: readonly Item<Id>[] = [
  entry('economic', '经济指标 经济 经济效益 经济类 经济类指标 经济效益指标 经济性指标 经济方面 产值 效益指标'),
  entry('technical', '技术指标 技术 技术类 技术类指标 技术性指标 技术方面'),
  entry(
    'ip',
    '知识产权指标 知识产权 知识产权类 知产 专利指标 ip 知产指标 专利 知识产权类指标 论文专利 ip指标 产权 产权指标',
  ),
  entry(
    'indicators',
    '三类指标 三类考核指标 三类 三个指标 三项指标 三种指标 三样指标 考核指标 指标 三项考核指标 三种考核指标 三类的指标 指标三类 indicators indicator 指标部分 三大类指标 三个考核指标 绩效指标 指标那块',
    indicatorKinds,
  ),
  entry('advanced', '先进性 先进 技术先进性 创新性 先进不先进 创新点 advancement 创新 先进程度 新颖性'),
  entry(
    'feasible',
    '可实施性 可实施 可行性 实施性 可操作性 可行性分析 可行性论证 做不做得成 可行不可行 feasibility 落地性 可落地性 能不能实施 实施方案',
  ),
  entry('market', '市场前景 市场 前景 应用前景 市场分析 market 市场前景分析 市场预测 产业化前景 推广前景 market前景'),
  entry('narrative', '论述 三性 论证', narrativePoints),
  entry('text', '申报书 正文 本子 文本 申请书 主体 主体部分 正文部分', [...indicatorKinds, ...narrativePoints]),
  entry(
    'format',
    '格式 附件 格式附件 附件格式 附件材料 格式和附件 副件 附件部分 佐证 佐证材料 排版 形式 表格 模板格式 后附',
  ),
];

/** 还没动笔: nothing of it is written. */
const notBegun =
  /(?:半个字|一个字|一字|一笔|啥|什么)(?:都|也)?(?:还)?(?:没|未)|(?:没|未)(?:有)?(?:开始|动笔|开工|着手|开写)|刚刚?(?:开了?个?头|起头|起步|开始(?:写|弄|做)?$|动笔)|八字(?:还)?没一撇/;
const hint = '请写明哪几样写了、哪几样没写，例如“指标和市场前景写了，附件还没弄完”。';

/** Reads the application as a whole; what is not said stays out. */
export function readMaterials(text: string): Reading<ReadMaterials> | undefined {
  const said = (statements(text) ?? []).join('。');
  // 全都按格式填好了 speaks of everything, not of the format.
  const listed = readListed(
    text.replace(/(?<=[都全均部])按(?:照)?(?:要求|规定|指南)?的?(?:格式|模板)(?:要求)?/g, ''),
    items,
  );
  const named = listed?.named ?? {};
  if (notBegun.test(said) && !Object.values(named).includes(true) && listed?.doubt !== 'unknown')
    return value({
      indicators: every(indicatorKinds, false),
      narrative: every(narrativePoints, false),
      format: false,
    });
  if (listed === undefined) return undefined;
  if (listed.doubt === 'unknown') return unknown;
  // 还没写全: what is lacking is asked one by one.
  if (listed.doubt === 'vague' && listed.bare === false && Object.keys(named).length === 0)
    return value({ indicators: { rest: false }, narrative: { rest: false } });
  if (listed.doubt !== undefined) return ask(hint);
  const rest = listed.rest;
  const indicators = written(listed, indicatorKinds, rest);
  const narrative = written(listed, narrativePoints, rest);
  const format = named.format ?? (listed.open.includes('format') || listed.narrow ? undefined : rest);
  if (indicators === undefined && narrative === undefined && format === undefined)
    return listed.open.length > 0 || listed.restOpen ? unknown : undefined;
  return value({
    ...(indicators !== undefined && { indicators }),
    // The question itself names the narrative by these two.
    ...(narrative !== undefined && {
      narrative:
        narrative.advanced === true && narrative.market === true && !listed.open.includes('feasible')
          ? { feasible: true, ...narrative }
          : narrative,
    }),
    ...(format !== undefined && { format }),
  });
}

/** Which kinds of indicators the application states. 三类指标都写了 names all three. */
export function readIndicators(text: string): Reading<Written<IndicatorKind>> | undefined {
  return part(text, indicatorKinds);
}

/** Which points of the narrative the application argues. */
export function readNarrative(text: string): Reading<Written<NarrativePoint>> | undefined {
  return part(text, narrativePoints);
}

function part<K extends IndicatorKind | NarrativePoint>(
  text: string,
  ids: readonly K[],
): Reading<Written<K>> | undefined {
  const listed = readListed<Id>(text, items, ids);
  if (listed === undefined) return undefined;
  if (listed.doubt === 'unknown') return unknown;
  if (listed.doubt !== undefined) return ask(hint);
  const rest = listed.rest ?? (listed.numbersOnly ? false : undefined);
  const read = written(listed, ids, rest);
  if (read !== undefined) return value(read);
  return listed.open.some((id) => ids.some((each) => each === id)) ? unknown : undefined;
}

function written<K extends IndicatorKind | NarrativePoint>(
  listed: Listed<Id>,
  ids: readonly K[],
  rest: boolean | undefined,
): Written<K> | undefined {
  // 只有技术指标 says nothing of the narrative.
  if (listed.narrow && !ids.some((id) => listed.named[id] !== undefined)) return undefined;
  const entries = ids.flatMap((id): [K, boolean][] => {
    const says = listed.named[id] ?? (listed.open.includes(id) ? undefined : rest);
    return says === undefined ? [] : [[id, says]];
  });
  return entries.length > 0 ? (Object.fromEntries(entries) as Written<K>) : undefined;
}

function every<K extends string>(ids: readonly K[], says: boolean): Record<K, boolean> {
  return Object.fromEntries(ids.map((id) => [id, says])) as Record<K, boolean>;
}

function entry(id: Id, words: string, covers?: readonly Id[]): Item<Id> {
  return { id, words: words.split(' '), ...(covers !== undefined && { covers }) };
}
