/** What of the application is written: the three kinds of indicators, the three points of the narrative, the form with its annexes. */
import type { IndicatorKind, NarrativePoint, Written } from '../facts.ts';
import { indicatorKinds, narrativePoints } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { asOfNow } from './asOfNow.ts';
import { withFormTrouble } from './formTrouble.ts';
import { readListed } from './listed.ts';
import type { Listed } from './listedResult.ts';
import type { Item } from './listedWords.ts';
import { ask, clauses, saysGuess, saysUnknown, statements, tidy, unknown, value } from './tidy.ts';

export interface ReadMaterials {
  readonly indicators?: Written<IndicatorKind>;
  readonly narrative?: Written<NarrativePoint>;
  readonly format?: boolean;
}

type Id = IndicatorKind | NarrativePoint | 'indicators' | 'narrative' | 'text' | 'format';

const items: readonly Item<Id>[] = [
  entry('economic', '经济指标 经济 经济效益 经济类 经济类指标 经济效益指标 经济性指标 经济方面 产值 效益指标'),
  entry('technical', '技术指标 技术参数 参数 技术 技术类 技术类指标 技术性指标 技术方面'),
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
    '可实施性 可实施 可行性 实施性 可操作性 可行性分析 可行性论证 做不做得成 做不做得出来 干不干得成 能不能做成 能不能做 可行不可行 行得通行不通 能不能落地 feasibility 落地性 可落地性 能不能实施 实施方案',
  ),
  entry(
    'market',
    '市场前景 市场 前景 应用前景 市场分析 market 市场前景分析 市场预测 产业化前景 推广前景 market前景 好不好卖 好卖不好卖 卖不卖得掉 卖不卖得出去 卖不卖得动 卖得掉卖不掉 有没有市场 有没有人要 有没有人买 销路 行情',
  ),
  entry('narrative', '论述 三性 论证', narrativePoints),
  entry('text', '申报书 正文 本子 文本 申请书 主体 主体部分 正文部分', [...indicatorKinds, ...narrativePoints]),
  entry(
    'format',
    '格式 附件 格式附件 附件格式 附件材料 格式和附件 副件 附件部分 佐证 佐证材料 排版 形式 表格 模板格式 后附',
  ),
];

/** 还没动笔: nothing of it is written. */
const notBegun =
  /^(?:还|都|也|根本|压根|全都?|一点)*没(?:有)?(?:写|弄|动|填)(?:呢|过)?$|(?:一样|一项|一个|[三3][样项块个])(?:都|也)(?:还)?没(?:有)?(?:写|弄|填|做)?(?:全|齐|完|好|成)?(?:的)?$|(?:半个字|一个字|一字|一笔|啥|什么)(?:都|也)?(?:还)?(?:没|未)|(?:没|未)(?:有)?(?:开始|动笔|开工|着手|开写)|(?:刚刚?|才|就|只)(?:写|开|起)了?(?:一?个)?头|(?:只|才|就|刚)(?:写|填|弄|做|搞|起)了?(?:一?个)?(?:封面|标题|题目|首页|第一页|目录|提纲|大纲|框架|基本信息)|(?:刚刚?|才)(?:开头|起步|开始(?:写|弄|做)?$|动笔|领了?表)|(?:申报书|本子|材料|正文)(?:都|也|还|压根|根本)*没(?:写|弄|动)(?![全完好齐])|八字(?:还)?没一撇/;
/** 一大半, 八成, 80%: how much is done. */
const extent =
  /[大多过一]半|大部分|差不多|七七八八|(?<=[写完做弄填成到了有])(?:[五六七八九]成|百分之(?!百)[一二三四五六七八九十]+|[1-9]\d? ?[%％])/;
const incomplete = /(?:没|未)(?:有)?(?:写|填|弄|做)?(?:全|完|齐)|不[全齐]/;
const specific = /指标|先进|实施|可行|市场|前景|附件|格式/;
const english: readonly (readonly [RegExp, string])[] = [
  [/attachments?|annex(?:es)?|appendi(?:x|ces)/gi, '附件'],
  [/narratives?/gi, '论述'],
  [/novelty|innovation/gi, '先进性'],
  [/formats?|template/gi, '格式'],
];
const hint = '请写明哪几样写了、哪几样没写，例如“指标和市场前景写了，附件还没弄完”。';

