/** How many recommending units the application goes through, and whether the same content is applied for elsewhere. */
import type { Reading } from '../reading.ts';
import { ofThisOne } from './ofAnother.ts';
import { readPlainYesNo } from './readYesNo.ts';
import { ask, clauses, saysMaybe, saysUnknown, stated, statements, unknown, value } from './tidy.ts';

export interface ReadChannel {
  readonly channels?: number;
  readonly duplicate?: boolean;
}

const one =
  /剩(?:下|了)?[\p{Script=Han}]{0,8}(?:一|1|这)(?:个|家|条)|(?:走|从|通过|经)[\p{Script=Han}]{1,8}[这那](?:一|1)?(?:条路|条线|个口子?|个渠道|家|条道)$|(?:[只就]|仅|单(?!位))(?:打算|准备|想|计划|会|能|肯)?[走报有找通从过是由行]?[\p{Script=Han}]{0,6}(?:一|1|这)(?:个|家|条|份|次)?|^(?:一个|1个|一家|就这个|唯一)|没有?(?:同时|再|另外)?(?:走|报|找)?(?:别的|其他|其它|另外)(?:的)?(?!项目|计划|课题|处|地方)|[没未](?:有|再)?(?:同时)?(?:走|找|通过|经)[^,]{0,4}(?:第二|别|其他|其它|另)|唯一|单一|独一|推荐了?[一1]次|(?:推荐|渠道|路|口子?)[\p{Script=Han}]{0,6}(?:就|只有|仅|是)?(?:一|1)(?:个|家|条)|[无没](?:有)?(?:其他|其它|别的|第二)[^,]{0,3}(?:渠道|推荐|路|口)/u;
const counted =
  /(?:走|报|找|通过|从|有|是|共)?[\p{Script=Han}]{0,4}(两|2|二|三|3|四|4)(?:个|家|条|边|头|处)(?:推荐|渠道|单位|部门|口)?/u;
const bodies =
  /(?:[省市县区]科技局|[市县区]局)|科技局|科工局|科工信局|工信局|农业局|农业农村局|林业局|主管[厅局部委]|科技厅|教育厅|卫健委|农业农村厅|农业厅|工信厅|国资委|高新区|经开区|开发区|主管部门|市局|省厅|推荐单位|管委会|省里|市里|区里|县里/g;
const handsIn = /报(?!告|销)|推|走|递|交|送|找/;
/** The same content; another programme; handed in there. */
const same =
  /同样|同一|相同|一样|原样|照搬|雷同|换个?名|[这该]个?(?:内容|本子|题目|课题|东西|项目)|内容|本子|一稿|(?:拿|把)(?:去|着|它|这|同)/;
const elsewhere =
  /另(?:外)?(?:一|的)|别的|别处|别家|其他|其它|国家|基金|国自然|重点研发|省重点|专项|外专|(?:项目|计划|课题)(?!内容)|(?:省|市|部)里?(?:科技)?(?:的|面)?/;
const submitted =
  /(?:报|申报|申请|投|交|递)(?:了|过|着|给|到|上|去)|[也还又](?:另外)?(?:报|投|申请|申报|交|递)(?!名)|(?:报|申报|申请|投)(?:的|用)/;
const repeats =
  /(?:报|申报|申请|投)(?:了|过)(?:一个)?(?:一样|同样|相同|雷同)的|重复(?:申报|报|提交|投)|一题多报|一稿多[投报]|多头|(?:内容|题目|本子|课题|东西)[^,]{0,16}(?:一样|一模一样|相同|雷同|重复|重合)|[也还又]报了(?:国家|别的|省|其他|重点|自然|基金)|[也还又](?:另外)?(?:拿去|拿着)?(?:报|投|申请)了?(?!名).{0,4}(?:重点研发|自然基金|国自然|国家|基金|别的|其他|省|市|部)|报了(?:国家|别的|其他|省里?别|自然基金|国自然|重点研发)|拿(?:去|着|它|这个)(?:又|也)?(?:报|投)(?:了|过)|一模一样|一个本子|报过?(?:别的|其他|其它)(?:的)?(?:项目|计划|课题|地方|处)|(?:报|申报|申请|投)[^,]{1,12}用的?(?:也)?是?(?:同样|同一|相同|一样)|(?:报|申请|投)[^,]{0,3}别(?:处|的(?:项目|计划|钱|经费|课题|地方)|家)|(?:项目|计划|课题)[^,]{0,6}(?:报|申请|投)(?:过|了)?$|(?:去|再|又)(?:申报|申请|报)(?:过)?(?:别|其他|其它)|重复|(?:别的|别处|别家|其他|其它|其余|另外的)(?:项目|计划|课题|地方|渠道)?(?:都|也|一个|一概|统统|一样)*(?:没有?|未|不)(?:去|再|曾)?(?:报|投|申请|申报|交|走)/;
