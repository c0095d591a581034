import { describe, expect, it, test } from 'vitest';
import { begunUpTo, readyAnswers, talk } from '../support/talk.ts';

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
    const told = begunUpTo(before);
    const open = told.say('帮助').at(-1)?.question?.id;
    const [reply] = told.say(said);
    expect(told.record.facts[fact]).toBe(value);
    expect(reply?.text).toContain('已改');
    expect(reply?.text).toContain(echo);
    expect(reply?.question?.id).toBe(open);
  });

  it('asks what only the new answer needs, and says what becomes of the verdict', () => {
    const told = begunUpTo('都不是');
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
    const told = begunUpTo('1949年');
    told.say('1969年在韩国登记成立的');
    expect(told.record.facts['unit.registrationDate']).toBe('1959-03-10');
    expect(told.record.facts.partners).toMatchObject([{ registrationDate: '1969' }]);
  });

  it('a correction inside an answer belongs to that answer', () => {
    const told = begunUpTo('100万');
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
    const told = begunUpTo('大学，独立法人');
    const [reply] = told.say(said);
    expect(reply?.question?.id).toBe(id);
    expect(reply?.text).toContain(recorded);
    expect(told.say('跳过')[0]?.text).toContain('原来的答复不变');
  });

  it('修改 alone shows the answers by number; the number, or the name, chooses', () => {
    for (const choice of ['5', '五', '第5题', '出生日期', '生日']) {
      const told = begunUpTo('大学，独立法人');
      const [list] = told.say('修改');
      expect(list?.text).toContain('5 出生日期：1970年6月18日');
      expect(list?.question).toMatchObject({ topic: 'other' });
      expect(told.say(choice)[0]?.question?.id).toBe('lead.birthDate');
      told.say('1971年1月2日');
      expect(told.record.facts['lead.birthDate']).toBe('1971-01-02');
    }
  });

  it('跳过 leaves the list, and so does a second word that chooses nothing', () => {
    const told = begunUpTo('教授');
    told.say('修改');
    expect(told.say('跳过')[0]?.question?.id).toBe('lead.title');
    told.say('修改');
    told.say('那个');
    expect(told.say('那个嘛')[0]?.question?.id).toBe('lead.title');
  });

  it('a number that was never asked changes nothing', () => {
    const told = begunUpTo('教授');
    const facts = structuredClone(told.record.facts);
    told.say('改第40题');
    expect(told.record.facts).toEqual(facts);
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
