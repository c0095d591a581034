/** Which contents of a list are written, and the names under which questions show them as numbered choices. */
import type { AgreementContent, DomesticContent, IndicatorKind, NarrativePoint, Written } from '../facts.ts';
import { agreementContents, domesticContents, indicatorKinds, narrativePoints } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Aspect } from './aspects.ts';
import { readAspects, sayAspects } from './readAspects.ts';
import { ask, value } from './tidy.ts';

/** A content with its name for people and the other words for it. */
export interface ContentName {
  readonly name: string;
  readonly words: readonly string[];
}

const says = (name: string, others: string): ContentName => ({ name, words: [name, ...others.split(' ')] });

/** Names of the contents of an agreement (四（一）–（三）). */
export const contentNames: Readonly<Record<AgreementContent, ContentName>> = {
  tasks: says('任务分工', '分工 任务 职责 职责分工 各方任务 分工任务 任务和分工 工作分工'),
  indicators: says('考核指标', '指标 考核 考核目标 任务指标'),
  fundsSplit: says(
    '财政经费分配比例',
    '经费比例 经费分配比例 经费分配 经费怎么分 经费如何分 经费如何分配 怎么分钱 钱怎么分 分配比例 财政经费 财政经费比例 财政经费分配 财政经费怎么分 资金比例 资金分配 经费划分 经费分成 拨款比例 财政资金比例 财政资金分配比例 比例',
  ),
  ip: says('知识产权归属', '知识产权 产权归属 产权 知产 ip 专利归属 成果归属 知识产权条款 知识产权的归属'),
  goals: says('合作目标', '目标 项目目标 共同目标'),
  fundsSource: says('资金来源', '经费来源 资金的来源 经费从哪来 钱从哪来 资金从哪来 经费的来源'),
  mode: says('合作方式', '合作模式 合作形式 方式'),
  validity: says('有效期', '协议期限 期限 合同期限 有效期限 起止时间 有效日期'),
  disputes: says('争议解决', '争议 争议处理 纠纷 争端 争端解决 纠纷解决 仲裁 争议解决方式 争议条款'),
  revenue: says(
    '转化收益',
    '收益 收益分配 成果收益 转化 成果转化 利益分配 收益归属 成果转化收益 转化收益分配 成果转化收益分配 成果收益分配 收益比例 收益分成',
  ),
};

/** Names of the three kinds of indicators. */
const indicatorNames: Readonly<Record<IndicatorKind, ContentName>> = {
  economic: says('经济指标', '经济 经济效益 经济类 经济类指标 经济效益指标'),
  technical: says('技术指标', '技术 技术类 技术类指标'),
  ip: says('知识产权指标', '知识产权 知识产权类 知产 专利指标 ip 知产指标'),
};

/** Names of the three points of the narrative. */
const narrativeNames: Readonly<Record<NarrativePoint, ContentName>> = {
  advanced: says('先进性', '先进 技术先进性 创新性'),
  feasible: says('可实施性', '可实施 可行性 实施性 可操作性'),
  market: says('市场前景', '市场 前景 应用前景 市场分析'),
};

const wholes = '三类指标 三类考核指标 三类 三个指标 三项指标 三种指标 考核指标 指标'.split(' ');
const vague = { id: '?', words: ['经费', '资金', '钱', '费用', '分配', '成果'] } as const;

