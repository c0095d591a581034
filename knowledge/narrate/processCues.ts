/** What announces the direction, the duration and facts of how the application is made. */
import type { NarrativePoint, Written } from '../facts.ts';
import { asFacts } from '../questions/build.ts';
import { materialsQuestion } from '../questions/materials.ts';
import { readChannel } from '../read/readChannel.ts';
import { readDirection } from '../read/readDirection.ts';
import { readMonths } from '../read/readMonths.ts';
import { anyone, type Cue, everyone, ours, taken } from './cue.ts';

const count = '[\\d一二两三四五六七八九十]{1,3}';
const span = `${count}(?:年(?!前|级|度|代|的合作|多|${count}月|底|初)半?|个月)`;
const letters = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');

/** 我们做森林火灾预警, 一家做稀土发光材料的民营企业: what the project is about, named as a technical matter. */
const topic =
  /(?:^|我们?|主要|一家|项目)(?:是|就|想)?(?:做|搞|研究|研发|从事|开展)([\p{Script=Han}]{2,12}(?:预警|检测|材料|育种|筛选|诊断|治疗|制备|加工|技术|装备|研发|防控|监测|识别|算法|芯片|电池|催化|回收|提取|合成|疫苗|药物|传感器?|制造|养殖|栽培|修复|利用))(?:的(?:民营|国有|高新技术)?(?:企业|公司|厂子?|单位))?$/u;

/** 报油菜抗旱那个方向, 想报骨科材料: by words instead of a number. */
const appliesFor =
  /(?:(?<=想|打算|准备|拟|要)报|报(?=\p{Script=Han}{3,16}(?:方向|[那这]个)$))(?:的是)?(\p{Script=Han}{3,16}?)(?:[那这]个|的)?(?:选题)?(?:方向)?$/u;

/** 搞稀土废水, 做畜禽肠道健康的, 种大豆. */
const subjectMatter =
  /^(?:我们?|主要|目前|现在|项目|是|就|想|一直|专门)*(?:做|搞|研究|研发|从事|攻关?)(?:的是|的)?([\p{Script=Han}]{4,14}?)(?:的|这块|这一块|方面|研究)*$/u;

/** The points that the words name; what a reader concludes of the others is left to be asked. */
function namedPoints(text: string, said: Written<NarrativePoint> | undefined): Written<NarrativePoint> | undefined {
  const points = Object.entries(said ?? {}).filter(([point]) =>
    pointNames.some(([id, name]) => id === point && name.test(text)),
  );
  return points.length ? Object.fromEntries(points) : undefined;
}
/** 照片信件都夹在后头做附件了: proofs that are enclosed, not the form with its annexes. */
const enclosed =
  /(?:当|做|作|为|成|列)(?:了|成)?附件|附件\d|(?:放|夹|塞|编|订|收|归|加|传)(?:进|入|到|在)[^,，。;；]{0,6}附件|(?:照片|信件?|邮件|合同|发票|论文|证明|佐证|备忘录|函|凭证|报告|协议)[^,，。;；]{0,12}附件/;
const pointNames: readonly (readonly [NarrativePoint, RegExp])[] = [
  ['advanced', /先进/],
  ['feasible', /可实施|可行/],
  ['market', /市场|前景/],
];

