/** What announces facts of the lead. */
import { asFacts, dateAnswer } from '../questions/build.ts';
import { readDegree } from '../read/readDegree.ts';
import { readIntegrity } from '../read/readIntegrity.ts';
import { readOrigin } from '../read/readOrigin.ts';
import { readTitle } from '../read/readTitle.ts';
import { type Cue, ours, taken } from './cue.ts';

const year = '(?:(?:19|20)?\\d\\d|[一二]?[九〇零]?[一二三四五六七八九〇零][一二三四五六七八九〇零])';
const number = '[\\d一二三四五六七八九十]{1,3}';
const date = `${year}(?:年(?:${number}月(?:份)?(?:${number}[日号]?)?)?|[-./]\\d{1,2}(?:[-./]\\d{1,2})?)`;
const born = new RegExp(
  `(${date})(?:份)?(?:出生|生(?:的|人|$)|生(?=[,，的人])|的?生日)|身份证上?(?:写的?)?(?:是|为)?(${date})|(?:出生(?:日期|年月|时间)?|生日|生于)(?:是|在|于|为|:)?(${date})`,
);
/** A whole date said of the lead alone (女，1976/5/20): a birth date, if it can be one. */
const alone = new RegExp(
  `^(?:我|负责人|本人|他|她)?(?:是|就是)?(${year}(?:年${number}月(?:${number}[日号]?)?|[-./]\\d{1,2}[-./]\\d{1,2}))的?$`,
);
const bareYear = new RegExp(`^(?:我|负责人|本人|他|她)?(?:是|就是|属)?(${date})的?(?:人|生人)?$`);
const personal =
  /教授|讲师|研究员|[程药农艺验济计][师]|医[师生]|高工|正高|副高|博士|硕士|本科|[男女]|职称|内地|^(?:负责人|我)[\p{Script=Han}]{0,4}$/u;
const elsewhere = /毕业|合作|外方|注册|成立|公司|执照|评(?:的|上)|[入工]职|同事|学生/;
const mostRecent = 1995;

/** Words for a person's own title: what stands before the title in such a clause. */
const holds =
  /(?:^|[是任评兼和、的我]|职称|自己|本人|负责人|现在|目前|已经|就|还|也|拿了?|大学|学院|[院所]|公司|中心|师大|农大|理工|工大|科大|交大|[师员授生士男女]|是副?高|是?正?高|做|当|任职)(?:一名|一个|一位|个|名|位|在编|普通|正式|青年|特聘|[一二三四]级)*$/;
const surname =
  /(?:[张王李赵刘陈杨黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])$/;

const notThePerson =
  /请了?[个一位的]|聘(?:了|请了)|跟|和(?!本)|与|有[个一两三几]|带了|让|给|由|导师|学生|招|引进|团队|课题组|培养|专家|评审|推荐|院士|合作|[几两三四五六七八九十\d]+[个名位]/;

/** 博士没读完，在读. */
const studying = /博士(?:还)?没(?:读完|毕业)，(?:还)?在读/;

