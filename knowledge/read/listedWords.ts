/**
 * Cuts an answer about a list of things into tokens: the things named, and what is said of them (写好了, 没写, 还差, 说不准).
 * The words go by kind, not by sentence: a verb of writing with its completion, a denial with what it denies.
 */
import { type Words, wordAt } from './scan.ts';

/** A thing of the list by its words. A general word (指标) speaks for the things in `covers` that are not named themselves. */
export interface Item<Id extends string> {
  readonly id: Id;
  readonly words: readonly string[];
  readonly covers?: readonly Id[];
}

export type Says = boolean | 'unknown';
export type ListedToken<Id extends string> =
  | { readonly is: 'items'; readonly ids: readonly Id[]; readonly numbered: boolean }
  | { readonly is: 'says'; readonly says: Says; readonly how?: 'lack' | 'bare' | 'whole' | 'checked' }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'all' | 'whole' | 'rest' | 'only' | 'except' | 'also' | 'partly' | 'maybe' | 'other' };

const digit = '一二两三四五六七八九十';
const measure = '(?:大|个)?[项条点类样个处份](?:方面|内容|条款|问题|东西|要素)?';
const verb = oneOf(
  '写 签 盖 填 弄 做 搞 整 列 提 约定 规定 明确 载明 注明 说 讲 谈 商 定 论述 阐述 论证 展开 加 编 完善 准备 整理 装 办 补 体现 反映 涉及 覆盖 涵盖 包括 包含 含 放 附 标 落 理 找 备 订 设 交代 交待 具 完 扫描 扫 唠 码 敲 上传 传 拟 作 处理 落实',
);
const end = oneOf(
  '好 完 全 齐 妥 掂 定 进去? 上去? 到 出来? 入 清楚 清 明白 明确 利索 利落 停当 满 成 过 着 了 的 在 得很?[全细好清楚完整]+',
);
/** 还没、目前尚未 before a denial. 都 stays outside: it speaks of all. */
const still = '(?:[还尚也真并就]|目前|暂时?|一直|根本|压根)*';
const way = '(?:再|曾|能|会|来得及|专门|单独|具体|明文|在协议里|往里头?|怎么|去|给|太|一个字|任何|什么)*';
const lookUp = '(?:翻|查|问(?!题)|看|核对?|核实|确认)';