/** 没在其他地方用过: the paper itself was handed in nowhere else. */
const usedElsewhere =
  /(?:没有?|未|不曾|从未)[^,]{0,6}(?:在|拿到?|往|给|到|去)?(?:别|其[他它]|另)(?:的|处|外|家)?(?:地方|地|项目|单位|处)?[^,]{0,4}(?:用|投|报|交|递)(?:过|了)?/;
/** 题目看着像: the outside only. */
const lookalike = /(?:题目|名字|标题|名称|看着|看上去)[^,。;]{0,6}像/g;
const resembles = /(?:差不多|类似|相近|相似|接近|重合|重叠|沾边)/;
/** 没中, 落选. */
const failed =
  /^(?:但|不过|后来|最后|结果)*(?:也|都)?(?:没|未)(?:有)?(?:中|立项|批|获批|评上|入选|成)(?:了|标)?$|落选|落榜/;
/** 去年中过一个科技计划，验收优秀: what is over. */
const over = /中过|拿过|做过|承担过|主持过|干过|验收|结题|结了/;
/** Other content is no repetition. */
const different =
  /(?:内容|题目|东西|课题|本子|方向)(?:也|都|完全|根本)*(?:不(?:一样|同|相同|重复|搭)|两码)|两码事|(?:别的|其他|不同|另外?的?)(?:的)?(?:内容|题目|课题|本子)|跟这个[^,]{0,4}(?:没|无|不)/;
const denies = /没有?|无|不|未|否|冇/;
const hint = '请写走几个推荐单位；同样的内容有没有报别的项目，例如“只走一个推荐单位，没有重复报”。';

/**
 * Reads both; a bare 没有 answers the whole question: one channel, nothing twice. Who names only one of the two
 * (没有重复报, 只走这一个渠道) denies the other as well, and is told so.
 */
export function readChannel(typed: string): Reading<ReadChannel> | undefined {
  const text = ofThisOne(typed).replace(fears, '，');
  if (text === '') return ask(hint);
  const said = statements(text);
  if (said === undefined) return undefined;
  const whole = said.join('。');
  const parts = stated(said);
  const open = parts.length < clauses(said).length;
  const now = current(parts);
  if (now.length > 0 && now.every((part) => over.test(part) && !/推荐|渠道|[^经]过?别的|同样|重复|这个/.test(part)))
    return ask(hint);
  const channels = new Set(now.flatMap((part) => channelsIn(part)));
  const bodiesNamed = severally(now);
  if (bodiesNamed > 1 && channels.size === 0) channels.add(bodiesNamed);
  // 除了教育厅，我们还从市科技局也报了一份
  if (channels.size === 0 && now.some((part, at) => /^除了?/.test(part) && besides(part, now[at + 1] ?? '')))
    channels.add(2);
  if (
    twice.test(now.join(',')) &&
    now.filter((part) => part.match(bodies) !== null).length > 0 &&
    !denies.test(twice.exec(now.join(','))?.[0] ?? '')
  ) {
    channels.clear();
    channels.add(2);
  }
  // 另外还走了国资委.
  if (
    channels.size === 0 &&
    now.some(
      (part) =>
        /^(?:是|有)?(?:的)?(?:另外?|还|又|同时)+(?:走|找|从|通过|经)/.test(part) &&
        !denies.test(part) &&
        part.match(bodies) !== null &&
        !same.test(part),
    )
  )
    channels.add(2);
  const duplicate = new Set(different.test(whole) ? [] : now.flatMap((part) => duplicateIn(part)));
  if (
    different.test(whole) &&
    now.some((part) => /重复|一稿|一题|同样|一样的|雷同|这个?(?:内容|本子|题目)/.test(part) && denies.test(part))
  )
    duplicate.add(false);
  // 就报这一个: one channel and nothing else.
  if (now.some((part) => /^(?:只|就|仅)报/.test(part)) && duplicate.size === 0) duplicate.add(false);
  if ((channels.size > 0 || duplicate.size > 0) && saysMaybe(whole.replace(lookalike, ''))) {
    // 推荐就一家，重没重复不确定，他那边好像也有一个: the doubt is about the other half.
    const firm = new Set(now.filter((part) => !saysMaybe(part)).flatMap(channelsIn));
    const [only] = firm;
    return open && only !== undefined && firm.size === 1 && duplicate.size === 0
      ? value({ channels: only })
      : ask(hint);
  }
  // 跟去年报的差不多: how far it is the same is to be told.
  if (duplicate.has(true) && now.some((part) => resembles.test(part) && !/一样|同样|相同|重复|雷同/.test(part)))
    return ask(hint);
  // 拿去报过，没中: what failed is handed in nowhere now.
  if (duplicate.has(true) && now.some((part) => failed.test(part))) return ask(hint);
  if (channels.size > 1 || duplicate.size > 1) return ask(hint);
  const [count] = channels;
  const [again] = duplicate;
  const bare = now.some((part) =>
    /^(?:我们?|都|也|均|从|确实|肯定|绝对|的确|[两这]+[样个条种者项头]|俩|哪样|一样)*(?:没有?|没得|无|否|不是|不会|都没|不存在)(?:的|呢|报|重复)?(?:这种|这回|那回|上述|此类|任何|这样的|那种|以上)?(?:情况|情形|问题|现象|事|行为)?$/.test(
      part,
    ),
  );
  if (count === undefined && again === undefined) {
    if (saysUnknown(whole)) return unknown;
    // 内容跟去年报的差不多，那个还没结果: how far it is the same is to be told.
    if (now.some((part) => resembles.test(part) && !denies.test(part.replace(/差不多/g, '')))) return ask(hint);
    const answer = readPlainYesNo(text);
    if (bare || (answer?.is === 'value' && answer.value === 'no'))
      return value({ channels: 1, duplicate: false }, answer?.is === 'value' ? answer.echo : undefined);
    return answer === undefined ? undefined : ask(hint);
  }
  if (again === undefined && count === 1 && bare) return value({ channels: 1, duplicate: false });
  if (now.some((part) => /^(?:是)?有的?$/.test(part)) && again === undefined && count === undefined) return ask(hint);
  const plain = !open && !different.test(whole);
  if (again === undefined && count === 1 && plain && /[只就仅唯单独]|没有|[没未]/.test(whole))
    return value({ channels: 1, duplicate: false }, '按“没有重复申报”记。');
  if (again === false && count === undefined && plain)
    return value({ channels: 1, duplicate: false }, '按“只走一个推荐单位”记。');
  return value({
    ...(count === undefined ? {} : { channels: count }),
    ...(again === undefined ? {} : { duplicate: again }),
  });
}