export const processCues: readonly Cue[] = [
  {
    question: 'direction',
    about: everyone,
    moods: ['planned'],
    cue: new RegExp(
      `方向(?:是|为|选|第)*${count}(?!致|个|样|定|直|种|些)|第${count}个?(?:选题)?方向|报${count}号?方向`,
    ),
    not: /不(?:是|报|选|做)|研究方向有|两个方向/,
    keeps: ['direction'],
    read: (text, { guide }) => {
      const reading = readDirection(text, guide.directions);
      return reading?.is === 'value' ? taken({ direction: reading.value }) : undefined;
    },
  },
  {
    question: 'direction',
    about: ours,
    beside: /方向|选题/,
    cue: new RegExp(`^(?:方向|选题)?编号(?:是|为|:)?${count}$`),
    piece: new RegExp(`(${count})$`),
    keeps: ['direction'],
    read: (text, { guide }) => {
      const reading = readDirection(`方向${text}`, guide.directions);
      return reading?.is === 'value' ? taken({ direction: reading.value }) : undefined;
    },
  },
  {
    question: 'direction',
    about: ours,
    moods: ['planned'],
    cue: /研究|开发|技术|应用|产业|材料/,
    not: /不(?:是|报|选|做)/,
    keeps: ['direction'],
    // The whole title of one direction of the guide.
    read: (text, { guide }) => {
      const said = letters(text);
      const named = guide.directions.filter(({ title }) => said.includes(letters(title)));
      const [one] = named;
      return one !== undefined && named.length === 1 ? taken({ direction: one.number }) : undefined;
    },
  },
  {
    // 想报骨科材料, 报油菜抗旱那个方向
    question: 'direction',
    about: everyone,
    moods: ['planned'],
    cue: appliesFor,
    not: /不|没|别|还是|或|国际合作|项目$|第|报(?:的是)?(?:选题)?方向/,
    piece: appliesFor,
    keeps: ['direction', 'topic', 'directionFit'],
  },
  {
    question: 'direction',
    about: ours,
    cue: topic,
    not: /过|以前|兼|不做|没做/,
    piece: topic,
    keeps: ['topic'],
    read: (text) => taken({ topic: text }),
  },
  {
    question: 'direction',
    about: ['open', 'lead', 'us'],
    cue: subjectMatter,
    not: /[不没过吗]|了$|合作|联合|一起|想请|行政|管理|科研(?!院)|秘书|财务|服务|教学|销售|外贸|生意|申报|填[报表]|材料员|项目|课题|负责|协议|什么|老师|教授|实验室|[和跟与同]/,
    piece: subjectMatter,
    keeps: ['topic'],
    read: (text) => taken({ topic: text }),
  },
  {
    // 申请100万，三年
    question: 'project.duration',
    about: anyone,
    moods: ['planned'],
    cue: new RegExp(`^${span}$`),
    keeps: ['project.months'],
    read: (text, _, { near }) => {
      const asked = /(?:申请|申报|省里|省厅)[^,]*[\d一二三四五六七八九十百][\d一二三四五六七八九十百]*万?/.test(
        near.split(',')[0] ?? '',
      );
      return asked ? asFacts(readMonths(text), (value) => ({ 'project.months': value })) : undefined;
    },
  },
  {
    question: 'project.duration',
    about: anyone,
    moods: ['planned'],
    cue: new RegExp(
      `(?:^|项目|打算|计划|准备|想|要|申请)(?:做|干|搞|实施|执行|研究)(?:个|满)?${span}|(?:实施期|执行期|研究期|项目期|项目期限|建设期|项目周期|为期|^期限|^周期)(?:限)?(?:是|为|:)?${span}|[万w]元?(?:做)?${span}$|^项目${span}|^${span}期$`,
    ),
    not: /合作|协议|有效期|以前|做了|已经|工作|不做|不是|干了/,
    piece: new RegExp(`(${span})(?:期|吧|左右)?(?:$|的|吧|,)`),
    keeps: ['project.months'],
  },
  {
    question: 'team',
    about: everyone,
    cue: /没人(?:进|在|参加)项目组|每家(?:单位)?[\p{Script=Han}]{0,4}(?:有人|人)|项目组[^,]{0,6}每[家方个]|各(?:家|方|单位)[\p{Script=Han}]{0,3}有人/u,
    not: /博士|职称|教授/,
    keeps: ['team.membersFromEveryParty'],
  },
  {
    question: 'process.recommendation',
    about: everyone,
    cue: /推荐函|^函(?:还|也|已经?|都)*(?:没|未)?(?:开|出)/,
    not: /推荐信|专家/,
    joins: /^(?:还)?(?:没|在办|正在|已经)[^,]{0,6}(?:下来|开|办|拿)/,
    keeps: ['process.recommendationLetter'],
  },
  {
    question: 'process.channel',
    about: ours,
    cue: /重复(?:报|申报)|一稿多[报投]|(?:没有?|未)同时报|(?:只|就)走[^,]{2,12}推荐|推荐(?:渠道|单位|部门)|主管部门[^,]{0,4}(?:口子|渠道|一家|一个)|[一两1-3]个?(?:口子|渠道)/,
    not: /推荐函|同意/,
    joins: /重复|渠道|口子|多报|同时报|推荐|^(?:一共|总共|走了?|就)?[一两二三1-3][个家]$/,
    keeps: ['process.channels', 'process.duplicate'],
    // 没有一稿多报 says nothing of the way it goes.
    read: (text) =>
      asFacts(readChannel(text.replace(/不止[一1]个，?/, '')), ({ channels, duplicate }) => ({
        'process.channels': /推荐|渠道|口子|部门|单位/.test(text) ? channels : undefined,
        'process.duplicate': /报|重复/.test(text) ? duplicate : undefined,
      })),
  },
  {
    question: 'app.materials',
    about: everyone,
    cue: /三类(?:考核)?指标|先进性|可行性|市场前景|格式附件|申报书.*(?:格式|附件|写|填|齐)/,
    not: /协议(?!书)/,
    keeps: ['app.indicatorsStated', 'app.narrativeDone', 'app.formatComplete'],
    // 三类指标写全了 says nothing of the rest.
    read: (text, context) =>
      asFacts(materialsQuestion.read(text, context), (value) => ({
        'app.indicatorsStated': /指标/.test(text) ? value['app.indicatorsStated'] : undefined,
        'app.narrativeDone': namedPoints(text, value['app.narrativeDone']),
        'app.formatComplete': /格式|附件/.test(text) && !enclosed.test(text) ? value['app.formatComplete'] : undefined,
      })),
  },
  {
    question: 'jointLab',
    about: everyone,
    moods: ['past', 'planned'],
    cue: /联合实验室|共建[^,]{0,4}实验室/,
    not: /国内|省内|合作过/,
    joins: /挂牌|在用|批/,
    keeps: ['jointLab'],
  },
];
