/** What announces facts of the applying unit and of the money and time asked for. */
import { asFacts, moneyAnswer } from '../questions/build.ts';
import { readLegalPerson } from '../read/readLegalPerson.ts';
import { readUnitKind } from '../read/readUnitKind.ts';
import type { Clause } from './clauses.ts';
import { anyone, type Cue, ours, taken } from './cue.ts';
import { locationIn } from './location.ts';
import { kindOfName, nameIn, unitWords } from './unitNames.ts';

const signs = '[\\p{Script=Han}（）()]';

const kindNouns =
  '企业|民营企业|有限责任公司|有限公司|股份公司|公司|厂子|工厂|高校|大学|研究所|研究院|科研院所|科研所|医院|三甲医院|卫生院|中医院|妇幼保健院|合作社|学会|协会|社会组织|事业单位|管委会|民企|国企';
const kindForms = [
  // 我们是一家…企业, 我们高校的, 我们研究所和…, 单位医院
  `^(?:我们?|本单位|我们单位|(?:申报|牵头)?单位)(?:这边|这里|这|就|都|本身|也|其实|实际上?|现在|目前)*(?:是|为|属于)(?:${signs}{0,4}一?[家个所])?(?:${signs}{0,12}的)?(?:${signs}{0,4})(${kindNouns})(?:的|里|这边|$|[和跟与想要能的在申报自])`,
  `^(?:我们?|本单位|我们单位|(?:申报|牵头)?单位|县里的?|市里的?|乡里的?|乡下的?|镇上的?)(${kindNouns})(?:的|里|这边|$|[和跟与想要能的在申报自])`,
  `^(?:是|属于)(?:一[家个所]|家|个)?(${kindNouns})$`,
  `^(${kindNouns})(?:的)?$`,
  `^(${kindNouns})(?:申报|自有|想?申请|的账|营业执照|名叫|叫|名|要\\d|要[一二两三四五六七八九十百]|(?:能|可以)[出拿配]|自筹|(?:是|就)?在[^,]{2,6}(?:注册|登记)|注册[于在]|科教科|科研科|科技处|科研处|20\\d\\d年)`,
  `^我们?(${kindNouns})`,
  // 在我们医院兼职, 还没盖我们学校的公章
  `(?<![跟和与同让给])我们(公司|企业|厂子|大学|高校|医院|研究所|研究院|合作社)(?!的?合作)`,
  `^(?:我|人|单位|本人|负责人)(?:就|都)?(?:在|是)?(企业|高校|大学|医院|研究所|研究院)(?:里|工作|上班|的|老师|[人员])*$`,
  `^我(司)`,
  `^我是(公司|企业|医院)(?:老板|负责人|员工|法人|职工|的|这边)`,
  `^(?:我们|申报)?单位(?:性质|类型|类别)(?:是|为|属于)?(${kindNouns})$`,
  `^我们(所)(?:是|在|和|跟|与|有|要|想|申|叫)`,
].map((form) => new RegExp(form, 'u'));

const short: Readonly<Record<string, string>> = { 厂子: '企业', 所: '研究所', 司: '企业' };

const overseasPart = /(?:和|跟|与|同)[^,]*$/;
const money = '[\\d.〇零一二两三四五六七八九十百千]+(?:个)?(?:万|w|W|亿)?(?:元|块)?';

const amendedTo = new RegExp(`^改[成为]?(?:了)?(${money})$`);

/** A bare name is the speaker's own only where the text begins, or right behind 小单位, 民营的, 我是学校的. */
function ownName(text: string, { at, about, near }: Clause): string | undefined {
  const name = nameIn(text);
  if (name !== text || (at === 1 && about === 'open')) return name;
  return ownKind.test(near.split(',')[0] ?? '') && about !== 'partner' ? name : undefined;
}
const ownKind =
  /^(?:我们?|本|这边|是|就|家|个|小|大|的)*(?:单位|公司|企业|学校|厂子?|民营|国有|国企|民企|老师|搞科研|事业单位(?:法人)?|科研院所|高校|就?写一下|说一下|信息|情况)的?$/;

/** Beside a unit's name: it is where somebody studied or retired, or stands above the applying one. */
const anotherUnit = /毕业|留学|访学|读的|进修|客座|兼职|退休|简称|上级|主管|挂靠|隶属/;