/** Each kind with its forms; the first kind that fits wins, so that 没缺 is found before 没 and 写全了 before 写. */
const kinds: readonly (readonly [ListedToken<never> | 'skip', string])[] = [
  [
    'skip',
    `(\\p{Script=Han})[不没]\\1(?:[全完齐好](?![了的]))? 有没有 有无 是否 不好意思 就是 只是 而是 还是 倒是 要是 不错 不光 不仅 不但 不只 不同 不过 不久 不变 不少于 不低于 无论 未来 不管 至少 多少 差异 差额 没事 没关系 有关 有时 有限 有望 有人 有用 第[\\d${digit}]+[条款页章部]`,
  ],
  [
    { is: 'says', says: 'unknown' },
    `${verb}到(?:哪|什么|啥|第几)[\\p{Script=Han}]{0,2}(?=$|[了的不]) 不(?:太|大|是很|怎么|敢)?(?:知道|清楚|确定|晓得|记得|了解|掌握|说|肯定|懂|敢) [记说讲搞弄拿吃]不(?:太)?(?:清楚?|准|好|定|透|来) 没底 没数 不在我?这?手[上里头边] [没未](?:有|怎么|曾|法)?(?:再|去)?(?:仔?细|认真|逐[条项]|一一)*(?:${lookUp}|数|留意|注意|过目)(?:过|完|到|对)? (?:得|要|再|去|先|回头)(?:再|去|先)?${lookUp}(?:${lookUp}|一下|下)* 待(?:确认|核实|核对|查)`,
  ],
  [
    { is: 'maybe' },
    '含糊 模糊 笼统 可能 好像 似乎 大概 也许 或许 估计 说不定 不一定 八成 不(?:够|太)?(?:明确|详细|具体)',
  ],
  [
    { is: 'says', says: true, how: 'whole' },
    `(?:一?[样个条项点](?:都|也)?)?(?:不|没|无|未)(?:有)?(?:曾|再)?(?:缺漏|缺项|疏漏|缺|差|少|遗漏|缺失|[落漏拉](?=[下掉失的了什啥任一]|$))(?:下|掉|失)?(?:的|什么|啥|任何|哪?一?[样个条项])*了? (?:没(?:有)?|无|未见|未发现|不存在)(?:什么|啥|任何)?(?:问题|毛病|遗漏|缺漏|缺项|疏漏) 没有?[没不未]有?${verb}的? 不是没有?${verb}? 应有尽有 一应俱全 面面俱到`,
  ],
  [
    { is: 'says', says: false, how: 'lack' },
    '[只就仅](?:差|缺|少|欠)(?:了|的是)? 唯独(?:缺|差|少) (?:还|尚|就是)?(?:缺|差(?!不多)|欠|少)(?:了|的是)?',
  ],
  [
    { is: 'says', says: false, how: 'checked' },
    `${still}不(?:太|够|大|怎么)?(?:齐全|齐备|完整|完备|齐|全) ${still}没(?:有)?${verb}?得?(?:太|很)?(?:齐全|完整|全|齐|完)(?!部) 未${verb}(?:全|齐|完)`,
  ],
  [
    { is: 'says', says: false },
    `${still}(?:没(?:有)?|未|不|无|免)${way}(?:${verb}(?:的[是有]|(?:${end}){0,2})|动笔|开始|动|开工|谈拢|谈妥) 没有的(?:是|有) (?:并)?不是 没有(?:任何|什么|这|那)? [没无未](?=[、和]|$) 来不及${verb}? 空着 空白 空的 空了 空(?=$) 缺失 遗漏了? 漏(?:掉|写|下|填|列|了|的)* 忘(?:记|了|掉)*${verb}?(?:了|上)? [还正仍]?在(?:写|弄|补|改|做|整理|谈|商|完善|编|填|拟|算|磨|扫|收集|凑|走|办|等|盖|签|审|批)(?:着|呢)? 正在${verb}? [尚有]?待(?:补|定|写|填|完善|商|议|续)[充定]? [尚有]待 准备${verb}(?!好|完|齐|了) 打算${verb}? [要会再后需得](?:再)?补 [还仍尚][得要需须]要?再?(?:改|调|修|理|整|弄|排|写|填|完善|润色|打磨|扫|收集|凑|做|加)(?:一|整|改)? 回头(?:再)?${verb} 再(?:写|议|谈|商量|说) 被?[删去拿划砍]掉?了 删掉 拿不出 暂缺 暂无 欠缺 [×✗✘]`,
  ],
  [{ is: 'says', says: false, how: 'bare' }, '尚未 没 未 无 不 非 no(?![a-z]) without(?![a-z])'],
  [{ is: 'except' }, '除(?:了|开|去|却)?(?=[^非夕])'],
  ['skip', '以外 之外 而外 外(?=[都全均还也其别没])'],
  [{ is: 'rest' }, '其他 其它 其余 别的 别个 剩下? 剩余 余下 另外的 余者 后面 后头 下面的 旁的'],
  [{ is: 'only' }, '只有 只 仅有 仅仅 仅 唯独 唯一 唯有 惟独 光是 光 单单'],
  [{ is: 'also' }, '还有 另外还有 外加 再就是'],
  [
    { is: 'partly' },
    '基本上? 大部分 大半 多数 大多 大致 大体 差不多 一部分 部分(?!是) 一半 有些 有的(?=[没还写]) 几乎 主要的? 七七八八 七八成 八九成?',
  ],
  [
    { is: 'says', says: true, how: 'whole' },
    `${verb}得?(?:很|挺|蛮|比较)*(?:齐全|完整|完备|全)(?:了|的)? ${verb}(?:完|好|齐|妥|掂)(?:了|的)? (?:齐备|齐全|齐|完备|完整|俱全|全乎|周全|完善|到位|完成|完毕|完工|就绪|收工|收尾了|搞定|搞掂|妥当?|停当|[全好行](?=[了的]*$))(?:了|的)?`,
  ],
  [
    { is: 'whole' },
    `(?:你们?|您|上面|前面|刚才)*(?:列出?|说|写|提|问|要求|规定)(?:出来)?的(?=这|那|几|全部|每|所有|[${digit}\\d]+[项条点类样个]|内容) 该(?:写|有|填|交)的 要求的 一[条项]一?[条项]的? 逐[条项]的?`,
  ],
  [
    { is: 'whole' },
    '所有 全部 每[一]?[项条个样] 各[项条](?!指标) 样样 条条 这些 哪些 [这那]几[项条个样] 什么 啥 任何 以上 全套 通篇 全选 都选',
  ],
  [{ is: 'all' }, '都 均 统统 通通 全都 全 皆 俱'],
  [
    { is: 'says', says: true },
    `${verb}得?(?:很|挺|蛮|比较)?(?:${end}){1,3}(?:是)? (?:已经?|业已)${verb} 有${verb}(?:到|明)? 有(?:的|了)? 在(?:里面|里头|内|协议里|的|了|列|其中|$) 清清?楚楚 清楚 明确 包含 包括 涵盖 覆盖 囊括 含有 具备 写有 载有 注明 载明 写明 标明 达成一致 谈妥 没的说 对(?=[的了]?$) 符合 done completed? ok(?:ay)? [√✓✔] 够`,
  ],
  [{ is: 'says', says: true, how: 'checked' }, '(?:核对?|检查|审|查|对)过了? 是(?![空没未缺不还])'],
];
const compiled = kinds.map(([token, forms]): [RegExp, ListedToken<never> | undefined] => [
  new RegExp(oneOf(forms), 'uy'),
  token === 'skip' ? undefined : token,
]);

