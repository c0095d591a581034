/** Which of the dates of a text is the one asked for, and what in the words around it takes its meaning away. */
import type { FoundDate } from './datesIn.ts';
import { isRough, saysUnknown } from './sureness.ts';

const boundAfter =
  /^[\])]?(?:当天|当日)?(?:\(?含\)?)?(?:以前|之前|前(?![身任])|以后|之后|后(?![勤来面])|往前|往后|前后|上下|左右)/;
const boundBefore = /(?:并非|没有|不到|没到|早于|晚于|迟于|先于|不早|不晚|除了|最[早晚迟])(?:[于在是])?$/;
const notThis = /(?:不是|并非|而非)(?:[在于]|出生于)?$/;
const otherEvent =
  /毕业|入职|工作|参加|培养|合作|往来|互访|结婚|评上|评的|聘|拿到|获得|更名|改名|迁|搬|改制|上市|校庆|审计|年会|退休|读[博研]|入党|获批|认定|立项|到期|有效期/;
const thisEvent =
  /[拿领发办]的?(?:了|到)?(?:营业)?执?照|出生|生于|#生|生日|生人|成立|注册|登记|创|建(?!立合作|立联系)|设立|开办|办学|有了|取得|执照|法人证|证书|批的|批准/;
const moves = /迁|搬/;
const movedNextDoor = /[搬迁][^,。;]{0,4}(?:新(?!疆|余|干)|厂区|园区|校区|楼)/;
const dateStands = /(?:成立|注册|登记)(?:的)?(?:日期|时间|年份|日子)[^,。;]{0,4}(?:[没未]有?|不)(?:[变改换动]|更)/;
const denied = /没|[未尚]|不/;
const harmless =
  /没(?:问题|错|有?(?:再)?(?:变|改|换|动|迁|搬)|毛病|多久)|不(?:都|早|已经|刚)?[说写讲报填][了过]|不(?:过|错|变|远|久|会错|用|容易|含糊|动产|多|迟|早|含)|(?:从|并|一直)?未(?:再)?(?:变|改|换)|尚可/g;