/** 怕一家不成: why it was done. */
const fears =
  /[,，]?(?:怕|担心|免得|以防)[^,，。;；]{0,2}(?:一|1)[家个][^,，。;；]{0,4}?(?:不[成行中批过给稳]|没戏|没希望|选不上|推不上)/g;
/** 区科技局递了一份，那边科技局也递了一份. */
const twice = /(?:递|报|交|送|推|走)了?(?:一|1)份[^。;；]{1,14}?[也又还](?:递|报|交|送|推|走)了?(?:一|1)份/;

/** 开发区那份撤回来了，现在就剩市局一家: how it was before no longer counts. */
function current(parts: readonly string[]): readonly string[] {
  const at = parts.findLastIndex((part) => /^(?:现在|目前|如今|最后|最终)/.test(part));
  return at > 0 && parts.slice(0, at).some((part) => /撤|退|取消|改/.test(part)) ? parts.slice(at) : parts;
}

function channelsIn(part: string): number[] {
  const many = counted.exec(part);
  const named = new Set(part.match(bodies) ?? []);
  const sole =
    /^(?:[只就仅]|单独)(?:打算|准备|想|计划|会|能)?(?:是|由)?(?:走|报|找|通过|从|由)?/.test(part) &&
    named.size === 1 &&
    !/和|、|跟/.test(part);
  if (many !== null && !/内容|项目|课题/.test(part.slice(0, many.index)))
    return [deniesCount(part, many) ? 1 : '两2二'.includes(many[1] ?? '') ? 2 : '三3'.includes(many[1] ?? '') ? 3 : 4];
  if ((sole || one.test(part)) && !/报了别的|内容/.test(part)) return [1];
  if (denies.test(part) || !/都|同时|也|和|又|两边|各/.test(part) || !handsIn.test(part)) return [];
  return named.size > 1 && !same.test(part) ? [named.size] : [];
}

/** One body beside another, both handed in to. */
function besides(first: string, then: string): boolean {
  const one: readonly string[] = first.match(bodies) ?? [];
  const other = (then.match(bodies) ?? []).filter((body) => !one.includes(body));
  return (
    one.length === 1 &&
    other.length === 1 &&
    /[还也又另]/.test(then) &&
    handsIn.test(then) &&
    !denies.test(then) &&
    !same.test(then)
  );
}

/** 市局推了，县局也推了: two, one after the other. */
function severally(parts: readonly string[]): number {
  const told = parts.filter(
    (part) => handsIn.test(part) && !denies.test(part) && (part.match(bodies) ?? []).length > 0,
  );
  if (!told.slice(1).some((part) => /也|还|又|另/.test(part))) return 0;
  return new Set(told.flatMap((part) => part.match(bodies) ?? [])).size;
}

function duplicateIn(part: string): boolean[] {
  const denied = denies.test(part.replace(/不同|不久|不过|不瞒|差不多/g, ''));
  if (usedElsewhere.test(part)) return [false];
  if (repeats.test(part)) return [!denied];
  if (same.test(part) && (elsewhere.test(part) || submitted.test(part)) && /报|投|交|申请|递/.test(part))
    return denied ? [false] : submitted.test(part) && (elsewhere.test(part) || /[又也再]报/.test(part)) ? [true] : [];
  return [];
}

/** 没走两家, 两家都没走; what is denied further on is something else. */
function deniesCount(part: string, many: RegExpExecArray): boolean {
  const end = many.index + many[0].length;
  return denies.test(part.slice(0, end)) || /^(?:推荐|单位|渠道|部门|口|都|也|条|路)*[没未不无]/.test(part.slice(end));
}
