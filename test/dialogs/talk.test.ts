import { describe, expect, it } from 'vitest';
import { begunUpTo, readyAnswers, talk, upTo } from '../support/talk.ts';

describe('the interview', () => {
  it('asks one question a message and ends with the verdict', () => {
    const told = talk();
    const asked: string[] = [];
    for (const answer of readyAnswers) {
      const replies = told.say(answer);
      expect(replies.filter(({ question }) => question)).toHaveLength(answer === readyAnswers.at(-1) ? 0 : 1);
      asked.push(...replies.flatMap(({ question }) => (question ? [question.topic] : [])));
    }
    expect(told.heard()).toContain('条件基本具备，可以申报');
    expect(told.heard()).toContain('以科技厅审核为准');
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('does not ask a professor for a doctorate, nor a university for audits and own funds', () => {
    const told = talk();
    const topics = readyAnswers.flatMap((answer) => told.say(answer).flatMap(({ question }) => question?.topic ?? []));
    for (const topic of ['lead.degree', 'unit.audit', 'unit.ownFunds', 'us.report', 'domestic.agreement']) {
      expect(topics).not.toContain(topic);
    }
  });

  it.each([
    ['for themselves', readyAnswers],
    ['for somebody else', ['帮别人', '陈老师', ...readyAnswers.slice(1)]],
  ])('says how many questions there are, and the total never grows: %s', (_who, answers) => {
    const told = talk();
    let total = Number.POSITIVE_INFINITY;
    for (const answer of answers) {
      for (const { question } of told.say(answer)) {
        if (!question) continue;
        expect(question.total).toBeLessThanOrEqual(total);
        expect(question.index).toBeLessThanOrEqual(question.total);
        total = question.total;
      }
    }
  });

  it('gives no assessment before the end', () => {
    const told = talk();
    for (const answer of readyAnswers.slice(0, -1)) {
      expect(told.say(answer).some(({ verdict }) => verdict)).toBe(false);
    }
    expect(told.say('没有').some(({ verdict }) => verdict)).toBe(true);
  });

  it('says a blocking answer at once, once, with its clause and a way out, and goes on', () => {
    const told = begunUpTo('1970年6月18日');
    const [reply] = told.say('1964.11.20');
    expect(reply?.text).toContain('要先说一声');
    expect(reply?.text).toContain('附5 二（一）');
    expect(reply?.text).toContain('可以换一位负责人');
    expect(reply?.question?.topic).toBe('lead.title');
    expect(told.say('教授')[0]?.text).not.toContain('要先说一声');
  });
});

describe('commands', () => {
  it('为什么 shows the sentence of the guide and asks the same question again', () => {
    const told = begunUpTo('1970年6月18日');
    const [reply] = told.say('为什么');
    expect(reply?.text).toContain('“项目负责人年龄不超过58周岁（1965年6月1日（含）之后出生）”（附5 二（一））');
    expect(reply?.question?.id).toBe('lead.birthDate');
  });

  it('跳过 puts a question off, asks it once more before the verdict, and then leaves it not known', () => {
    const told = begunUpTo('1970年6月18日');
    expect(told.say('跳过')[0]?.text).toContain('先放着，最后再补');
    const [again] = told.sayAll(...readyAnswers.slice(readyAnswers.indexOf('教授')));
    expect(again?.question?.id).toBe('lead.birthDate');
    told.say('跳过');
    expect(told.heard()).toContain('有 1 项要先确认');
    expect(told.heard()).toContain('负责人的出生日期');
  });

  it('不知道 is recorded as not known and not asked again', () => {
    const told = begunUpTo('都没有');
    expect(told.say('不知道')[0]?.text).toContain('先记“待确认”');
    told.sayAll(...readyAnswers.slice(readyAnswers.indexOf('江西中医药大学')));
    expect(told.heard()).toContain('有 2 项要先确认');
  });

  it('不知道 to what can be supplied later is an item to supply, not to confirm', () => {
    const told = begunUpTo('开了');
    expect(told.say('不知道')[0]?.text).toContain('先列入要补的');
    told.sayAll(...readyAnswers.slice(readyAnswers.indexOf('只走一个推荐单位，没有重复报')));
    expect(told.heard()).toContain('补齐 1 项后可以申报');
    expect(told.heard()).toContain('推荐函');
  });

  it('上一题 asks the last question again and keeps its answer until a new one is understood', () => {
    const told = begunUpTo('教授');
    expect(told.say('上一题')[0]?.question?.id).toBe('lead.birthDate');
    expect(told.record.facts['lead.birthDate']).toBe('1970-06-18');
    const [next] = told.say('1980年1月2日');
    expect(told.record.facts['lead.birthDate']).toBe('1980-01-02');
    expect(next?.question?.id).toBe('lead.title');
  });

  it('上一题 twice goes back twice; 跳过 keeps the old answer', () => {
    const told = begunUpTo('教授');
    told.say('上一题');
    expect(told.say('上一题')[0]?.question?.id).toBe('lead.origin');
    expect(told.say('跳过')[0]?.text).toContain('原来的答复不变');
    expect(told.record.facts['lead.origin']).toBe('mainland');
  });

  it('changing the title to a lower one asks for the doctorate then', () => {
    const told = begunUpTo('都不是');
    told.say('上一题');
    expect(told.say('讲师')[0]?.question?.id).toBe('lead.degree');
  });

  it('重来 asks first; 不用 goes on where we were, 确定重来 begins anew', () => {
    const told = begunUpTo('教授');
    const [confirm] = told.say('重来');
    expect(confirm?.text).toContain('确定吗');
    expect(told.say('不用')[0]?.question?.id).toBe('lead.title');
    told.say('重来');
    expect(told.say('确定重来')[0]?.question?.id).toBe('behalf');
    expect(told.record.facts).toEqual({});
  });

  it('结论 in the middle shows what is known so far and asks the open question again', () => {
    const told = begunUpTo('教授');
    const replies = told.say('结论');
    expect(replies[0]?.verdict?.assessment.verdict).toBe('needs-confirmation');
    expect(replies.at(-1)?.question?.id).toBe('lead.title');
  });

  it('帮助 lists the commands and asks the open question again', () => {
    const told = begunUpTo('教授');
    const [reply] = told.say('帮助');
    for (const word of ['上一题', '为什么', '跳过', '不知道', '结论', '重来']) expect(reply?.text).toContain(word);
    expect(reply?.question?.id).toBe('lead.title');
  });

  it('开始自查 in the middle repeats the open question', () => {
    const told = begunUpTo('教授');
    expect(told.say('开始自查')[0]?.question?.id).toBe('lead.title');
  });
});

describe('what is not an answer', () => {
  it('is asked again more exactly, and let go at the third time', () => {
    const told = begunUpTo('教授');
    const first = told.say('嘟嘟嘟')[0];
    const second = told.say('嘟嘟嘟')[0];
    expect(first?.question?.id).toBe('lead.title');
    expect(second?.text).not.toBe(first?.text);
    const third = told.say('嘟嘟嘟')[0];
    expect(third?.text).toContain('先放着');
    expect(third?.question?.id).not.toBe('lead.title');
    expect(told.record.facts['lead.titleLevel']).toBeUndefined();
  });

  it('a question about a rule that it names is met by the sentence of the guide', () => {
    const told = begunUpTo('教授');
    const [reply] = told.say('中文翻译件要盖章吗？');
    expect(reply?.text).toContain('外文协议须提供中文翻译件');
    expect(reply?.question?.id).toBe('lead.title');
  });

  it('another question is met by one honest sentence, and the open question stands', () => {
    const told = begunUpTo('教授');
    const [reply] = told.say('截止时间是哪天？');
    expect(reply?.text).toContain('没有写');
    expect(reply?.question?.id).toBe('lead.title');
    expect(told.record.facts['lead.titleLevel']).toBeUndefined();
  });
});

describe('difficult cases', () => {
  it('asks for month and day only where they decide', () => {
    const told = begunUpTo('1970年6月18日');
    const [month] = told.say('1965年');
    expect(month?.question?.id).toBe('lead.birthDate/lead.birthDate');
    expect(told.say('7月1日')[0]?.question?.id).toBe('lead.title');
    expect(told.record.facts['lead.birthDate']).toBe('1965-07-01');
  });

  it('uses the name given for the lead in each question about the lead', () => {
    const told = talk();
    told.sayAll('帮别人问', '黄主任', '医院', '香港大学，在香港');
    expect(told.heard()).toContain('黄主任是内地人士');
  });

  it('asks the partner questions again for a second overseas partner, under its own name', () => {
    const told = talk({ behalf: 'self' });
    told.sayAll(...readyAnswers.slice(1, readyAnswers.indexOf('就这一家外方，排第一位')));
    const [reply] = told.say('还有一家日本的，外方排第一，没有境内单位');
    expect(reply?.question?.id.startsWith('partner.who#2')).toBe(true);
    const [next] = told.say('日本高松的香川大学');
    expect(next?.text).toContain('香川大学');
    expect(told.record.facts.partners).toMatchObject([{ country: '韩国' }, { country: '日本', city: '高松' }]);
  });

  it('asks about the US report only when a partner is there, in the same words for the reader', () => {
    const told = talk({ behalf: 'self' });
    const answers = readyAnswers
      .slice(1)
      .map((answer) => (answer.startsWith('韩国') ? '美国的肯塔基大学，在列克星敦' : answer));
    const topics = answers.flatMap((answer) =>
      told
        .say(answer === '方向十一，经典名方物质基准' ? '方向五，油菜抗旱' : answer)
        .flatMap(({ question }) => question?.topic ?? []),
    );
    expect(topics).toContain('us.report');
  });

  it('contents that are named later leave those that were named before', () => {
    const told = begunUpTo('都写了');
    told.say('有分工、考核指标、目标、资金来源、合作方式、知识产权、有效期、争议解决');
    const [reply] = told.say('经费比例没写，收益怎么分也没写');
    expect(reply?.question?.topic).not.toBe('agreement.content');
    expect(told.record.facts['agreement.content']).toMatchObject({ tasks: true, fundsSplit: false, revenue: false });
  });

  it('with no agreement asks nothing more about it', () => {
    const told = begunUpTo('双方都签了字，日期也写了');
    const [reply] = told.say('还没签');
    expect(reply?.question?.topic).toBe('team');
  });
});

describe('a sentence about something else never fails a bar', () => {
  it.each([
    ['有', '法务看过，没有转让条款，不涉及伦理', 'unit.legalPerson'],
    ['1949年', '去年才认识的，没什么材料', 'partners'],
    ['大学，独立法人', '没有国内单位，就我们和韩国', 'partners'],
  ] as const)('%s: %s', (asked, said, fact) => {
    const told = talk();
    told.sayAll(...upTo(asked));
    const before = structuredClone(told.record.facts[fact]);
    expect(told.say(said)[0]?.text).not.toContain('要先说一声');
    expect(told.record.facts[fact]).toEqual(before);
  });

  it.each([
    ['有', '没有，我们是分公司', '独立法人资格'],
    ['有', '不是独立法人，是学院下面的实验室', '独立法人资格'],
    ['1949年', '去年才成立的', '3年'],
    ['大学，独立法人', '是个课题组，没有法人资格', '法人'],
  ] as const)('%s: %s does', (asked, said, bar) => {
    const told = talk();
    told.sayAll(...upTo(asked));
    const [reply] = told.say(said);
    expect(reply?.text).toContain('要先说一声');
    expect(reply?.text).toContain(bar);
  });
});

describe('an answer with a question behind it', () => {
  it('is taken, and the question is met too', () => {
    const told = begunUpTo('都没有');
    const [reply] = told.say('都没有。对了，中文翻译件要盖章吗？');
    expect(told.record.facts['lead.creditBlacklist']).toBe(false);
    expect(reply?.text).toContain('外文协议须提供中文翻译件');
    expect(reply?.question?.id).toBe('unit.name');
    expect(told.say('江西中医药大学。请问几号截止？')[0]?.text).toContain('没有写');
  });
});