export const unitCues: readonly Cue[] = [
  {
    question: 'unit.name',
    about: ours,
    moods: ['planned'],
    cue: unitWords,
    not: anotherUnit,
    keeps: ['unit.name'],
    read: (text, _, clause) => {
      const name = ownName(text, clause);
      return taken(name === undefined ? undefined : { 'unit.name': name });
    },
  },
  {
    question: 'unit.kind',
    about: ours,
    moods: ['planned'],
    cue: unitWords,
    not: anotherUnit,
    keeps: ['unit.kind'],
    read: (text, { facts }, clause) => {
      const known = facts['unit.name'];
      const name = known !== undefined && text.includes(known) ? known : ownName(text, clause);
      // 某某研究院，登记的是民办非企业单位: the register tells, not the name.
      if (name === undefined || /登记的?(?:是|为)|民办非|民非/.test(clause.near)) return undefined;
      if (facts['unit.kind'] === 'social-organisation' || facts['unit.kind'] === 'other-public-institution')
        return undefined;
      const kind = kindOfName(name);
      return taken(kind === undefined ? undefined : { 'unit.kind': kind });
    },
  },
  {
    question: 'unit.kind',
    about: ours,
    moods: ['planned'],
    cue: new RegExp(`${kindNouns}|我们所|我司`),
    not: /不是|二级|院系|分公司|毕业|考虑|联系|去过|合作单位|客户|供应商|下属|下面|孵化|隔壁/,
    keeps: ['unit.kind'],
    read: (text) => {
      const own = text.replace(overseasPart, '');
      for (const form of kindForms) {
        const noun = form.exec(own)?.[1] ?? form.exec(text)?.[1];
        if (noun === undefined) continue;
        // 事业单位 beside a school or a hospital is no kind of its own.
        if (noun === '事业单位' && !/我们|本单位/.test(text)) continue;
        const reading = readUnitKind(short[noun] ?? noun);
        if (reading?.is === 'value') return taken({ 'unit.kind': reading.value });
        if (noun === '事业单位' && /我们|本单位/.test(text)) return taken({ 'unit.kind': 'other-public-institution' });
      }
      return undefined;
    },
  },
  {
    question: 'unit.registration',
    about: ['open', 'us'],
    ownOnly: true,
    moods: ['past'],
    cue: /注册|登记|成立(?!了?[^年月日]{0,6}(?:组|队|小组|专班|中心|实验室|公司))|执照|法人证/,
    not: /不是|没|未|(?:公司|大学|学院|医院|研究所|中心)$|资本|资金|实验室|课题|团队|商标|办事处|分公司|子公司|项目|合作|外方|变更|搬|迁|也有|\d+万/,
    keeps: ['unit.registeredInJiangxi', 'unit.registrationDate'],
  },
  {
    question: 'unit.registration',
    about: ['open', 'us'],
    ownOnly: true,
    cue: /注册|登记|执照|^地[点址](?:就)?[在是]/,
    not: /不是|没|未|资本|资金|实验室|商标|办事处|分公司|子公司|合作|外方|变更|搬|迁|也有/,
    keeps: ['unit.location'],
    read: (text) => {
      const location = locationIn(text);
      return taken(location === undefined ? undefined : { 'unit.location': location });
    },
  },
  {
    question: 'unit.legalPerson',
    about: ['open', 'us'],
    ownOnly: true,
    cue: /独立(?:的)?法人|法人资格|事业法人|企业法人/,
    not: /代表|外方|上级|总公司|大学里|不知/,
    keeps: ['unit.legalPerson'],
    joins: /^独立的?$/,
    // 事业法人 alone tells the kind; whether it stands by itself was not said.
    read: (text) =>
      /独立|资格/.test(text) ? asFacts(readLegalPerson(text), (value) => ({ 'unit.legalPerson': value })) : undefined,
  },
  {
    question: 'funding.applied',
    about: anyone,
    moods: ['planned'],
    cue: /申请|申报|省里|省厅|省财政|要/,
    not: /外方|对方|市里|县里|区里|贷款|授信|每年|花了|批了|拿了|获|资助过|配套|专利|总(?:投入|经费|预算|额)/,
    piece: new RegExp(
      `((?:申请|申报|省里|省财政|要)(?:个|到|要|给|出|拿|省里|省财政|申请|的|经费|资金|金额|额度|拨款)*(?:是|为|:)?${money})(?=$|[三两一二四五\\d]年|[元块就行够的了做,，自配]|我们)`,
    ),
    keeps: ['funding.applied'],
    read: (text) =>
      /万|w/i.test(text) || /申请|省里|省财政/.test(text)
        ? moneyAnswer(text.replace(/^要/, '申请'), 'applied')
        : undefined,
  },
  {
    // 申请100万吧，哦不对，改成95万
    question: 'funding.applied',
    about: ours,
    beside: /^(?!.*(?:自有|自筹|配套)).*申请/,
    cue: amendedTo,
    keeps: ['funding.applied'],
    read: (text) => moneyAnswer(`申请${amendedTo.exec(text)?.[1] ?? ''}`, 'applied'),
  },
  {
    question: 'unit.ownFunds',
    about: ours,
    moods: ['planned'],
    cue: /自筹|自有|配|自己|能[拿掏出]出?来?|拿出来?|企业出|公司出|我们出/,
    not: /外方|对方|市里|县里|贷款|授信|每年|不(?:够|足|到)|没(?!有?问题)/,
    piece: new RegExp(
      `((?:自筹|自有(?:资金)?|配套(?:资金)?|配|自己(?:能|可以)?(?:再)?(?:掏|出|拿)|能[拿掏出]|拿出来?|(?:企业|公司|我们)出)(?:个|了)?(?:经费|资金)?(?:我们)?(?:能|可以)?(?:拿|出|掏)?(?:是|为|有|:)?${money})(?=$|[元块就行够的了没,吧出来])(?!.*以[上内下])`,
    ),
    keeps: ['unit.ownFunds'],
  },
  {
    question: 'unit.audit',
    about: ours,
    cue: /审计|(?:20)?2[0-3]年?(?:的)?(?:也|都)?审[了过]|三张(?:报)?表/,
    not: /税务|专项|离任/,
    joins:
      /^(?:20)?2[0-9](?:年|年度)?(?:也|都)?审|两年审计|^(?:20)?2[0-9]年?(?:的|度)*(?:有|也有|没有|还没|都)|三张表|报表|负债表|利润表|损益表|现金流/,
    keeps: ['unit.auditedReportYears', 'unit.auditedStatementsComplete'],
  },
];
