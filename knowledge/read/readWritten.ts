/** Which contents of a list are written: of the agreement with the overseas units and of the one among the units in China. */
import {
  type AgreementContent,
  agreementContents,
  type DomesticContent,
  domesticContents,
  type Written,
} from '../facts.ts';
import type { Reading } from '../reading.ts';
import { asOfNow } from './asOfNow.ts';
import { everydayWords } from './everydayContents.ts';
import { readListed } from './listed.ts';
import type { Listed } from './listedResult.ts';
import type { Item } from './listedWords.ts';
import { ask, saysGuess, saysProbably, saysUnknown, tidy, unknown, value } from './tidy.ts';

/** Words that may mean several contents: 经费写了 says neither its split nor its source. */
const vague = { id: '?', words: '成果 分配'.split(' ') } as const;
const funds = { id: '￥', words: '经费 资金 钱 费用 经费方面 资金方面 经费问题'.split(' ') } as const;
type Unclear = '?' | '￥';

/** The words for the contents of an agreement (四（一）–（三）). */
const contentWords: Readonly<Record<AgreementContent, string>> = {
  tasks:
    '任务分工 分工 任务 职责 职责分工 职责和任务分工 各方任务 分工任务 任务和分工 工作分工 责任分工 责任 分工安排 任务划分 各自职责 各自任务 工作任务 分工职责 责任划分 任务与分工',
  indicators: '考核指标 指标 考核 考核目标 任务指标 验收指标 指标要求 绩效指标 kpi 技术指标 考核要求 验收标准',
  fundsSplit:
    '财政经费分配比例 经费比例 经费分配比例 经费分配 怎么分钱 分配比例 财政经费 财政经费比例 财政经费分配 资金比例 资金分配 资金分配比例 经费划分 经费分成 拨款比例 财政资金比例 财政资金分配比例 财政资金分配 比例 经费的比例 分钱比例 经费分割 经费占比 经费切分 经费分摊 资金划分 钱的比例 分钱的比例 财政资金',
  ip: '知识产权归属 知识产权 产权归属 产权 知产 ip 专利归属 成果归属 知识产权条款 知识产权的归属 ip归属 知产归属 成果的归属 专利权归属 专利 权属 成果权属 知识产权权属 成果所有权 品种权 ip条款',
  goals: '合作目标 目标 项目目标 共同目标 合作目的 目的 总体目标 总目标 研究目标',
  fundsSource: '资金来源 经费来源 资金的来源 经费的来源 钱的来源 来源 资金渠道 经费渠道 经费出处',
  mode: '合作方式 合作模式 合作形式 方式 合作的方式 模式 合作途径 合作机制',
  validity: '有效期 协议期限 期限 合同期限 有效期限 起止时间 有效日期 起止日期 协议有效期 有效时间 年限 合作期限 起止',
  disputes:
    '争议解决 争议 争议处理 纠纷 争端 争端解决 纠纷解决 仲裁 争议解决方式 争议条款 纠纷处理 争议解决条款 争端解决方式 争议的解决 纠纷解决方式 仲裁条款 争议怎么解决 争议处置 打官司 官司 扯皮 闹纠纷 闹矛盾',
  revenue:
    '转化收益 收益 收益分配 成果收益 转化 成果转化 利益分配 收益归属 成果转化收益 转化收益分配 成果转化收益分配 成果收益分配 收益比例 收益分成 成果转化收益归属 转化收益归属 利润分配 收益条款 转化收益条款 利润 分红 利益分享 收益分享 转化分成 收益怎么分 转化收益分成 转化的收益 成果转化的收益',
};

const agreementItems = [...itemsOf(agreementContents, contentWords), vague, funds];
const domesticItems = [...itemsOf(domesticContents, contentWords), vague, funds];

/** Which of the ten contents the agreement states. They may be named by their numbers in the list. */
export function readAgreementContent(text: string): Reading<Written<AgreementContent>> | undefined {
  const said = tidy(text) ?? '';
  const found = read(text, contentsIn(text), agreementContents);
  if (
    found?.is === 'value' &&
    miscounts(
      said,
      agreementContents.map((id) => found.value[id]),
    )
  )
    return ask('前后说法不一致，请再写一遍哪几项有、哪几项没有。');
  return found ?? (saysUnknown(said) || notAtHand.test(said) ? unknown : undefined);
}

/** 协议在法务那里，我手上没有. */
const notAtHand = /(?:在|锁|归)[^,。]{1,10}[那手处室柜里][^。]{0,4},[^,。]{0,3}手[上里头边](?:也|就)?没(?:有)?$/;

