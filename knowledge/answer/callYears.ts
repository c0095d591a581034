/**
 * Which year's call a question asks for: 2023年的指南里…, 去年的年龄要求, 2023年能申报吗. A year that dates something of the asker's own
 * (2022年注册的公司, 2021年的审计报告, 2023年5月1日) asks for no guide.
 */
import { normalise } from './normalise.ts';

export interface CallAsked {
  /** The year, first the one that stands first. */
  years: readonly number[];
  /** The question without the words that name them. */
  rest: string;
  /** How one year differs from the other is asked. */
  compares: boolean;
  /** Nothing but the year is said (那2023年的呢). */
  alone: boolean;
}

const digits = '〇零一二三四五六七八九';
const written = `(?<![\\d.])20[0-3]\\d(?![\\d.-])|(?<!\\d)[12]\\d(?=年)|二[〇零][〇零一二三][${digits}](?=年)`;
const relative = '(?:去年|(?<!以)前年|(?<!以)上一?年|(?<!说)明年|后年|来年|下一?年)(?![龄纪])';
const year = `(?<year>${written}|${relative})`;
/** 2023年和 before 2024年的要求. */
const also = new RegExp(`${year}年?(?:度|版)?的?(?:指南)?(?:和|与|跟|及|、|,)?$`, 'u');
const of = '年?(?:度|版|届)?(?:的|那[份版年次届批]|那一批|你们|江西|省里?|国际科技合作|国际合作|国合|项目|计划|专项)*';

const direction = `方向(?=[一二三四五六七八九十\\d]|有|是|几|共|都|列|多|怎|哪|数|清单|$|[,，。?;])`;
const requirement =
  '(?:条件|要求|规定|政策|标准|规则|门槛|资格|时间|截止|限额|限项|名额|材料|流程|范围|对象|指南|通知|方向|单位条件)';
/** What only a call has; no paper, company or person of the asker's own. */
const ofCall = [
  '(?:申报)?指南',
  '通知(?!书)',
  `(?:那|这)?(?:次|批)?申报(?:的)?${requirement}`,
  '(?:条件|要求|规定|政策|规则|门槛)',
  '(?:申报的?)?(?:项目)?负责人(?:的)?(?:年龄|岁数|要求|条件|门槛|职称|学[历位]|要|有)',
  '年龄|岁数',
  '出生(?:日期|年月)?(?:线|要求|限制|上限|卡|最早|不早|不能早|从|在哪)',
  '(?:财政)?资助(?![的过了给])',
  '支持(?:额度|多少|几|强度|金额)',
  `(?:选题)?${direction}`,
  '(?:拟)?立项(?:数|几|多少)',
  '形式审查',
  '附(?:件)?[1-5一二三四五]',
  '(?:友城|协议|基地)(?:清单|名单)',
  '(?:共性|考核)指标',
  '(?:一共|总共|共)?(?:有|设|列|分|拟|要)?(?:立项?|支持|资助)?(?:几|多少|哪些|什么|哪几)[个项条类份对]?(?:的)?(?:选题)?(?:方向|项目(?![没未在还])|指标|友城|协议|基地|条件|要求)',
  '配套(?:比例|要求|多少)',
  '实施期(?!间)',
].join('|');
const may =
  '(?:还|也|都|又|再|现在)*(?:能不能|可不可以|能否|可否|是否|能|可以|怎么|如何|什么时候|啥时候|几月|何时|到什么时候)+(?:还|再|够)*(?:申报|报名|报(?!告|过|了|的)|申请)';

/** The words that name the year; what stands behind shows that a call is meant. */
const named = [
  new RegExp(`${year}${of}(?=(?:里|里面|中)?(?:${ofCall}))`, 'gu'),
  new RegExp(`${year}年?(?:度)?(?=的?${may})`, 'gu'),
  new RegExp(
    `(?:按照?|依据?|根据|照着?|查|问|看|用|要)(?:一下)?(?:的是)?${year}年?(?:度|版)?的?(?:来|算|说|看|走)*(?=$|[,，。?!;:])`,
    'gu',
  ),
  /(?:\b(?:in|under|by|for|of) )?(?:\bthe )?(?<year>20[0-3]\d|\blast year's|\bnext year's) (?:jiangxi )?(?=(?:call|guide(?:lines?)?|program(?:me)?|edition|rules?|requirements?|conditions?|age limit)\b)/gu,
];
/** The year by itself: 那2023年的呢, 去年呢. */
const bare = new RegExp(`^(?:那|那么|要是|如果|换成)?(?:是|按)?${year}年?(?:度|版)?的?(?:呢|的话)?[?。]*$`, 'u');

