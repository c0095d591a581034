/** What is said beside the answer that is asked for. */
import { describe, expect, it, test } from 'vitest';
import { begunUpTo, readyAnswers, type Talk, talk, upTo } from '../support/talk.ts';

describe('what was said is not asked again', () => {
  it('several facts in one answer are taken and said back', () => {
    const told = begunUpTo('都不是');
    const [reply] = told.say('都不是，另外推荐函已经开了，我们申请100万');
    expect(reply?.text).toContain('记下了');
    expect(told.record.facts).toMatchObject({ 'process.recommendationLetter': true, 'funding.applied': 1_000_000 });
    const topics: string[] = [];
    for (const answer of readyAnswers.slice(readyAnswers.indexOf('都不是') + 1)) {
      if (answer === '100万' || answer === '开了') continue;
      topics.push(...told.say(answer).flatMap(({ question }) => question?.topic ?? []));
    }
    expect(topics).not.toContain('funding.applied');
    expect(topics).not.toContain('process.recommendation');
    expect(told.heard()).toContain('条件基本具备');
  });

  it('a remark that differs from an answer changes nothing, and says so', () => {
    const told = begunUpTo('都不是');
    const [reply] = told.say('都不是，我是副教授');
    expect(told.record.facts['lead.titleText']).toBe('教授');
    expect(reply?.text).toContain('先按前面的');
  });

  it('a part asked for later does not overwrite what is known', () => {
    const told = talk();
    told.sayAll('负责人本人', '高校', '德国的马尔堡应用技术所');
    told.say('内地');
    expect(told.record.facts.partners).toMatchObject([{ country: '德国' }]);
  });
});

describe('what has been supplied since brings the answer up to date', () => {
  /** A talk at its last question, with all papers still lacking. */
  const lacking = (): Talk => {
    const told = talk();
    const still: Readonly<Record<string, string>> = {
      '合作好几年，佐证材料都作附件了': '合作五年了，材料还没附',
      '双方都签了字，日期也写了': '还没签',
      开了: '推荐函还没有',
      都全了: '缺经济指标',
    };
    // Of an agreement that is not there, these are not asked.
    const dropped: readonly string[] = ['都写了', '中英文对照', '标了', '没有独占条款，伦理手续都办了'];
    const answers = readyAnswers.slice(0, -1).filter((answer) => !dropped.includes(answer));
    told.sayAll(...answers.map((answer) => still[answer] ?? answer));
    return told;
  };

  test.each([
    ['推荐函刚开好了', 'process.recommendationLetter', true, '推荐函：还没开 → 开了'],
    ['推荐函已经开了', 'process.recommendationLetter', true, '推荐函：还没开 → 开了'],
    ['科技局的推荐函今天上午拿到了', 'process.recommendationLetter', true, '推荐函：还没开 → 开了'],
    ['推荐函终于下来了', 'process.recommendationLetter', true, '推荐函：还没开 → 开了'],
    ['协议昨天签了', 'agreement.form', 'new-joint', '联合协议：还没有 → 为本次申报签的'],
    ['双方昨天签了字，日期也写了', 'agreement.signedByOverseas', true, '联合协议：还没有 → 为本次申报签的'],
    ['佐证材料现在都附上了', 'agreement.basisEvidenceAttached', true, '合作基础证明材料：没附 → 已附'],
    [
      '申报书今天写全了',
      'app.indicatorsStated',
      { economic: true, technical: true, ip: true },
      '没写经济指标 → 写了经济指标',
    ],
  ])('%s', (said, fact, value, echo) => {
    const told = lacking();
    const open = told.last().at(-1)?.question?.id;
    const [reply] = told.say(said);
    expect(told.record.facts[fact]).toEqual(value);
    expect(reply?.text).toContain('已改');
    expect(reply?.text).toContain(echo);
    expect(reply?.question?.id).toBe(open);
  });

  test.each([
    '推荐函开了',
    '推荐函刚开好了吗？',
    '推荐函是不是已经开了',
    '如果推荐函刚开好了呢',
    '假设推荐函今天开好了，结论是什么',
    '推荐函要是昨天开了就好了',
    '隔壁课题组的推荐函刚开好了',
    '我同事的推荐函昨天开了',
    '另一个项目的推荐函刚开了',
    '去年的推荐函已经开了',
    '听说推荐函已经开了',
    '推荐函应该已经开了',
    '推荐函刚开好了吧',
    '推荐函刚开始办',
    '推荐函已经在办了',
    '推荐函已经申请了',
    '推荐函材料刚交上去了',
    '推荐函马上就开好了',
    '推荐函模板已经有了',
    '推荐函刚被退回来了',
    '推荐函昨天开好了，不过听说要重开',
    '指南要求推荐函已经开好了',
    '领导说推荐函已经开了',
    '协议昨天发给外方了',
    '协议昨天寄出去给外方签了',
    '协议昨天没签成',
    '协议刚拟好',
    '协议已经谈好了',
    '保密协议昨天签了',
    '劳动合同昨天签了',
    '协议昨天签的是框架协议',
    '自有资金刚到位了',
  ])('nothing: %s', (said) => {
    const told = lacking();
    const before = structuredClone(told.record.facts);
    told.say(said);
    expect(told.record.facts).toEqual(before);
  });

  test.each([
    ['标了', '还没标', '三处刚标黄了', 'agreement.highlighted'],
    ['没有独占条款，伦理手续都办了', '没有独占条款，伦理批件还没办', '伦理批件昨天拿到了', 'agreement.lawEthicsOk'],
    ['中英文对照', '英文的，有翻译件，没盖章', '翻译件今天盖了章', 'agreement.translationSealed'],
    ['都有', '外方还没有人', '项目组现在每家都有人了', 'team.membersFromEveryParty'],
  ])('%s: %s, then %s', (answer, still, news, fact) => {
    const told = talk();
    told.sayAll(...readyAnswers.slice(0, -1).map((each) => (each === answer ? still : each)));
    expect(told.record.facts[fact]).toBe(false);
    expect(told.say(news)[0]?.text).toContain('已改');
    expect(told.record.facts[fact]).toBe(true);
  });

  it('more money of one’s own counts when the amount is named', () => {
    const told = talk();
    const answers = readyAnswers.map((answer) => (answer === '高校' ? '企业' : answer));
    told.sayAll(...answers.slice(0, answers.indexOf('100万')), '100万', '50万');
    told.say('自有资金刚到位了，现在有120万');
    told.say('自有资金现在到位120万了');
    expect(told.record.facts['unit.ownFunds']).toBe(1_200_000);
  });

  it('nothing that was there is made worse by news, and no bar on the person is lifted by it', () => {
    const told = begunUpTo('都不是');
    told.say('我昨天评上副教授了');
    expect(told.record.facts['lead.titleText']).toBe('教授');
  });

  it('after the verdict it changes the verdict', () => {
    const told = lacking();
    told.say('没有');
    expect(told.heard()).toContain('推荐函');
    const replies = told.say('推荐函刚开好了');
    const missing = replies.at(-1)?.verdict?.assessment.missingItems;
    expect(missing).toBeDefined();
    expect(missing).not.toContain('process.recommendation-letter');
  });
});