/** What an agreement says, told in everyday words, and the content that it is: 钱三七开 is the split of the funds. */
const everyday: readonly (readonly [RegExp, string])[] = [
  [/(?:各干各的?活?|各管一块|各做各的|谁(?:干|做|负责)什么(?:活|事)?|活怎么分)/g, '任务分工'],
  [
    /(?:要)?[发出](?:表)?[几\d一二三四五六七八九十]+篇(?:论文|文章)(?:[^,。;也又]{0,4}[几\d一二三四五六七八九十]+[个项件]专利)?/g,
    '考核指标',
  ],
  [
    /专利[^,。;]{0,8}归(?:谁|各自|双方|发明人|完成人|我们|我方|中方|外方)|谁(?:做|研发|完成)(?:出来)?的(?:就)?归谁/g,
    '知识产权归属',
  ],
  [
    /(?:财政|省里|拨款|经费)的?(?:钱|款|资金)?[^,。;]{0,4}(?:三七|四六|五五|二八|一九|对半|平分|[对平]分)(?:开|分)?|(?:外方|我们|我方|中方|对方)(?:拿|占|分)(?:百分之[一二三四五六七八九十]+|\d+%|[一二三四五六七八九]成)/g,
    '财政经费分配比例',
  ],
  [/(?:收益|赚的?钱|利润)[^,。;]{0,4}(?:三七|四六|五五|二八|一九|对半|平分|对分)(?:开|分)?/g, '转化收益'],
  [/(?:钱|经费|资金)是?(?:由)?(?:省里|财政|省厅|双方|各自|我们|谁)(?:来)?出(?:的)?/g, '资金来源'],
  [/(?:^|(?<=[,，。;；]))(?:有效)?[管签]了?[\d一二两三四五六七八九十]+年/g, '有效期'],
  [/闹翻了?(?:去)?哪里?(?:打官司|告|仲裁)|打官司(?:去|在|找)哪里?|扯皮(?:了)?(?:怎么办|找谁)/g, '争议解决'],
];

/** 附4的模版，没改啥: what was not changed says nothing of what is written. */
const unchanged = /没有?(?:怎么|太)?(?:改|动)(?:动|过)?(?:啥|什么|多少)?/g;

/** Which of the ten contents the agreement states. */
export function readAgreementContent(text: string): Reading<Written<AgreementContent>> | undefined {
  const named = everyday.reduce(
    (said, [words, name]) => said.replace(words, `、${name}、`),
    text.replace(unchanged, ''),
  );
  return readOf(named.replace(/、+(?=[,，。;；]|$)|(?<=^|[,，。;；])、+/g, ''), agreementAspects);
}

/** Which of the contents the agreement among the units in China states. */
export function readDomesticContent(text: string): Reading<Written<DomesticContent>> | undefined {
  return readOf(text, domesticAspects);
}

/** Which kinds of indicators the application states. 三类指标都写了 names all three. */
export function readIndicators(text: string): Reading<Written<IndicatorKind>> | undefined {
  return readAspects(text, indicatorAspects);
}

/** Which points of the narrative the application argues. */
export function readNarrative(text: string): Reading<Written<NarrativePoint>> | undefined {
  return readAspects(text, narrativeAspects);
}

const agreementAspects = [...aspectsOf(agreementContents, contentNames), vague];
const domesticAspects = [...aspectsOf(domesticContents, contentNames), vague];
const indicatorAspects = aspectsOf(indicatorKinds, indicatorNames).map(({ id, words }) => ({
  id,
  words: [...words, ...wholes],
}));
const narrativeAspects = aspectsOf(narrativePoints, narrativeNames);

function aspectsOf<Id extends string>(ids: readonly Id[], names: Readonly<Record<Id, ContentName>>): Aspect<Id>[] {
  return ids.map((id) => ({ id, words: names[id].words }));
}

/** 经费 alone may be its split or its source: then ask instead of choosing. */
function readOf<Id extends string>(
  text: string,
  aspects: readonly Aspect<Id | '?'>[],
): Reading<Written<Id>> | undefined {
  const reading = readAspects(text, aspects);
  if (reading?.is !== 'value') return reading;
  if (sayAspects(text, aspects)?.named['?'] !== undefined)
    return ask('“经费”“成果”可能指几项，请写“经费比例”“资金来源”“知识产权归属”或“转化收益”。');
  const { '?': _, ...read } = reading.value as Record<string, boolean>;
  // The vague entry is taken out above; what stays has the ids of the list.
  return value(read as Written<Id>, reading.echo);
}