function oneOf(forms: string): string {
  return `(?:${forms.split(' ').join('|')})`;
}

const amount = `(\\d{1,2}|[${digit}]{1,2})`;
const many = new RegExp(`[这那]?${amount}${measure}(?!指标|[项条一])`, 'uy');
const span = new RegExp(`第?${amount}[项个号]?\\s*(?:-|~|到|至)\\s*第?${amount}[项个号]?(?!月|年|日|\\d)`, 'uy');
const first = new RegExp(`最?前(?:面|头|边)?的?[这那]?${amount}(?:${measure})?`, 'uy');
const last = new RegExp(`最?后(?:面|头|边)?的?[这那]?([两二三四五六七八九\\d]|一(?=[项条个样点]))${measure}`, 'uy');
const theLast = /(?:最后|倒数第?)面?的?(?:那个|[一那]{0,2}[项条个样点])|末项/uy;
/** 第一个备忘录 is no number of the list. */
const theNth = new RegExp(`第${amount}(?:项|个(?=[、,和与有没写缺都也是那]|$)|(?=[、,和与]|$))`, 'uy');
const single = /(\d{1,2})(?!\d)[项个号]?/uy;
const unit = /^\s*(?:年|月|日|号|万|%|方|家|天|周|张|人|元|页|篇|[.:/]\d|遍|次|轮|个月)/;

/** Where a thing is known by its number in the list that was shown. */
export interface Cut<Id extends string> {
  readonly table: Words<readonly Id[]>;
  /** The things in the order of their numbers; empty where numbers mean nothing. */
  readonly order: readonly Id[];
}

export function cut<Id extends string>(clause: string, { table, order }: Cut<Id>): ListedToken<Id>[] {
  const tokens: ListedToken<Id>[] = [];
  for (let at = 0; at < clause.length; ) {
    const item = wordAt(clause, at, table)?.text.length ?? 0;
    const placed = place(clause, at, order, tokens.at(-1));
    const said = phrase(clause, at);
    let found: Found<Id> | undefined = said;
    if (placed !== undefined && placed.length > item) found = placed;
    else if (item > 0 && item >= (said?.length ?? 0))
      found = { token: { is: 'items', ids: wordAt(clause, at, table)?.means ?? [], numbered: false }, length: item };
    else if (said !== undefined) {
      const reach = clear(clause, at, said.length, table);
      if (reach < said.length) found = phrase(clause.slice(0, at + reach), at);
    }
    if (found?.token !== undefined) tokens.push(found.token);
    else if (found === undefined && /[\p{Script=Han}a-z]/u.test(clause.charAt(at))) tokens.push({ is: 'other' });
    at += found?.length ?? 1;
  }
  return tokens;
}

