import { describe, expect, it } from 'vitest';
import { answerOf, guide } from './answerOf.ts';

const rows: readonly (readonly [question: string, ...holds: RegExp[]])[] = [
  ['中外方都要在协议上签字么', /^要签字/],
  ['只有中方签字不行吗，外方没签字', /双方签字/],
  ['法国人说他们从不盖章，协议还有效吗', /^不一定.*签字/],
  ['跟省内高校的协议只签字没盖章行吗', /签章齐全/],
  ['英文协议的中文翻译谁盖章', /申报单位公章/],
  ['韩文合同要翻成中文不', /中文翻译件/],
  ['已经有校际战略合作协议，还要重新签吗', /补充签署/],
  ['签个合作意向书够不够', /法律效力/],
  ['和外方口头约定好了，能列为参与单位吗', /^不能/],
  ['国内协议签一份大的还是一家一份', /均可/],
  ['有效期要标黄吗', /高亮/],
  ['协议没写签署日期行吗', /签署时间/],
  ['知识产权必须五五分吗', /50%.*不要求/],
  ['模板跟指南三年实施期是不是打架', /24个月.*3年/],
  ['模板要签几份，谁保存', /两份正本/],
  ['模板协议终止后还要保密吗', /2年/],
  ['合作双方闹矛盾能打官司吗', /^按附4模板，不能.*协商/],
  ['模板里原来就有的专利归谁', /各自所有/],
  ['项目没批准协议自动作废吗', /自动终止/],
  ['模板里没有考核指标怎么办', /要自己加/],
  ['省属高校找谁推荐', /主管部门/],
  ['我们是赣州的民营企业，找哪里推荐', /属地科技管理部门/],
  ['一个项目能从教育厅和科技局两边报吗', /^不能.*单个推荐单位/],
  ['题目跟方向不完全一样行不行', /基本相符/],
  ['共性指标有几条', /四条.*互访.*交流活动/],
  ['互访几次', /1次/],
  ['活动必须邀请外人吗', /须有/],
  ['联合获奖怎么署名', /贡献/],
  ['攻克关键技术和标志性成果二选一吗', /二选一/],
  ['Does the agreement have to be stamped?', /^Not necessarily/],
  ['who recommends a private company in a county', /属地/],
];

describe('agreement, template, recommendation and common indicators', () => {
  it.each(rows.map(([question, ...holds]) => ({ question, holds })))('$question', ({ question, holds }) => {
    for (const each of holds) expect(answerOf(question)).toMatch(each);
  });
});

describe('what the guide does not say', () => {
  it.each([
    '协议要骑缝章吗',
    '推荐函要几份',
    '实施期可以延长吗',
    '外方要有多少员工',
    '公务员家属能报吗',
    '审计报告要哪家事务所出的',
  ])('is not answered: %s', (question) => {
    expect(answerOf(question)).toMatch(/没有/);
    expect(answerOf(question)).toMatch(/科技厅|推荐单位|申报通知/);
  });
});

describe('the translation, secrecy, and what they leave unsaid', () => {
  it.each<[string, ...RegExp[]]>([
    ['翻译件上盖哪家的章', /^盖中方申报单位公章/],
    ['翻好的协议盖哪个单位的公章', /申报单位公章/],
    ['译文上盖外方公章还是我们公章', /申报单位公章/],
    ['英文范本里合作散伙以后还得替对方守几年秘密', /^2年/],
    ['协议到期以后秘密还得守几年', /^2年/],
    ['按那个英文样本，散了以后多少年不能说出去', /^2年/],
    ['跟国内参与单位的协议只签字没盖章可以吗', /签章齐全/],
    ['去年签的长期合作协议能直接用吗', /补充签署/],
    ['自己翻的没有翻译公司章会不会不认', /没有写/, /申报单位公章/],
    ['我们英语老师翻的行不行，要不要有证的翻译', /没有写/],
    ['翻译件外方要签字吗', /没有写/],
    ['方向跟选题不完全一致可以报吗', /基本相符/],
    ['不管选哪个题，互访最少几回', /1次/],
    ['两边人员来往最少几趟', /1次/],
    ['合办的活动非得去国外吗，光自己人行不行', /不限/, /单位以外/],
    ['搞活动全是自己人算不算数', /单位以外/],
    ['每个选题都得做到的那几条是啥', /共性/],
    ['专利全部写我方，外方不提，可以吗', /^不行/],
  ])('%s', (question, ...holds) => {
    for (const each of holds) expect(answerOf(question)).toMatch(each);
  });
});

describe('answers as data', () => {
  it('quote the guide word for word', () => {
    const wrong = guide.answers.flatMap(({ id, quotes = [] }) =>
      quotes.filter((quote) => !guide.source.includes(quote)).map((quote) => `${id}: ${quote}`),
    );
    expect(wrong).toEqual([]);
  });
});
