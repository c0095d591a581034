import { describe, expect, it, test } from 'vitest';
import { readyAnswers, type Talk, talk } from '../support/talk.ts';

const upTo = (answer: (typeof readyAnswers)[number]): string[] => readyAnswers.slice(0, readyAnswers.indexOf(answer));

/** A talk in which everything up to this answer was given. */
function begun(answer: (typeof readyAnswers)[number]): Talk {
  const told = talk();
  told.sayAll(...upTo(answer));
  return told;
}

describe('an earlier answer is corrected by just saying it', () => {
  const before = '大学，独立法人';
  test.each([
    ['职称写错了，是副教授', 'lead.titleText', '副教授', '职称：教授 → 副教授'],
    ['出生日期打错了，是1971年6月18日', 'lead.birthDate', '1971-06-18', '1970年6月18日 → 1971年6月18日'],
    ['前面生日填错了，应该是1971年6月18日', 'lead.birthDate', '1971-06-18', '出生日期'],
    ['单位类别选错啦，我们是科研院所', 'unit.kind', 'research-institute', '单位类别：高校 → 科研院所'],
    ['改职称为研究员', 'lead.titleText', '研究员', '教授 → 研究员'],
    ['改第5题，1971年6月18日', 'lead.birthDate', '1971-06-18', '出生日期'],
    ['第5题改成1971年6月18日', 'lead.birthDate', '1971-06-18', '出生日期'],
  ])('%s', (said, fact, value, echo) => {
    const told = begun(before);
    const open = told.say('帮助').at(-1)?.question?.id;
    const [reply] = told.say(said);
    expect(told.record.facts[fact]).toBe(value);
    expect(reply?.text).toContain('已改');
    expect(reply?.text).toContain(echo);
    expect(reply?.question?.id).toBe(open);
  });

  it('asks what only the new answer needs, and says what becomes of the verdict', () => {
    const told = begun('都不是');
    const [lower] = told.say('职称写错了，是讲师');
    expect(lower?.question?.id).toBe('lead.civil');
    expect(told.say('都不是')[0]?.question?.id).toBe('lead.degree');
    const [none] = told.say('硕士');
    expect(none?.text).toContain('要先说一声');
    const [back] = told.say('职称又写错了，是副教授');
    expect(back?.text).toMatch(/讲师 → 副教授/);
    expect(back?.text).toContain('这一条就满足了');
  });

  it('an answer to the open question is not taken for a correction of another', () => {
    const told = begun('1949年');
    told.say('1969年在韩国登记成立的');
    expect(told.record.facts['unit.registrationDate']).toBe('1959-03-10');
    expect(told.record.facts.partners).toMatchObject([{ registrationDate: '1969' }]);
  });

  it('a correction inside an answer belongs to that answer', () => {
    const told = begun('100万');
    told.say('申请120万，不对，写错了，是110万');
    expect(told.record.facts['funding.applied']).toBe(1_100_000);
  });

  it('after the verdict it changes the verdict', () => {
    const told = talk();
    told.sayAll(...readyAnswers);
    expect(told.heard()).toContain('条件基本具备');
    const replies = told.say('推荐函其实还没开，刚才写错了');
    expect(replies.at(-1)?.verdict?.assessment.missingItems).toEqual(['process.recommendation-letter']);
    expect(told.heard()).toContain('补齐 1 项后可以申报');
  });
});

describe('an earlier answer is changed by naming it', () => {
  test.each([
    ['改第5题', 'lead.birthDate', '1970年6月18日'],
    ['修改第五题', 'lead.birthDate', '1970年6月18日'],
    ['我想改一下出生日期', 'lead.birthDate', '1970年6月18日'],
    ['生日写错了', 'lead.birthDate', '1970年6月18日'],
    ['修改职称', 'lead.title', '教授'],
    ['刚才职称填错了', 'lead.title', '教授'],
    ['重新答单位类别', 'unit.kind', '高校'],
  ])('%s: asked again with what was recorded', (said, id, recorded) => {
    const told = begun('大学，独立法人');
    const [reply] = told.say(said);
    expect(reply?.question?.id).toBe(id);
    expect(reply?.text).toContain(recorded);
    expect(told.say('跳过')[0]?.text).toContain('原来的答复不变');
  });

  it('修改 alone shows the answers by number; the number, or the name, chooses', () => {
    for (const choice of ['5', '五', '第5题', '出生日期', '生日']) {
      const told = begun('大学，独立法人');
      const [list] = told.say('修改');
      expect(list?.text).toContain('5 出生日期：1970年6月18日');
      expect(list?.question).toMatchObject({ topic: 'other' });
      expect(told.say(choice)[0]?.question?.id).toBe('lead.birthDate');
      told.say('1971年1月2日');
      expect(told.record.facts['lead.birthDate']).toBe('1971-01-02');
    }
  });

  it('跳过 leaves the list, and so does a second word that chooses nothing', () => {
    const told = begun('教授');
    told.say('修改');
    expect(told.say('跳过')[0]?.question?.id).toBe('lead.title');
    told.say('修改');
    told.say('那个');
    expect(told.say('那个嘛')[0]?.question?.id).toBe('lead.title');
  });

  it('a number that was never asked changes nothing', () => {
    const told = begun('教授');
    const facts = structuredClone(told.record.facts);
    told.say('改第40题');
    expect(told.record.facts).toEqual(facts);
  });
});

