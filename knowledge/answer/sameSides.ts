/**
 * What sets two questions apart that are made of the same words: who does it to whom, what is counted, whether it must or only may be,
 * and which side of a pair it is about (before or after, the most or the least, at home or abroad, all or only some).
 */
import { isFraming } from './sameWords.ts';

export interface Sides {
  /** Who does it, for or to whom; nobody where nothing tells them apart. */
  doer: string | undefined;
  parties: ReadonlySet<string>;
  /** To or for whom: 给外方. */
  given: ReadonlySet<string>;
  /** The words in their order, those between which something stands. */
  order: readonly string[];
  /** What stands behind each numeral: 两个负责人. */
  counted: ReadonlyMap<string, string>;
  modal: ReadonlySet<string>;
  marks: ReadonlySet<string>;
}

const party =
  /(?<mark>[由被让叫请使给向跟对替为]?)(?<who>本单位|推荐单位|境内参与单位|外方|负责人|成员|科技厅|项目|企业|公司|高校|学校|医院|院所|专家|教师|我们单位|我们|咱们)/gu;
const doing = new Set([...'由被让叫请使']);
const giving = new Set([...'给向对替为']);
const turns = /[给把被让由有向跟对替为叫请使]/u;

const count =
  /(?<figure>[一二两三四五六七八九十\d]+)[个家名位项](?<thing>负责人|推荐单位|境内参与单位|本单位|外方|单位|成员|项目|方向|人)/gu;

const modals: readonly [string, RegExp][] = [
  ['strictly', /必须|必需|务必|一定[要得是]|非得|非要|强制/],
  ['must', /要不要|(?<![想只重主])要(?![求是件])|需|须|用不用|必|一定|非得|得(?=是|要|有|在)/],
  ['may', /可以|可否|(?<![可功性智])能(?![力源])|行(?:吗|不|$)|允许|允不允许|让不让|准不准/],
];

const marks: readonly [string, RegExp][] = [
  ['most', /上限|最多|至多|最高|封顶|不超过|限项|限报/],
  ['least', /下限|至少|最少|起码|最低|不少于/],
  ['over', /(?<!不)(?:多于|超过|大于|高于)/],
  ['under', /(?<!不)(?:少于|低于|小于|不足)/],
  ['before', /[之以]前|(?<![目提])前(?![沿景期\d])|事先/],
  ['after', /[之以]后|(?<![最今落])后(?![补勤台期续果])/],
  ['planned', /准备|打算|即将|将要|拟/],
  ['at home', /境内|国内/],
  ['abroad', /境外|国外|海外/],
  ['in the province', /省内(?!外)|本省/],
  ['outside the province', /(?<!内)省外|外省/],
  ['except', /除(?!夕)|以外|之外|例外/],
  ['all', /所有|全部|全都|一律|任何|凡是|统统|都(?=要|能|可以|必须|得)/],
  ['some', /部分|有的|某些|个别|(?<!到)一半/],
  ['only', /只(?!要)|仅|唯一|单独/],
  ['earlier', /去年|上一?[年次批轮]|往年|历年|以往|以前(?!\p{Script=Han}*[后前])/u],
  ['later', /明年|下一?[年次批轮]|来年|今后/],
  ['how much', /(?<![是话码址号])多少(?![个项份家名人次岁台兆])/],
  ['old', /(?<!折)旧|二手/],
  ['again', /再次|重新|重复|多次/],
  ['the saying itself', /谁说|听说|据说|说法|哪一?条|依据|出处|谁定的|谁规定/],
];

const found = (text: string, table: readonly [string, RegExp][]): ReadonlySet<string> =>
  new Set(table.flatMap(([name, says]) => (says.test(text) ? [name] : [])));

/** Read from a question as it was asked and in plain words. */
export function sidesOf(text: string, plain: string): Sides {
  const named = [...plain.matchAll(party)].map(({ groups }) => ({
    mark: groups?.mark ?? '',
    who: (groups?.who ?? '').replace(/我们(?:单位)?|咱们/, '本单位'),
  }));
  const parties = new Set(named.map(({ who }) => who));
  const doer = named.find(({ mark }) => doing.has(mark)) ?? named.find(({ mark }) => mark === '');
  return {
    doer: turns.test(plain) ? doer?.who : undefined,
    parties,
    given: new Set(named.filter(({ mark }) => giving.has(mark)).map(({ who }) => who)),
    order: orderOf(plain),
    counted: new Map([...plain.matchAll(count)].map(({ groups }) => [groups?.figure ?? '', groups?.thing ?? ''])),
    modal: found(text, modals),
    marks: new Set([...found(text, marks)].filter((mark) => !inName(mark) || found(plain, marks).has(mark))),
  };
}