export const leadCues: readonly Cue[] = [
  {
    question: 'lead.birthDate',
    about: ours,
    moods: ['past'],
    cue: born,
    not: /原来|以前那|前任|那位|产生|发生|招生|学生(?!日)|毕业|孩子|儿子|女儿|以[前后]|之[前后]|后出生|前出生/,
    keeps: ['lead.birthDate'],
    read: (text, context) => {
      const hit = born.exec(text);
      const said = hit?.[1] ?? hit?.[2] ?? hit?.[3];
      return said === undefined ? undefined : birth(`${said}出生`, context);
    },
  },
  {
    question: 'lead.birthDate',
    about: ['lead'],
    cue: alone,
    keeps: ['lead.birthDate'],
    read: (text, context) => {
      const reading = birth(`${alone.exec(text)?.[1] ?? ''}出生`, context);
      if (reading?.is !== 'value') return undefined;
      const said = reading.value['lead.birthDate'];
      return said !== undefined && Number(said.slice(0, 4)) <= mostRecent ? reading : undefined;
    },
  },
  {
    // 副教授，82年的，博士: a year among what else is told of the person.
    question: 'lead.birthDate',
    about: ours,
    cue: bareYear,
    keeps: ['lead.birthDate'],
    read: (text, context, { near }) => {
      const [before = '', behind = ''] = near.split(',');
      const sides = [before, behind].filter((side) => personal.test(side) && !elsewhere.test(side)).length;
      const sure = /[的月]$/.test(text) || /月/.test(text);
      if (sides < (sure ? 1 : 2)) return undefined;
      const reading = birth(`${bareYear.exec(text)?.[1] ?? ''}出生`, context);
      if (reading?.is !== 'value') return undefined;
      const said = reading.value['lead.birthDate'];
      return said !== undefined && Number(said.slice(0, 4)) <= mostRecent ? reading : undefined;
    },
  },
  {
    question: 'lead.title',
    about: ours,
    moods: ['planned'],
    cue: /教授|讲师|助教|研究员|研究实习员|工程师|高工|[药医技护]师|医师|实验师|农艺师|经济师|会计师|统计师|畜牧师|兽医师|正高|副高|中级|初级|高级|职称/,
    not: new RegExp(
      `${notThePerson.source}|算不算|相当于|级别的专家|注册|执业|是我|(?:想|打算|准备|计划|拟|明年|要|争取|等|希望|半年|马上|即将|快).*(?:教授|研究员|师|高工|高级|正高|副高)`,
    ),
    keeps: ['lead.titleText', 'lead.titleLevel'],
    read: (text) => {
      const reading = readTitle(text);
      if (reading?.is !== 'value') return undefined;
      const { titleText, titleLevel } = reading.value;
      const whole = text.indexOf(titleText.replace(/级$/, ''));
      const at = whole < 0 ? text.search(/教授级高工|正?高工|正高|副高/) : whole;
      const before = at < 0 ? '' : text.slice(0, at);
      const none = titleText === '无' && /职称/.test(text);
      if (!none && (at < 0 || !holds.test(before) || (surname.test(before) && !/我是.$/.test(before))))
        return undefined;
      if (titleLevel === 'unclear' && !/^(?:我|负责人|本人)/.test(text)) return undefined;
      return taken({ 'lead.titleText': titleText, 'lead.titleLevel': titleLevel });
    },
  },
  {
    question: 'lead.degree',
    about: ours,
    cue: /博士|硕士|本科|学士|在读博/,
    not: new RegExp(
      `${notThePerson.source.replace('|和(?!本)', '')}|院校|高校|本科(?:层次)?的?(?:大学|学[院校]|高等)|省属|部属|公办|博士硕士|硕士博士|一大?[帮堆群]|很多|好多|本科教育|博士点|博士后|博导|生导师|授权点|建设|站`,
    ),
    keeps: ['lead.degree'],
    joins: /^(?:还)?(?:在读|没毕业|没读完|没拿到证)/,
    read: (text) =>
      asFacts(readDegree(studying.test(text) && !/硕士|本科/.test(text) ? '博士在读' : text), (value) => ({
        'lead.degree': value,
      })),
  },
  {
    question: 'lead.origin',
    about: ['lead'],
    joinsAbout: ['us', 'open', 'partner'],
    cue: /内地(?!单位)|大陆(?!单位)|外籍|外国人|[香港澳门台湾]{2}(?:人|籍|居民|同胞|的)|国籍|[\p{Script=Han}]{1,6}(?:国|斯|亚|兰|大|坡|本|度|南)(?:籍|人)(?:$|[,，])|中国人|中国籍/u,
    not: /合作|导师|毕业|留学|访学|学生|熟|认识|的(?:同事|朋友|老师|人才|专家)|有[个位]/,
    joins: /全职|兼职|聘|材料|那边的|上班|任职|[\p{Script=Han}]{2,6}(?:人|籍)$/u,
    keeps: [
      'lead.origin',
      'lead.employedByMainlandUnit',
      'lead.employment',
      'lead.employmentProofMainland',
      'lead.employmentProofOverseas',
    ],
  },
  {
    question: 'lead.origin',
    about: ['open', 'us'],
    cue: /^(?:领导|自己|本人|人|户口|身份)*(?:就|都|也)?是?(?:内地|大陆)(?:的|人|人士|户籍|居民)?$/,
    keeps: ['lead.origin'],
    read: (text, _, { near }) =>
      personal.test(near) || /是|人/.test(text)
        ? asFacts(readOrigin(text), ({ origin }) => ({ 'lead.origin': origin }))
        : undefined,
  },
  {
    question: 'lead.civil',
    about: ['lead', 'open'],
    cue: /公务员|公务人员|管(?:理)?(?:科技)?(?:计划)?项目|不管(?:科技)?计划/,
    not: /考|以前|原来|退休|家属|参公|参照|转|编制外/,
    joins: /管(?:理)?(?:科技)?(?:计划)?项目|^也?不管/,
    keeps: ['lead.civilServant', 'lead.managesProgrammes'],
  },
  {
    question: 'lead.integrity',
    about: ours,
    cue: /失信|黑名单|学术不端/,
    not: /单位|公司|企业|团队|查(?:一下|询)/,
    joins: /失信|黑名单|不端/,
    keeps: ['lead.researchMisconductInForce', 'lead.creditBlacklist'],
    read: (text, { guide }) =>
      asFacts(readIntegrity(text, guide.year), ({ misconduct, blacklist }) => ({
        'lead.researchMisconductInForce': /失信|不端/.test(text) ? misconduct : undefined,
        'lead.creditBlacklist': /黑名单/.test(text) ? blacklist : undefined,
      })),
  },
];

function birth(words: string, context: Parameters<NonNullable<Cue['read']>>[1]) {
  return asFacts(dateAnswer(words, context.today, undefined), (value) => ({ 'lead.birthDate': value }));
}