/** 换发、改名、核准: dates of something else, as are those of people or units that take no part. */
const elsewhere =
  /(?:改|换|更)[成为了叫]*[^,。;#]{0,6}(?:名字?|名称|校名)|换过|换了|换[^,。;]{0,6}(?:法人|法定代表人|地址|名称)|重新?[打办领印换]|新执照|换发|换证|新证|发证|核准|改过|改名|更名|(?:家里人|别人|老人|父母)说|^老(?:厂|校|所|院|单位|公司)|其实|以为|(?:原来|之前|以前|本来|先前)[^,。;#]{0,4}(?:填|写|报)|不参加|不参与|子公司|前身|校庆|改制|增资|变更|复审|年检|高新技术企业/;
const someoneElse =
  /我(?:的)?(?:妈|爸|哥|姐|弟|妹)|爱人|老婆|老公|妻子|丈夫|儿子|女儿|孩子|父亲|母亲|同事|同学|学生|助手|师兄|师弟|师姐|师妹|外方|对方|副手|成员|联系人/;
const lead = /负责人|主持人|牵头人/;
const decisive =
  /(?:法人证书?|营业执照|登记证书?)(?:上|登记)?(?:的|写|日期|时间)*[是为#]|(?:按|以|照).{0,10}(?:为准|就是|来|算|填|报)|为准|就是|应该?是|正确的|准确的|最初|最早(?![于在])|首次(?:注册|成立|登记)|实际(?:上|是)?/;

/** A remark that says nothing about what is asked may hold any words; 证 and the like keep their date. */
interface DateClause {
  found: FoundDate;
  /** The words of its clause, the date itself as `#`. */
  words: string;
}

/** The clause in which a date stands. */
function clauseOf({ start, end }: FoundDate, text: string): string {
  return `${/[^,。;!]*$/.exec(text.slice(0, start))?.[0] ?? ''}#${/^[^,。;!]*/.exec(text.slice(end))?.[0] ?? ''}`;
}

type Test = (one: DateClause, all: readonly DateClause[], text: string) => boolean;

/** Why a date is not meant when another one is; tried in this order, as long as a date is left. */
const beside: readonly Test[] = [
  ({ found }, _, text) => notThis.test(text.slice(Math.max(0, found.start - 8), found.start)),
  ({ words }) =>
    elsewhere.test(
      words.replace(/(?:改制|更名|改名|重组|合并|变更)(?:了)?(?:以?后|之后)的?(?=[^,]*(?:注册|登记|成立))/, ''),
    ),
  ({ words }) => otherEvent.test(words) && !moves.test(words) && !thisEvent.test(words),
  ({ words }) => someoneElse.test(words) && !lead.test(words),
  // 07年成立，去年搬到新厂区
  ({ words }, all) =>
    movedNextDoor.test(words) && !thisEvent.test(words) && all.some((other) => thisEvent.test(other.words)),
  // 2016年成立，2022年整体迁来，成立日期没变
  ({ words }, _, text) => moves.test(words) && !thisEvent.test(words) && dateStands.test(text),
];

function without(all: readonly DateClause[], out: (one: DateClause) => boolean): readonly DateClause[] {
  const left = all.filter((one) => !out(one));
  return left.length > 0 ? left : all;
}

/** 我1990年的，负责人1966年: the text says that the writer is somebody else. */
function ofTheLead(all: readonly DateClause[], text: string): readonly DateClause[] {
  const at = text.search(lead);
  if (at < 0) return all;
  const own = text.slice(0, at).search(/(?:^|[,。;])我(?![们校院所司单])/);
  return own >= 0 ? without(all, ({ found }) => found.start < at) : all;
}

/** 15年是租厂房: what an earlier year was, told behind the date itself. */
const otherwise =
  /^(?:那个|那|而|至于)?#+(?:那[年次个]|的时候)?(?:才)?是(?!#|我们?(?:注册|登记|成立)|在|从|这|对|它|他)\p{Script=Han}{2,12}$/u;

/** Without the years that a later clause explains as something else. */
function unexplained(all: readonly DateClause[]): readonly DateClause[] {
  const out = all.filter(
    ({ words }, i) => i > 0 && otherwise.test(words) && !thisEvent.test(words) && !decisive.test(words),
  );
  const years = new Set(out.map(({ found }) => found.parts.year % 100));
  return without(
    all,
    (one) =>
      out.includes(one) ||
      (out.length > 0 && one.found.parts.month === undefined && years.has(one.found.parts.year % 100)),
  );
}

/** Of several dates those that are meant: not what is denied, happened to somebody else, or was something else. */
export function meant(dates: readonly FoundDate[], text: string): FoundDate[] {
  if (dates.length < 2) return [...dates];
  const parted = text.replace(/不过|但是|后来|然后/g, ',,');
  let left: readonly DateClause[] = dates.map((found) => ({ found, words: clauseOf(found, parted) }));
  for (const out of beside) left = without(left, (one) => out(one, left, text));
  left = ofTheLead(unexplained(left), text);
  const settled = left.filter(({ words }) => decisive.test(words));
  // 生日就是国庆节，1979年的: a day alone needs its year beside it.
  if (settled.some(({ found }) => found.how !== 'month-day')) left = settled;
  return left.map(({ found }) => found);
}

const exact = '请写具体的那一天，例如 2019-08-02；只记得年份也可以。';
const single = '请只写要填的那个日期，例如 2019-08-02。';
const unsure = '拿不准的日期先不记，请写证件上的日期，例如 2019-08-02；只记得年份也可以。';
const onlySure = '能确定的只写年份就行，例如 1998；不知道就回复“不知道”。';
const aboutTheDay = /[几哪][年月号天日]|月日|月和日|日期|具体|日子|号数|月份/;
const strongDoubt = /不(?:太|大|能)?确定|记不|没把握|说不[准好]|不敢|没印象|吃不准|拿不准/;
const bareDoubt =
  /^.{0,3}(?:我|也|还|要|得|再|回头|不|太|大|去|先|问|查|一下|看|他|她|核实|确认|吧|知道|清楚|记得|晓得|了|的){2,}.{0,2}$/;

/** 比我小一轮 behind a full date of somebody else says no more; of the writer's own date it speaks of another one. */
function compares(found: FoundDate, text: string, rest: string): boolean {
  if (!/比[^,]{1,6}[大小]/.test(rest)) return false;
  const ownDate = /(?:^|[,。;])我(?![们校院所司单])/.test(text.slice(0, found.start));
  const behind = /[,。;][他她]?比[我他她][^,]{0,4}[大小]/.test(text.slice(found.end));
  return found.how !== 'full' && found.how !== 'short' ? true : ownDate || !behind;
}

/** What stands around a date may take its meaning away; gives the hint. `rest` has `#` for every date. */
export function doubt(found: FoundDate, text: string, rest: string): string | undefined {
  const before = text.slice(Math.max(0, found.start - 8), found.start);
  // 最早是2005年登记的 is the first registration, no bound.
  const firstly =
    /最早(?:的)?(?:[是在于])?$/.test(before) && /^(?:注册|登记|成立|设立|[办拿领]|建|创)/.test(text.slice(found.end));
  if (firstly) return undefined;
  if (boundAfter.test(text.slice(found.end)) || boundBefore.test(before) || notThis.test(before)) return exact;
  const words = clauseOf(found, text);
  if (denied.test(words.replace(harmless, '')) && !saysUnknown(words)) return single;
  if ((otherEvent.test(words) && !thisEvent.test(words)) || compares(found, text, rest)) return single;
  const parts = rest.split(/[,。;!()]/);
  const own = parts.findIndex((part) => part.includes('#'));
  if (parts.some((part) => isRough(part) && (part.includes('#') || part.length <= 6))) return unsure;
  const doubted = parts.some(
    (part, i) =>
      saysUnknown(part) &&
      !aboutTheDay.test(part) &&
      (strongDoubt.test(part)
        ? part.includes('#') || part.length <= 10
        : i >= own &&
          saysUnknown(part.slice(part.lastIndexOf('#') + 1)) &&
          (part.includes('#') || bareDoubt.test(part)) &&
          !/查的|查到|查过/.test(part)),
  );
  return doubted ? onlySure : undefined;
}