/** Reads the application as a whole; what is not said stays out. */
export function readMaterials(typed: string): Reading<ReadMaterials> | undefined {
  // 我不知道写全没: neither.
  const text = typed.replace(
    /(?<=不知道|不清楚|不晓得|没问|不确定)[^,，。;；]{0,4}(?:写|弄|填|做)?[全完好齐]了?没(?:有)?(?=$|[,，。;；\s哈啊呀哦呢～~])/g,
    '',
  );
  const begun = clauses(statements(text) ?? []).every((part) => !notBegun.test(part) || specific.test(part));
  const someKinds = notAll.test(text);
  const listed = readListed(plainly(begun ? text.replace(notAll, '') : withoutBeginning(text)), items);
  const named = listed?.named ?? {};
  if (!begun && !Object.values(named).includes(true) && listed?.doubt !== 'unknown')
    return value({
      indicators: every(indicatorKinds, false),
      narrative: every(narrativePoints, false),
      format: false,
    });
  if (saysGuess(tidy(text) ?? '') && listed?.rest === true && Object.keys(named).length === 0) return ask(hint);
  if (listed === undefined) return someKinds ? value({ indicators: { rest: false } }) : undefined;
  if (listed.doubt === 'unknown') return unknown;
  // 写了一大半，还在改: how far it has got tells of no part of it.
  if (extent.test(text) && !incomplete.test(text) && Object.keys(named).length === 0) return ask(hint);
  // 还没写全: what is lacking is asked one by one.
  if (listed.doubt === 'vague' && listed.bare === false && Object.keys(named).length === 0)
    return value({ indicators: { rest: false }, narrative: { rest: false } });
  if (listed.doubt !== undefined)
    return Object.keys(named).length === 0 && listed.bare !== false && listed.rest === undefined && saysUnknown(text)
      ? unknown
      : ask(hint);
  const rest = listed.rest;
  const indicators = someKinds ? { rest: false } : written(listed, indicatorKinds, rest);
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

/** 申报书才写了个头 names no part of it. */
function withoutBeginning(text: string): string {
  return text
    .split(/(?<=[,，。;；!！\s\]])/)
    .filter((part) => !notBegun.test(part) || specific.test(part))
    .join('');
}