/** The same, asked about those that were not named before: 都没写 and 别的也有 speak of all of these. */
export function readOtherContents(text: string): Reading<Written<AgreementContent>> | undefined {
  const listed = contentsIn(text);
  if (listed === undefined || listed.doubt === 'contradiction' || listed.doubt === 'unknown')
    return read(text, listed, agreementContents);
  const rest = listed.rest ?? listed.bare;
  if (rest === undefined) return read(text, listed, agreementContents);
  return value<Written<AgreementContent>>({ ...clear(listed.named), rest });
}

/** Which of the contents the agreement among the units in China states. */
export function readDomesticContent(text: string): Reading<Written<DomesticContent>> | undefined {
  return read(text, readListed(everydayWords(asOfNow(text)), domesticItems, []), domesticContents);
}

function contentsIn(text: string): Listed<AgreementContent | Unclear> | undefined {
  const said = withPauses(asOfNow(text))
    // 写了八样，经费比例没写: the count says what the rest says.
    .replace(
      /(?<![只就仅])(?:已经?|里面?)?(?:写|有|约定|明确)了?[九八七六9876][个项条样](?:内容)?(?:都|是)?(?:写|有)?[了的]?[,，](?=[^;；。]{1,40}(?:[没缺少]|未))/g,
      '其他都写了，',
    )
    // 附件4的模板 is no fourth content; 不就行了 denies nothing.
    .replace(/附件?\s*(?:\d|[一二三四五六])(?!\d)(?=的|模|里|上|范|样|格)/g, '附件')
    .replace(/不就(?:行|好|可以|得|完)了/g, '')
    // 刚想说也有，翻了一下其实没这条.
    .replace(/刚才?(?:想|要|准备|打算)说[^,，。;；]{1,12}[,，]/g, '')
    // 另外九样都写了.
    .replace(
      /(?<=[,，。;；\s]|^)另外(?:的)?(?:那)?(?:[一二两三四五六七八九\d][个项条样])?(?:内容)?(?=[都全均齐])/g,
      '其他',
    )
    // 争议和收益翻到底没看见.
    .replace(
      /(?<!协议|合同|文本|原件|稿子?|东西|我们?)(?:翻到底|翻遍了?|翻完|从头到尾|翻来翻去|找半天|硬是|就是|一直|也|都)*没(?:有)?(?:看|见|找|翻)(?:到|见|着)了?(?=$|[,，。;；\s])/g,
      '没写',
    )
    // 就看到分工，别的没看到.
    .replace(/(?:只|就|仅)(?:看|见|找|翻)(?:到|见|着)了?/g, '只写了')
    .replace(/(?<=(?:别的|其他|其它|其余|剩下的?)(?:都|也)?)没(?:有)?(?:看|见|找|翻)(?:到|见|着)/g, '没写')
    .replace(
      /(?:就|只有?|仅有?|一共|总共)(?:写了|有|这)?[一二两三四五六七八九\d][条项个点样](?:内容)?[:：,，](?!没|别)/g,
      '只写了',
    )
    .replace(/一[条项个样][都也]?不[落漏差少缺](?:地|的|下)?(?=[都全均])/g, '')
    // 9个都写了，只差收益; 差两项：收益、有效期: the count says what the rest says.
    .replace(
      /(?<![前后第这那\d一二三四五六七八九十])[九八七六9876][个项条样](?:内容)?(?=[都全均][^;；。]{0,12}[差缺少没除])/g,
      '',
    )
    .replace(
      /(?<![前后第面这那\d一二三四五六七八九十])[九八98][个项条样](?:内容)?(?=(?:写|有)[了的]?[,，][^;；。]{1,16}[没缺少])/g,
      '其他都',
    )
    .replace(/([缺差少])了?[一二两三四五六七八九\d][个项条样](?:内容)?[,，:：是]\s*/g, '$1')
    .replace(/一[条项样个][都也](?=还?[没未])/g, '全都')
    .replace(/第(\d{1,2}|[一二三四五六七八九十])条/g, '第$1项')
    // 分工、专利，还有其他那些，都写了.
    .replace(
      /[,，、]?(?:还有|以及|和|及)(?:其他|其它|别的|其余)(?:的)?(?:那些|这些|几项|几条|各项|内容|方面)*[,，]?(?=[都全均]|也都)/g,
      '，其他',
    )
    // 1234有.
    .replace(/(?<![\d.])1?2?3?4?5?6?7?8?9?(?:10)?(?=(?:都|全|均)?[有没写齐全缺])/g, (run) =>
      run.length > 1 && run !== '10' ? run.replace(/10|\d/g, '$& ').trim() : run,
    );
  return readListed<AgreementContent | Unclear>(everydayWords(said), agreementItems, agreementContents);
}

