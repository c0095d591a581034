/**
 * The same application told in very different ways: answers in another order, several facts in one message, wrong ones put
 * right later, questions in between. Whatever the way, the verdict and each of its sets are the same.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Talk, talk } from '../support/talk.ts';

/** One way of answering a topic. */
export interface Way {
  /** Typed when it is asked. */
  say: string;
  /** The same as a sentence of its own, at any time. */
  tell?: string;
  /** The same, putting another answer right. */
  fix?: string;
}

export const ways: Readonly<Record<string, readonly Way[]>> = {
  'unit.kind': [
    { say: '高校', fix: '单位类别选错了，是高校' },
    { say: '企业', fix: '单位类别选错了，是企业' },
    { say: '医院', fix: '单位类别写错了，是医院' },
  ],
  'partner.who': [
    { say: '韩国的庆熙大学，在首尔' },
    { say: '德国吉森的某研究所' },
    { say: '美国肯塔基州的莱辛顿健康研究院' },
  ],
  'lead.origin': [{ say: '内地' }],
  'lead.birthDate': [
    { say: '1970年6月18日', tell: '我是1970年6月18日出生的', fix: '出生日期写错了，是1970年6月18日' },
    { say: '1964.11.20', tell: '我1964年11月20日出生', fix: '生日写错了，是1964年11月20日' },
    { say: '1980-01-02', tell: '我1980年1月2日生', fix: '改出生日期为1980年1月2日' },
  ],
  'lead.title': [
    { say: '教授', tell: '我的职称是教授', fix: '职称写错了，是教授' },
    { say: '讲师', tell: '我现在的职称是讲师', fix: '职称写错了，是讲师' },
    { say: '高级工程师', tell: '我职称是高级工程师', fix: '职称填错了，是高级工程师' },
  ],
  'lead.degree': [
    { say: '有', tell: '我有博士学位', fix: '学位写错了，我是博士' },
    { say: '没有', fix: '学位写错了，我是硕士' },
  ],
  'lead.civil': [{ say: '都不是' }, { say: '是公务员，不管项目' }],
  'lead.integrity': [{ say: '都没有' }, { say: '不知道' }],
  'unit.name': [{ say: '江西星河创新中心' }],
  'unit.registration': [
    { say: '南昌市，2010-03-10' },
    { say: '南昌市，2022年5月1日' },
    { say: '赣州市，2022年8月1日' },
  ],
  'unit.legalPerson': [{ say: '有' }, { say: '没有' }],
  'partner.registered': [{ say: '1949年' }, { say: '2020年8月' }, { say: '2022年' }],
  'partner.legal': [{ say: '研究所，独立法人' }, { say: '大学，独立法人' }],
  direction: [{ say: '方向十一，经典名方物质基准' }, { say: '方向三，复合材料' }],
  'funding.applied': [
    { say: '100万', tell: '我们申请100万', fix: '申请金额写错了，是100万' },
    { say: '150万', tell: '打算向省里申请150万，预算就是申请150万', fix: '申请金额写错了，是150万' },
  ],
  'unit.ownFunds': [{ say: '200万' }, { say: '50万' }],
  'unit.audit': [{ say: '21、22年都有，三张表都在' }, { say: '只有2022年的，三张表都在' }],
  'project.duration': [
    { say: '3年', tell: '项目做3年', fix: '项目期限写错了，是3年' },
    { say: '2年', tell: '项目期限是两年', fix: '项目期限写错了，是2年' },
  ],
  'partner.basis': [{ say: '合作好几年，佐证材料都作附件了' }, { say: '合作五年了，材料还没附' }],
  participants: [{ say: '就这一家外方，排第一位' }],
  'agreement.signed': [{ say: '为这次申报签的，双方都签了字，日期也写了' }, { say: '还没签' }],
  'agreement.content': [{ say: '都写了' }, { say: '除了收益都写了' }],
  'agreement.language': [{ say: '中英文对照' }, { say: '英文的，有中文翻译件，盖了章' }],
  'agreement.highlight': [{ say: '标了' }, { say: '还没标' }],
  'agreement.lawEthics': [{ say: '没有独占条款，伦理手续都办了' }],
  'us.report': [{ say: '报告了，单位也同意了' }],
  team: [{ say: '都有' }, { say: '外方还没有人' }],
  'process.recommendation': [
    { say: '开了', tell: '推荐函已经开好了', fix: '推荐函其实已经开了，前面写错了' },
    { say: '还没开', tell: '推荐函还没开', fix: '推荐函其实还没开，前面写错了' },
  ],
  'process.channel': [{ say: '只走一个推荐单位，没有重复报' }],
  'app.materials': [{ say: '都全了' }],
  jointLab: [{ say: '没有' }],
};