/** 三类指标只写了技术的: the others are not written. */
const onlySome =
  /(?:三[类项个样种])?(?:的)?(?:考核)?指标(?:里面?|里头|中|当中)?(?:只|就|仅)(?:写|有|填|弄|做|定)?(?:了|有|好)?(?:[一两][类项个])?(?:[,，(（是])?((?:(?:经济|技术|知识产权|产权|专利)(?:类|性)?(?:指标)?的?[、和跟与]?)+)/g;
const kinds: readonly (readonly [IndicatorKind, RegExp])[] = [
  ['economic', /经济/],
  ['technical', /技术/],
  ['ip', /产权|专利/],
];
const kindNames: Record<IndicatorKind, string> = { economic: '经济', technical: '技术', ip: '知识产权' };
/** 三类指标只写了两类. */
const notAll =
  /(?:三[类项个样种])(?:的)?(?:考核)?指标(?:里面?|里头|中|当中)?(?:目前|现在|还|也)?(?:只|就|仅|才)(?:写|有|填|弄|做|定)?(?:了|有|好)?[一两二12][类项个种样]/;

const narrativeWords = '先进性、可实施性、市场前景';

const doubted =
  /(格式|附件|指标|前景|先进性)[^,，。;；\s]{0,2}(?:对不对|全不全|齐不齐|够不够|行不行|合不合(?:格|规|要求)?|写没写[全完好]?)(?=[^。;；]{0,20}(?:不(?:确定|知道|清楚|晓得)|说不|没问|没看))/g;
/** 先进性那些师姐负责; what follows may tell that it is done. */
const handedTo =
  /(?:也|都|还|主要)*(?:(?:是|归|由)(?:她|他|师[姐兄弟妹]|学生|同事|[\p{Script=Han}]老师|小[\p{Script=Han}])(?:们|那边)?(?:负责|在?管|在做|在弄)?|(?:她|他|师[姐兄弟妹]|学生|同事|[\p{Script=Han}]老师)(?:们)?(?:负责|在管))的?(?:(?=[,，。;；\s]+(?:也|都|已经?)*(?:写|弄|填|做)(?:完|好|齐|全)(了))|(?=$|[,，。;；\s]))/gu;

/** The text in the words of the list, as things stand now. */
function plainly(text: string): string {
  return (
    english
      .reduce((said, [words, chinese]) => said.replace(words, chinese), withFormTrouble(asOfNow(text)))
      // 指标缺经济的: that one only.
      .replace(
        /(?:三类)?(?:考核)?指标(?:里面?|中|上|方面)?(?:还|就|只)?(?=[缺差少]了?(?:经济|技术|知识|产权|专利))/g,
        '',
      )
      // 还差几份 asks for no number.
      .replace(/(?<=[差缺少欠])(?:了|着)?几[份个样页张](?=$|[,，。;；\s哈～~啊呀])/g, '一点')
      // 全都按格式填好了 speaks of everything, not of the format.
      .replace(/(?<=[都全均部])按(?:照)?(?:要求|规定|指南)?的?(?:格式|模板)(?:要求)?/g, '')
      .replace(onlySome, (_all, some: string) =>
        kinds.map(([kind, words]) => `${kindNames[kind]}指标${words.test(some) ? '写了' : '没写'}`).join('，'),
      )
      // 附件还没有按格式填完 speaks of the annexes alone.
      .replace(/(?<=(?:附件|副件)[^,，。;；]{0,10})按(?:照)?(?:着)?(?:要求|规定|指南)?的?(?:格式|模板)(?:要求)?/g, '')
      // 本子是学生在写 tells who writes.
      .replace(
        /(?:申报书|本子|材料|正文|申请书)(?:都|主要)?(?:是|由|让|给)[^,，。;；]{1,8}?(?:在|负责)?(?:写|弄|准备|做|整理|填)的?(?=$|[,，。;；])/g,
        '',
      )
      // 指标是李博士在写: it is not written yet.
      .replace(/(?:是|由|让)[^,，。;；在]{1,8}?(?:正|还)?在(?=[写弄填做补改编](?:$|[,，。;；的着呢]))/g, '还在')
      // 先进性那些: the points that were named together.
      .replace(/(?:先进性?|创新性|可实施性|可行性|市场前景|前景)[那这]些/g, narrativeWords)
      // 指标、前景、附件都齐了: one word for each of the three that were asked about.
      .replace(
        /((?:考核)?指标[、和跟与]?)(?:先进性|可实施性|可行性|市场前景|前景)(?=[、和跟与]?(?:格式|附件|格式附件)(?:这)?(?:几样|几块|三样|三块)?[都全均])/g,
        `$1${narrativeWords}`,
      )
      // 经济效益领导说不好预测就没放: why it is not there.
      .replace(/[^,，。;；]{0,3}(?:说|讲|觉得|嫌|认为|怕)[^,，。;；]{0,8}(?:就|所以)(?=[先暂还]?[没未不])/g, (why) =>
        /指标|效益|前景|性|附件|格式|参数|专利/.test(why) ? why : '',
      )
      // 格式附件也是她: whose work it is, not how far it has got.
      .replace(handedTo, (_who, written?: string) => (written === undefined ? '说不准' : ''))
      // 是我写的 tells who; 格式对不对不确定 tells nothing of the format.
      .replace(/(?<=^|[,，。;；\s])是(?:我们?|她|他|学生|师[姐兄])写的(?=[,，。;；\s])/g, '')
      .replace(doubted, '$1说不准')
      // 指标嘛，经济的还没写: the one is told of, not all.
      .replace(
        /(?<=^|[,，。;；\s])(?:三类)?(?:考核)?指标(?:嘛|么|呢|啊|吧|的话|方面|这块)[,，:：](?=[^,，。;；]{0,3}(?:经济|技术|知识产权|产权|专利))/g,
        '',
      )
      // 指标啊前景啊: one thing after the other.
      .replace(/(?<=指标|前景|性|附件|格式)[啊呀啦哇]+(?=\p{Script=Han})/gu, '、')
      .replace(/、(?=[都全均也])/g, '')
      // 另外两块: the others of the three.
      .replace(/(?:另外|其余|剩下|余下|其[他它])的?[两2俩](?:大)?(?:块|样|项|个?部分|个?方面|个)/g, '其他')
      // 三样都全: the three that were asked about.
      .replace(
        /(?<=^|[，,。;；\s]|现在|目前|这|以上|上述|说的)[三3](?:大)?(?:样|块|项|个?部分|个?方面|个)(?:东西|内容|材料)?(?=(?:现在|目前|已经|也|基本)*[都全均])/g,
        '全部',
      )
  );
}

function part<K extends IndicatorKind | NarrativePoint>(
  text: string,
  ids: readonly K[],
): Reading<Written<K>> | undefined {
  const listed = readListed<Id>(plainly(text), items, ids);
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