describe('what was said is not asked again', () => {
  it('several facts in one answer are taken and said back', () => {
    const told = begun('都不是');
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
    const told = begun('都不是');
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
    const told = begun('都不是');
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
    const told = begun(answer);
    const open = told.last().at(-1)?.question?.id;
    const [reply] = told.say('推荐函刚开好了');
    expect(told.record.facts).not.toHaveProperty([fact]);
    expect(told.record.facts['process.recommendationLetter']).toBe(true);
    expect(reply?.question?.id).toBe(open);
  });
});

describe('another lead, partner, direction or unit', () => {
  test.each([
    ['换负责人', ['lead.birthDate', 'lead.titleLevel'], ['partners', 'unit.kind']],
    ['换方向', ['direction'], ['partners', 'lead.birthDate']],
    ['换合作方', ['partners'], ['lead.birthDate', 'unit.kind']],
    ['换单位', ['unit.kind', 'unit.name'], ['partners', 'lead.birthDate']],
  ])('%s asks only for that again', (said, cleared, kept) => {
    const told = talk();
    told.sayAll(...readyAnswers);
    const [reply] = told.say(said);
    expect(reply?.text).toContain('其他答复都保留');
    expect(reply?.question).toBeDefined();
    for (const id of cleared) expect(told.record.facts).not.toHaveProperty([id]);
    for (const id of kept) expect(told.record.facts).toHaveProperty([id]);
  });

  it('a lead who is too old is exchanged, and the verdict is better', () => {
    const told = talk();
    told.sayAll(...readyAnswers.map((answer) => (answer === '1970年6月18日' ? '1960年1月1日' : answer)));
    expect(told.heard()).toContain('目前不符合');
    told.say('换负责人');
    expect(told.say('陈老师')[0]?.text).toContain('陈老师');
    const last = told.sayAll('内地', '1980年2月3日', '教授', '都不是', '都没有');
    expect(last.at(-1)?.verdict?.assessment.verdict).toBe('ready');
  });
});

describe('progress', () => {
  test.each(['进度', '看已答的', '到哪了', '还有几题', '我答了什么？', '看看我都答了什么吧'])('%s', (said) => {
    const told = begun('教授');
    const [reply] = told.say(said);
    expect(reply?.text).toContain('已答 5 题');
    expect(reply?.text).toContain('5 出生日期：1970年6月18日');
    expect(reply?.question?.id).toBe('lead.title');
    expect(reply?.verdict).toBeUndefined();
  });
});

describe('commands in the field’s colloquial forms', () => {
  test.each([
    ['上一道题', 'lead.birthDate'],
    ['退回上一题', 'lead.birthDate'],
    ['继续', 'lead.title'],
    ['在吗', 'lead.title'],
    ['您好', 'lead.title'],
    ['为啥要问这个呀', 'lead.title'],
    ['这题先不答', 'lead.degree'],
  ])('%s', (said, id) => {
    const told = begun('教授');
    expect(told.say(said).at(-1)?.question?.id).toBe(id);
  });
});

describe('an age is no date of birth', () => {
  it('is asked back with the years that it means, and only the year that is named becomes a fact', () => {
    for (const [choice, year] of [
      ['后面那个', '1978'],
      ['1977', '1977'],
      ['78', '1978'],
    ] as const) {
      const told = begun('1970年6月18日');
      const [asked] = told.say('我今年45岁');
      expect(asked?.text).toContain('1977');
      expect(asked?.text).toContain('1978');
      expect(told.record.facts['lead.birthDate']).toBeUndefined();
      told.say(choice);
      expect(told.record.facts['lead.birthDate']).toBe(year);
    }
  });

  test.each(['80后', '属虎的', '快六十了', '十年前就评上教授了'])('%s sets nothing', (said) => {
    const told = begun('1970年6月18日');
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

describe('after a verdict', () => {
  it('what failed may be tried with another one, and anything may be changed', () => {
    const told = talk();
    told.sayAll(...readyAnswers.map((answer) => (answer === '1970年6月18日' ? '1960年1月1日' : answer)));
    const reply = told.last().at(-1);
    expect(reply?.choices).toEqual(['换负责人', '修改', '重来', '有帮助', '没帮助']);
    expect([...(reply?.verdict?.actions ?? []), ...(reply?.verdict?.ratings ?? [])]).toEqual(reply?.choices);
    expect(told.heard()).toContain('换一位符合条件的负责人，条件就基本具备，可以申报');
  });

  it('a verdict after a change says so', () => {
    const told = talk();
    told.sayAll(...readyAnswers);
    told.say('推荐函其实还没开，刚才写错了');
    expect(told.heard()).toContain('改过以后，结论是这样');
  });
});