/** 国外合作单位 is 外方, and says nothing of a place. */
const inName = (mark: string): boolean => mark === 'at home' || mark === 'abroad';

/** Whether two questions turn a thing about: 外方给申报单位, 申报单位给外方; 两个负责人, 两个项目. */
export function isTurned(asked: Sides, one: Sides): boolean {
  const swapped =
    asked.doer !== undefined &&
    one.doer !== undefined &&
    asked.doer !== one.doer &&
    one.parties.has(asked.doer) &&
    asked.parties.has(one.doer);
  const received = isGiven(asked, one) || isGiven(one, asked) || isSwapped(asked.order, one.order);
  return (
    swapped || received || [...asked.counted].some(([figure, thing]) => (one.counted.get(figure) ?? thing) !== thing)
  );
}

/** What one does is done to the same in the other. */
const isGiven = (asked: Sides, one: Sides): boolean =>
  one.doer !== undefined && asked.given.has(one.doer) && asked.doer !== one.doer && !one.given.has(one.doer);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const between = '|';
const verb = /^(?:用|有|没有|给|请|让|是|在|去|当|作|作为|到|对|从|拿|做)$/;

/** 子公司可以用母公司的场地 → 子公司 | 母公司 场地: a bar for a verb that says nothing of its own; 把 and 由 move words about and turn nothing. */
function orderOf(plain: string): string[] {
  if (/[把由被]/.test(plain)) return [];
  const words = [...segmenter.segment(plain)].map(({ segment }) => segment).filter((word) => /\p{L}|\p{N}/u.test(word));
  return words
    .filter((word) => verb.test(word) || !isFraming(word))
    .map((word) => (verb.test(word) ? between : word))
    .filter((word, at, all) => word !== between || (at > 0 && all[at - 1] !== between));
}

/** Longest question, in words, that is looked through for words that changed places. */
const longest = 10;

const solids = (words: readonly string[]): number => words.filter((word) => word !== between).length;

/** Whether two stretches with something between them have changed places, and all others stand where they stood. */
function isSwapped(asked: readonly string[], one: readonly string[]): boolean {
  const said = asked.filter((word) => word !== between);
  const known = one.filter((word) => word !== between).join(' ');
  if (said.length > longest || known === said.join(' ') || known.length !== said.join(' ').length) return false;
  const bars = new Set(asked.flatMap((word, at) => (word === between ? [solids(asked.slice(0, at))] : [])));
  const places = said.map((_word, at) => at);
  return places.some((from) =>
    places.some((to) => to > from && places.some((at) => at >= to && isKnownTurned(from, to, at))),
  );

  function isKnownTurned(from: number, to: number, at: number): boolean {
    return places.some((last) => {
      if (last < at || (at === to && !(bars.has(to) && last - from + 1 < said.length))) return false;
      const turned = [
        ...said.slice(0, from),
        ...said.slice(at, last + 1),
        ...said.slice(to, at),
        ...said.slice(from, to),
        ...said.slice(last + 1),
      ];
      return said.length > 2 && turned.join(' ') === known;
    });
  }
}

/** Whether a question is on a side on which no question of the unit is. */
export function isBeside(asked: Sides, unit: readonly Sides[]): boolean {
  const there = new Set(unit.flatMap(({ modal, marks }) => [...modal, ...marks]));
  if ([...asked.marks].some((mark) => !there.has(mark))) return true;
  if (asked.modal.has('strictly') && !there.has('must')) return true;
  return false;
}

/** Whether one asks if a thing must be and the other only if it may. */
export function isOtherModal({ modal }: Sides, unit: readonly Sides[]): boolean {
  const there = new Set(unit.flatMap((each) => [...each.modal]));
  const may = modal.has('may') && !modal.has('must') && there.has('must') && !there.has('may');
  const must = modal.has('must') && !modal.has('may') && there.has('may') && !there.has('must');
  return may || must;
}
