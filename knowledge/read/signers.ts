/** Signers told by their office: 林科所所长签的，对方主任签的; 院长和匈方副校长都签了. 甲 stands for our side, 乙 for theirs. */
import { spelledBySound } from '../places/bySound.ts';
import { mainlandStart } from '../places/candidates.ts';
import { countries } from '../places/country.ts';
import { namesUnit } from './namesUnit.ts';

/** The units whose signatures are asked for, where they are known. */
export interface Parties {
  readonly ours?: string | undefined;
  readonly theirs: readonly { readonly name?: string; readonly city?: string; readonly country?: string }[];
}

const offices: readonly (readonly [string, string])[] = [
  ['(?:vice|deputy)[ -](?:president|rector|chancellor|principal)', '副校长'],
  ['president|rector|chancellor|principal', '校长'],
  ['(?:general|project) manager|managing director|ceo|cto|chair(?:man|woman|person)?|boss', '总裁'],
  ['(?:vice|deputy|executive)[ -](?:director|dean|head)', '副主任'],
  ['director|dean|head of [a-z]+|manager', '主任'],
  ['prof(?:essor|\\.)?(?![a-z])|pi', '教授'],
];
const inLatin = offices.map(([words, office]): readonly [RegExp, string] => [
  new RegExp(` ?(?<![a-z])(?:the )?(?:${words})(?![a-z]) ?`, 'g'),
  office,
]);

const pronouns: readonly (readonly [RegExp, string])[] = [
  [/ ?(?<![a-z])(?:they|he|she|the (?:other|foreign|overseas|german) (?:side|party)) ?(?![a-z])/g, '对方'],
  [/ ?(?<![a-z])(?:we|our(?: side| own)?|on our side) ?(?![a-z])/g, '我们'],
  [/ ?(?<![a-z])last (?:week|mon|tues|wednes|thurs|fri|satur|sun)(?:day)? ?(?![a-z])/g, '上周'],
];

/** Offices in English by their Chinese names; those of nobody named are of the overseas side. */
export function officesInChinese(sentence: string): string {
  if (!/[a-z]{2}/.test(sentence)) return sentence;
  const plain = pronouns.reduce((said, [words, side]) => said.replace(words, side), sentence);
  return inLatin.reduce(
    (said, [words, office]) =>
      said.replace(words, (_hit, at: number) =>
        /^$|[,。;:和跟与及]$/.test(said.slice(0, at)) ? `外方${office}` : office,
      ),
    plain,
  );
}

const office =
  '(?:常务|执行)?副?(?:导师|组长|课题组|研究员|院士|教授|博士|老师|[校院所部处站厂场社会馆台科局司]长|主任|主席|总裁|总经理|经理|董事长?|理事长|执行长|秘书长|总监|书记|老总|老板|一把手|负责人|法定代表人|法人代表|法人|[\\p{Script=Han}]总(?=也|都|签|已|和|跟|与))';
const officer = new RegExp(`([^,。;甲乙双签和跟与及、都也]{0,12}?)${office}`, 'gu');
/** 南昌, 林科所, 省农科院 lie here; so does a kind of unit without a name (学院院长). */
const here =
  /[农林医药地矿气水社]?科[所院]|农[大院所]|师[大院范]|中医|^(?:江西)?省|[市县区乡镇]|中国|中科|国家|我|咱|本|自己|江西|赣/;
const unit = /(?:的|大学|学院|院|所|公司|集团|中心|医院|企业|厂|机构|学校|实验室)[\p{Script=Han}]{0,4}$/u;
const bareUnit =
  /^(?:分管|主管|常务|执行|新任|前任|两位|那个|这个)*(?:(?:课题组|团队|大学|学院|院|所|公司|集团|中心|医院|企业|厂|机构|学校|研究[所院]|单位|实验室|[校院所]办?)?的?[\p{Script=Han}]?)$/u;

type Side = '甲' | '乙' | 'named' | 'bare';

function sideOf(prefix: string, { ours, theirs }: Parties): Side {
  const of = prefix.replace(/^(?:也?是|由|有|让|找|请|已经?|都|签了?|协议|而且|然后)+/, '');
  if (
    theirs.some(
      ({ name, city, country }) =>
        (name !== undefined && namesUnit(of, name, [name, ours ?? ''])) ||
        [city, country].some((place) => place !== undefined && place.length > 1 && of.includes(place)),
    ) ||
    /[a-z]{3}/.test(of) ||
    spelledBySound(of.replace(/的$/, ''))
  )
    return '乙';
  if (
    mainlandStart(of) !== undefined ||
    here.test(of) ||
    (ours !== undefined && of.length > 1 && namesUnit(of, ours, [ours]))
  )
    return '甲';
  return unit.test(of) && !bareUnit.test(of) ? 'named' : 'bare';
}

/** The clauses with 甲 and 乙 for officers too. Whose officer it is follows from who else signs. */
export function withOfficers(parts: readonly string[], parties: Parties): string[] {
  const whole = parts.join(',');
  const found: Side[] = [];
  const known = parts.map((part) =>
    /签/.test(part)
      ? part.replace(officer, (hit, prefix: string) => {
          const side = sideOf(prefix, parties);
          found.push(side);
          return side === '甲' || side === '乙' ? side : hit;
        })
      : part,
  );
  const has = (side: '甲' | '乙') => known.some((part) => part.includes(side)) || /双/.test(whole);
  const names = found.filter((side) => side === 'named').length;
  const takes: Record<'named' | 'bare', string | undefined> = {
    named: !has('甲') && has('乙') ? '甲' : has('甲') && !has('乙') ? '乙' : names > 1 && !has('乙') ? '双' : undefined,
    bare: has('甲') ? undefined : '甲',
  };
  return known.map((part) =>
    /签/.test(part)
      ? part.replace(officer, (hit, prefix: string) => {
          const side = sideOf(prefix, parties);
          return (side === 'named' || side === 'bare' ? takes[side] : undefined) ?? hit;
        })
      : part,
  );
}

const abroad = countries
  .filter(({ code }) => code !== 'CN')
  .map(({ code, names }) => ({ code, names: names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name)) }));
const theSide =
  /外方|对方|他们|人家|老外|国外|境外|双方|各方|[两三四几每][方家边头个].{0,6}[都均全]|均|^(?:都|全)(?:已|已经)?签|[都全]签(?:了|好|完|妥|字|齐)*$/;

/** Whether of several overseas units only some are told to have signed, each by its country. */
export function signsForSome(parts: readonly string[], { theirs }: Parties): boolean {
  const several =
    theirs.length > 1 || parts.some((part) => /[三四](?:方|家|边)|[两2](?:家|个)(?:外方|境外|国外|外国)/.test(part));
  if (
    !several ||
    parts.some(
      (part) =>
        theSide.test(part.replace(/(?<=[^,三四双各])都(?=签(?:了|好)?$)/, '也')) &&
        !/[三四]方(?:的)?(?:一份|协议)/.test(part),
    )
  )
    return false;
  const named = abroad.filter(({ names }) => parts.some((part) => names.some((name) => part.includes(name)))).length;
  return named > 0 && named < Math.max(2, theirs.length);
}