const differing = '变|不同|不一样|一样|区别|差别|改|调整|新增|增加|减少|放宽|收紧|多了|少了|出入|相比|对比';
const compared = new RegExp(
  `(?:和|跟|与|比|较|同|相比)(?:起|于)?${year}年?(?:度|版|届)?(?:的|那[份版次])*(?:指南)?(?:相比|比起?来?|比较|对比)?(?=[^,，。]{0,14}(?:${differing}))`,
  'gu',
);

/** The calls that a question asks for; undefined where it names none. `today`: ISO day, from which 去年 counts. */
export function callsAsked(raw: string, today: string): CallAsked | undefined {
  const text = normalise(raw);
  const compares = [...text.matchAll(compared)];
  const alone = bare.exec(text);
  const found = [...compares, ...named.flatMap((each) => [...text.matchAll(each)]), ...(alone ? [alone] : [])];
  const spans = found
    .flatMap((match) => [...besideIt(text.slice(0, match.index)), match])
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      year: yearOf(match.groups?.year, today),
    }))
    .sort((one, other) => one.start - other.start);
  const years = [...new Set(spans.map((each) => each.year))];
  if (years.length === 0) return undefined;
  return { years, rest: without(text, spans), compares: compares.length > 0, alone: alone !== null };
}

/** What dates something of the asker's own, soon behind a year. */
const own =
  '[我咱他她刚才已了过前后]|本单位|注册|成立|登记|签|毕业|评上|聘|出生|生的|发表|立项的|结题|批的|审计|财务|年报|论文|[到至起]|开始';
const leading = new RegExp(`^(?:请问|那|那么)?${year}年?度?[,，]?(?![的\\d./-]|[^?]{0,12}(?:${own}))`, 'u');

/** The year with which a question begins: 2023年南昌和高松是友好城市吗. It may be that of a call. */
export function leadingYear(raw: string, today: string): CallAsked | undefined {
  const text = normalise(raw);
  const found = leading.exec(text);
  if (!found) return undefined;
  const years = [yearOf(found.groups?.year, today)];
  return { years, rest: text.slice(found[0].length), compares: false, alone: false };
}

/** Any year, but for the day of a month. */
const loosely = new RegExp(`${year}年?(?:度|版|届)?的?(?!\\d)`, 'gu');

/** Every year that is named, where it is known that other years' calls are meant: 去年管到几岁. */
export function yearsNamed(raw: string, today: string): CallAsked {
  const text = normalise(raw);
  const spans = [...text.matchAll(loosely)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    year: yearOf(match.groups?.year, today),
  }));
  const compares = new RegExp(differing).test(text);
  return { years: [...new Set(spans.map((each) => each.year))], rest: without(text, spans), compares, alone: false };
}

function besideIt(before: string): RegExpExecArray[] {
  const match = also.exec(before);
  return match ? [match] : [];
}

const ago: Readonly<Record<string, number>> = { 去: 1, 上: 1, 前: 2, 明: -1, 来: -1, 下: -1, 后: -2 };
const english: Readonly<Record<string, number>> = { last: 1, next: -1 };

function yearOf(word = '', today: string): number {
  const [thisYear = 0] = today.split('-').map(Number);
  const back = ago[word.charAt(0)] ?? english[word.split(' ')[0] ?? ''];
  if (back !== undefined) return thisYear - back;
  const plain = [...word].map((each) => digitOf(each)).join('');
  return plain.length === 2 ? 2000 + Number(plain) : Number(plain);
}

/** 〇 and 零 are both nothing. */
const digitOf = (sign: string): string => {
  const at = digits.indexOf(sign);
  return at < 0 ? sign : String(Math.max(0, at - 1));
};

function without(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of spans) {
    rest += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return (rest + text.slice(from)).replace(/^[,，。;:]+/, '');
}