describe('a remark about another paper answers nothing', () => {
  test.each([
    ['有', 'unit.legalPerson'],
    ['都不是', 'lead.civilServant'],
    ['都没有', 'lead.creditBlacklist'],
    ['都有', 'team.membersFromEveryParty'],
  ] as const)('推荐函刚开好了, when the answer would be %s', (answer, fact) => {
    const told = begunUpTo(answer);
    const open = told.last().at(-1)?.question?.id;
    const [reply] = told.say('推荐函刚开好了');
    expect(told.record.facts).not.toHaveProperty([fact]);
    expect(told.record.facts['process.recommendationLetter']).toBe(true);
    expect(reply?.question?.id).toBe(open);
  });
});

describe('an age is no date of birth', () => {
  it('is asked back with the years that it means, and only the year that is named becomes a fact', () => {
    for (const [choice, year] of [
      ['后面那个', '1978'],
      ['1977', '1977'],
      ['78', '1978'],
    ] as const) {
      const told = begunUpTo('1970年6月18日');
      const [asked] = told.say('我今年45岁');
      expect(asked?.text).toContain('1977');
      expect(asked?.text).toContain('1978');
      expect(told.record.facts['lead.birthDate']).toBeUndefined();
      told.say(choice);
      expect(told.record.facts['lead.birthDate']).toBe(year);
    }
  });

  test.each(['80后', '属虎的', '快六十了', '十年前就评上教授了'])('%s sets nothing', (said) => {
    const told = begunUpTo('1970年6月18日');
    told.say(said);
    expect(told.record.facts['lead.birthDate']).toBeUndefined();
  });
});

describe('a more exact date', () => {
  it('said at any time is taken', () => {
    const told = talk();
    told.sayAll(...upTo('1970年6月18日'), '1970年6月', '教授');
    told.say('都不是，另外我是1970年6月18日出生的');
    expect(told.record.facts['lead.birthDate']).toBe('1970-06-18');
  });
});