interface Found<Id extends string> {
  readonly token: ListedToken<Id> | undefined;
  readonly length: number;
}

/** What is said at a place, by the first kind that fits. */
function phrase(text: string, at: number): Found<never> | undefined {
  for (const [form, token] of compiled) {
    const hit = match(form, text, at);
    if (hit !== undefined && hit[0] !== '') return { token, length: hit[0].length };
  }
  return undefined;
}

/** 没完善合作目标: a phrase ends where a thing begins that reaches beyond it. */
function clear<Id extends string>(text: string, at: number, length: number, table: Words<readonly Id[]>): number {
  for (let within = 1; within < length; within += 1) {
    const named = wordAt(text, at + within, table);
    if (named !== undefined && within + named.text.length > length) return within;
  }
  return length;
}

/** 第3项、1-6、前九项、最后一项、这四样. */
function place<Id extends string>(
  text: string,
  at: number,
  order: readonly Id[],
  before: ListedToken<Id> | undefined,
): Found<Id> | undefined {
  const listed = numbered(text, at, order, before);
  if (listed !== undefined) return { token: { is: 'items', ids: listed.ids, numbered: true }, length: listed.length };
  const counted = match(many, text, at);
  if (counted !== undefined && text.charAt(at - 1) !== '第') {
    const count = numberOf(counted[1]);
    return { token: count > 1 ? { is: 'count', count } : undefined, length: counted[0].length };
  }
  const digits = match(/\d+/uy, text, at)?.[0];
  if (digits === undefined) return undefined;
  const strange =
    order.length > 0 && /^$|[\s、,]$/.test(text.slice(0, at)) && !unit.test(text.slice(at + digits.length));
  return { token: strange ? { is: 'count', count: Number(digits) } : undefined, length: digits.length };
}

function numbered<Id extends string>(
  text: string,
  at: number,
  order: readonly Id[],
  before: ListedToken<Id> | undefined,
): { ids: readonly Id[]; length: number } | undefined {
  if (order.length === 0) return undefined;
  const take = (hit: RegExpExecArray | undefined, from: number, to: number) =>
    hit !== undefined && from >= 0 && to > from && to <= order.length
      ? { ids: order.slice(from, to), length: hit[0].length }
      : undefined;
  const range = match(span, text, at);
  const front = match(first, text, at);
  const back = match(last, text, at);
  const final = match(theLast, text, at);
  const nth = match(theNth, text, at);
  const plain = match(single, text, at);
  const isPlain =
    plain !== undefined &&
    (/^$|[\s、,.;:()有了没缺差除写和及与跟是选填少只就无第]$/.test(text.slice(0, at)) ||
      (before?.is === 'items' && before.numbered)) &&
    !unit.test(text.slice(at + plain[0].length)) &&
    !(match(many, text, at) !== undefined && !(before?.is === 'items' && before.numbered));
  return (
    take(range, numberOf(range?.[1]) - 1, numberOf(range?.[2])) ??
    take(front, 0, numberOf(front?.[1])) ??
    take(back, order.length - numberOf(back?.[1]), order.length) ??
    take(final, order.length - 1, order.length) ??
    take(nth, numberOf(nth?.[1]) - 1, numberOf(nth?.[1])) ??
    (isPlain ? take(plain, Number(plain[1]) - 1, Number(plain[1])) : undefined)
  );
}

function match(form: RegExp, text: string, at: number): RegExpExecArray | undefined {
  form.lastIndex = at;
  return form.exec(text) ?? undefined;
}

function numberOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.startsWith('十')) return 10 + Math.max(0, '零一二三四五六七八九'.indexOf(text.charAt(1) || '零'));
  return text === '两' ? 2 : '零一二三四五六七八九十'.indexOf(text.charAt(0));
}
