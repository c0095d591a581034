/** 附5 三（一）: 注册在南昌, 总部在北京. Where a unit is registered counts; of where it works the guide says nothing. */
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { citedBy, type Judged } from './verdict.ts';

const home =
  '(?:江西|本省|省内|南昌|九江|景德镇|宜春|上饶|赣州|鹰潭|新余|吉安|萍乡|抚州|贵溪|井冈山|瑞昌|丰城|高安|樟树|德兴|赣)';
const registered = '(?:注册|登记|执照|法人证|成立|落户)';
/** 注册地南昌, 执照是江西的, 在赣州注册的. */
const registeredHere = new RegExp(
  `${registered}(?:地|地址|地点)?(?:就|都|也)?(?:是|在|为|于)?(?:我们)?${home}|${home}(?:市|省|县|区)?(?:这边|本地)?${registered}`,
);
/** What lies elsewhere is no registration. */
const works =
  /总部|总公司|母公司|集团|办公|研发|实验|生产|工厂|厂房|厂子|经营|运营|团队|人员|员工|老板|法人代表|股东|老总|上班|业务|基地(?!.{0,4}国合)|场地|实际/;

/** 总部在深圳 tells nothing of where the applicant itself is registered. */
const headquarters = /总部|总公司|母公司/;
const itself = /注册|登记|执照/;
const branch = /分公司|分部|分支|办事处/;

const uses = [
  'outside-jiangxi',
  'registration',
  'registration-age',
  'jiangxi',
  'business-licence',
  '@side',
  '@place',
  'subsidiary-word',
  'foreign-subsidiary',
  'overseas-branch',
  'odd-applicant',
  'where-counts',
  'limits',
  'team-member',
  'legal-person',
  'branch-unit',
];
const homes = new RegExp(home, 'g');
/** 2022年迁到赣州. */
const moved = /[迁搬](?:到|至|来|入|进|过)/;

/**
 * What is said instead of 符合 where a unit is registered elsewhere (2015年成立，注册在湖南); nothing where only its head office is, of which
 * `judgedPlace` speaks. Undefined where no other place is told.
 */
export function judgedElsewhere({ concepts, text }: Asked, { guide }: AnswerFrame): Judged[] | undefined {
  const here = text.match(homes)?.length ?? 0;
  const came = moved.test(text) && here === 1;
  if (!came && (!concepts.has('outside-jiangxi') || registeredHere.test(text))) return undefined;
  if (!came && headquarters.test(text) && !itself.test(text)) return [];
  const common = {
    id: 'unit.registered-elsewhere',
    citation: citedBy('unit.registered-in-jiangxi', guide),
    uses: [...uses, 'academic-unit', 'lead', 'apply'],
  };
  if (here > 0)
    return [
      {
        ...common,
        tone: 'open',
        zh: '看注册地：申报单位须在江西省注册、具有独立法人资格；从外省迁来的，注册时间怎样算，指南没有写',
        en: 'It depends on where the unit is registered, which must be Jiangxi; how the time before a move counts the guide does not say',
      },
    ];
  return [
    {
      ...common,
      tone: 'bad',
      zh: '不能：申报单位须在江西省注册、具有独立法人资格，注册在外省的不能作申报单位',
      en: 'No: the applying unit must be a legal person registered in Jiangxi',
    },
  ];
}

export function judgedPlace(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const { concepts, text } = asked;
  const elsewhere = concepts.has('outside-jiangxi') || named(asked, 'place').length > 0;
  const other = text.replace(registeredHere, '');
  const here = registeredHere.test(text) && works.test(other) && !/注册|登记/.test(other);
  const parent =
    headquarters.test(text) && !itself.test(text) && !branch.test(text) && !concepts.has('overseas-partner');
  if (!elsewhere || !(here || parent)) return [];
  return [
    {
      id: 'unit.registered-here',
      tone: 'plain',
      zh: '看注册地：申报单位须在江西省注册、具有独立法人资格，注册在江西的符合这一条；指南没有写总部、办公、研发、生产和人员要在哪里',
      en: 'What counts is where the unit is registered, which must be Jiangxi; the guide does not say where it has to work',
      citation: citedBy('unit.registered-in-jiangxi', guide),
      uses,
    },
  ];
}