/** 经费比例没写还有争议解决没写其他的都写了, without a pause. */
function withPauses(typed: string): string {
  // 经费冇写争议也冇写别的都有: told one after the other in one breath.
  const breathless = [...typed.matchAll(told)].length > 1 ? typed.replace(told, '$&，') : typed;
  return breathless
    .replace(checkedBy, '$1，')
    .replace(
      /(?<=[没未]有?(?:写|提|约定|列|明确)(?:了|到|进去)?|[一二两三四五六七八九十\d][项样条个](?:内容)?(?:都)?(?:写了|有)?|都?写了)(?=还有[^,，。]{2,14}[没未]|其[他它余]|别的|剩下|就是|但是?|只是)/g,
      '，',
    );
}

const told =
  /(?<=[^,，。;；\s也还都就]{3}[也还都就]?)(?:[没冇未]有?写|[都也]有)(?=\p{Script=Han}{3,})(?![清进全完好明到在上入的呢吧过下着齐约])/gu;

/** 都写了翻译照着要求一条一条对过的: who went through it. */
const checkedBy =
  /((?:都|全|均)(?:已经?)?(?:写|有|列|包含)(?:进去|上去?|明|清楚|全|齐|好)?了?)(?=[\p{Script=Han}]{2,6}?(?:照着?|对着?|按着?|拿着?|根据|逐|挨个?|一[条项个])[^,，。;；没未不缺差]{0,14}(?:[对看查审核比过]过|过关|过目|[对查看核审]的|核对|校对|检查|把关))/u;

/** 有八项 beside two that are not written; beside three it does not add up. */
function miscounts(text: string, named: readonly (boolean | undefined)[]): boolean {
  const count =
    /(?<![前后第只就仅这那\d一二三四五六七八九十])(?:写|有|约定|明确)了?([九八七六9876])[个项条样]/.exec(text)?.[1] ??
    '';
  const there = '六七八九'.includes(count) ? 6 + '六七八九'.indexOf(count) : Number(count);
  return (
    count !== '' && named.includes(false) && named.filter((each) => each === false).length !== named.length - there
  );
}

function itemsOf<Id extends string>(ids: readonly Id[], names: Readonly<Record<Id, string>>): Item<Id>[] {
  return ids.map((id) => ({ id, words: names[id].split(' ') }));
}

/** The contents named. 经费那块没写 denies its split; 经费写了 stays open. */
function clear<Id extends string>(named: Partial<Record<Id | Unclear, boolean>>): Partial<Record<Id, boolean>> {
  const { '?': _, '￥': money, ...rest } = named as Record<string, boolean>;
  return { ...(money === false && { fundsSplit: false }), ...rest } as Partial<Record<Id, boolean>>;
}

/** What was listed as a reading; 经费 alone may be its split or its source: then it asks instead of choosing. */
function read<Id extends string>(
  text: string,
  listed: Listed<Id | Unclear> | undefined,
  ids: readonly Id[],
): Reading<Written<Id>> | undefined {
  if (listed === undefined) return undefined;
  if (listed.doubt === 'unknown') return unknown;
  if (listed.doubt === 'contradiction') return ask('前后说法不一致，请再写一遍哪几项有、哪几项没有。');
  if (
    listed.doubt === 'vague' &&
    Object.keys(listed.named).length === 0 &&
    listed.rest === undefined &&
    saysUnknown(tidy(text) ?? '')
  )
    return unknown;
  if (listed.doubt === 'vague') return ask('请写明哪几项有、哪几项没有，例如“除了第3项都有”。');
  const named = clear<Id>(listed.named);
  const said = tidy(text) ?? '';
  const guessed = listed.rest !== undefined && saysGuess(said);
  if (guessed && Object.keys(named).length === 0) return ask('请对着协议看一眼，写明哪几项有、哪几项没有。');
  const rest = guessed ? undefined : (listed.rest ?? (listed.numbersOnly ? false : undefined));
  if (Object.keys(named).length === 0 && rest === undefined)
    return Object.keys(listed.named).length > 0
      ? ask('“经费”“成果”可能指几项，请写“经费比例”“资金来源”“知识产权归属”或“转化收益”。')
      : unknown;
  const others = rest === undefined ? [] : ids.filter((id) => !listed.open.includes(id)).map((id) => [id, rest]);
  return value(
    { ...Object.fromEntries(others), ...named } as Written<Id>,
    saysProbably(said) ? '先按您说的记，请再核对一下。' : undefined,
  );
}