const topics = Object.keys(ways);
const digressions = [
  '为什么',
  '进度',
  '帮助',
  '截止日期是哪天？',
  '外文协议要翻译件吗？',
  '您好',
  '继续',
  '结论',
] as const;

interface Telling {
  /** Which way each topic is truly answered. */
  choice: number[];
  /** Two tellings; per question asked: what else happens there. */
  tellings: [Twist[], Twist[]];
}

interface Twist {
  kind: 'none' | 'digress' | 'pack' | 'wrong' | 'later' | 'back';
  which: number;
}

const twists = fc.array(
  fc.record({
    kind: fc.constantFrom<Twist['kind'][]>('none', 'none', 'digress', 'pack', 'wrong', 'later', 'back'),
    which: fc.nat({ max: 40 }),
  }),
  { minLength: 40, maxLength: 40 },
);
const telling: fc.Arbitrary<Telling> = fc.record({
  choice: fc.array(fc.nat({ max: 5 }), { minLength: topics.length, maxLength: topics.length }),
  tellings: fc.tuple(twists, twists),
});

const setsIn = (told: Talk) => {
  const verdict = told.last().findLast(({ verdict: shown }) => shown)?.verdict?.assessment;
  return (
    verdict && {
      verdict: verdict.verdict,
      failed: verdict.failedRules,
      confirm: verdict.toConfirm,
      missing: verdict.missingItems,
    }
  );
};

/** Tells it with these twists, to the verdict. */
function toldBy(choice: readonly number[], twisted: readonly Twist[]) {
  const told = talk();
  const way = (topic: string, other = 0): Way => {
    const list = ways[topic] ?? [];
    return list[((choice[topics.indexOf(topic)] ?? 0) + other) % list.length] ?? { say: '跳过' };
  };
  told.say('负责人本人');
  const put = new Set<string>();
  const packed = new Set<string>();
  const asked = () => told.last().findLast(({ question }) => question)?.question?.topic;
  for (let turn = 0; turn < 120; turn += 1) {
    const topic = asked();
    if (topic === undefined) break;
    const own = way(topic);
    const twist = twisted[turn % twisted.length];
    const other = topics[(twist?.which ?? 0) % topics.length] ?? topic;
    const wrong = way(topic, 1);
    if (twist?.kind === 'digress') told.say(digressions[twist.which % digressions.length] ?? '帮助');
    if (asked() !== topic) continue;
    if (twist?.kind === 'later' && !put.has(topic)) {
      put.add(topic);
      told.say('跳过');
    } else if (twist?.kind === 'pack' && other !== topic && way(other).tell !== undefined && !packed.has(other)) {
      packed.add(other);
      told.say(`${own.say}，另外${way(other).tell}`);
    } else if (twist?.kind === 'wrong' && own.fix !== undefined && wrong.say !== own.say) {
      told.say(wrong.say);
      told.say(own.fix);
    } else if (twist?.kind === 'back' && wrong.say !== own.say) {
      told.say(wrong.say);
      told.say('上一题');
      told.say(own.say);
    } else told.say(own.say);
  }
  return setsIn(told);
}

/** Tells so many applications in two ways each, the same ones every time; more of them begin with the fewer. */
export function toldInTwoWays(applications: number): void {
  fc.assert(
    fc.property(telling, ({ choice, tellings: [one, other] }) => {
      const sets = toldBy(choice, one);
      expect(sets).toBeDefined();
      expect(toldBy(choice, other)).toEqual(sets);
    }),
    { numRuns: applications, seed: 20230508 },
  );
}
