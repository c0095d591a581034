/** Whose age, years, title, money or papers are asked for: each question is told of the one whom it names, or that the guide does not say. */
import { describe, expect, it } from 'vitest';
import { ownersIn } from '../../../knowledge/answer/owners.ts';
import { answerTo } from './answerOf.ts';

const yearsOfPartner: readonly string[] = [
  'minimum age of the foreign company?',
  '外国公司最低年龄',
  'What is the minimum age of the overseas partner?',
  'How old must the foreign company be?',
  'Is there an age requirement for the foreign partner institution?',
  'Age limit for the partner company?',
  'How many years old does our firm abroad have to be as the partner?',
  'required age of partner organisation',
  'minimum years since founding for the foreign partner',
  'How long must the overseas institute have been in existence?',
  'For how many years must the partner firm have been operating?',
  'When must the foreign company have been founded at the latest?',
  '外方单位的年龄有要求吗',
  '外方公司要满几岁',
  '境外合作公司的年龄下限是多少',
  '合作的外国企业成立几年才行',
  '外国大学多大岁数才能合作',
  '对方公司年龄要求',
  '国外合作机构最少要成立多少年',
  '外方成立年限',
  '海外单位最小年龄限制',
  '外方企业年龄多大',
  '外资合作伙伴公司的岁数要求',
  'how many years must pass since the foundation of the overseas institute',
  'For the overseas partner, is there any minimum age?',
  'Foreign partner: minimum age?',
  '外方，最低年龄多少',
  '境外机构成立时间有什么要求',
  '外国合作单位存在几年以上',
];

const yearsOfApplicant: readonly string[] = [
  'How old must the applicant company be?',
  'minimum age of the applying unit',
  'What is the minimum age of the Jiangxi company?',
  '申报单位最低年龄',
  '申报企业的年龄要求',
  '牵头单位要成立几年',
  '江西公司至少多大岁数才能申报',
];

const ageOfLeader: readonly string[] = [
  'How old may the PI be?',
  'Maximum age of the project leader',
  '负责人最大年龄',
  '项目负责人年龄要求',
  '牵头单位的负责人年龄有限制吗',
  '申报单位的项目负责人几岁以下',
  "Age limit of the applicant company's project leader?",
  'What age limit applies to the leader from the Jiangxi unit?',
  '外方和我们一起申报，负责人年龄要求',
  '和国外公司合作的项目，负责人多大年龄',
  '与外方合作，年龄上限是多少',
  '外籍科学家当负责人年龄要求',
  'What is the age limit for a foreign scientist who leads the project?',
];

const titleOfLeader: readonly string[] = [
  'What title must the project leader have?',
  '负责人要什么职称',
  '申报单位的负责人要什么学历',
  'Which degree must the leader of the applicant unit hold?',
  "Does the applicant's project leader need a doctorate?",
];

const ofOthers: readonly string[] = [
  "What is the maximum age of the partner's PI?",
  '外方负责人年龄要求',
  '外方项目负责人多大年纪以内',
  '合作外方的专家年龄有限制吗',
  "Does the foreign partner's lead scientist have to be under 58?",
  "Must the partner's lead scientist hold a PhD?",
  '外方负责人要什么职称',
  '外方科研人员需要博士学位吗',
  '外方合作方的负责人要有高级职称吗',
  "Does the overseas partner's professor need a senior title?",
  "Which academic degree must the partner's researchers have?",
  '团队成员的年龄限制',
  '项目组成员要博士吗',
  'Do team members need a PhD?',
  'What is the age limit for team members?',
  '法定代表人的年龄有限制吗',
  "Is there an age limit for our company's director or legal representative?",
  '推荐单位要成立几年',
  'How old must the recommending unit be?',
  '国内参与单位要注册满几年',
  '中方参与单位最低年龄',
  'How long must a domestic participating unit have been registered?',
  '外方需要自有资金吗',
  '外方企业要配套多少自有资金',
  'Does the foreign partner company need matching funds?',
  'How much own money must the overseas partner show?',
  'Must the foreign partner supply audited financial reports?',
  '外方公司要交审计报告吗',
  '负责人要出多少自有资金',
  'Does the project leader have to put up own funds?',
  "The partner's PI is 65 years old. Is that a problem?",
  '外方负责人62岁了行不行',
  "Our foreign partner's lead scientist was born in 1955. Does the age limit matter?",
  "The partner's PI is only an assistant professor without a PhD - is that acceptable?",
  '合作方的专家没有博士学位可以吗',
  '总经理几岁以下',
  'Must our CEO be under 58?',
  'Does a recommending department need to be registered for some years?',
  '外方企业要不要审计过的账',
];

const tooYoung: readonly string[] = [
  'Our partner company in Germany is 2 years old. Is it old enough?',
  '合作方公司才两岁，够不够',
  'Our German partner institute was founded in 2022. Is it old enough?',
  'The Jiangxi company is 6 months old. Can it apply?',
];

const oldEnough: readonly string[] = [
  'Our partner company in Germany is 5 years old. Is it old enough?',
  '外方公司已经30岁了，可以吗',
  'Our partner company is 25 years old, is that fine?',
];

const periodOfProject: readonly string[] = [
  'How long does the project run?',
  '项目做几年',
  'How many years does the project last with the partner?',
];

const fundsOfApplicant: readonly string[] = [
  '申报企业自有资金要多少',
  'How much own money must the applicant company have?',
];

/** What is said to the last of some questions, without its sources. */
function told(...turns: string[]): { status: string; answer: string } {
  const { status, answer } = answerTo(...turns);
  return { status, answer: answer.split('\n')[0] ?? '' };
}

const lead = /58/;
const abroad = /境外注册3年以上|outside China for at least 3 years|abroad for at least 3 years/;

describe('the age of an institution is how long it has been registered', () => {
  it.each(yearsOfPartner)('%s: three years, of the partner', (question) => {
    const { status, answer } = told(question);
    expect(status).toBe('answered');
    expect(answer).toMatch(abroad);
    expect(answer).not.toMatch(lead);
  });

  it.each(yearsOfApplicant)('%s: one year in Jiangxi', (question) => {
    const { answer } = told(question);
    expect(answer).toMatch(/江西省?注册1年以上|in Jiangxi for at least 1 year/);
    expect(answer).not.toMatch(lead);
  });

  it.each(oldEnough)('%s: yes', (question) => {
    expect(told(question).answer).toMatch(/^(?:符合注册|Yes on registration)/);
  });

  it.each(tooYoung)('%s: no', (question) => {
    expect(told(question).answer).toMatch(/^(?:不符合|No, )/);
  });
});

describe('the lead', () => {
  it.each(ageOfLeader)('%s: at most 58', (question) => {
    expect(told(question)).toEqual({ status: 'answered', answer: expect.stringMatching(/58周岁|older than 58/) });
  });

  it.each(titleOfLeader)('%s: a senior title or a doctorate', (question) => {
    expect(told(question)).toEqual({
      status: 'answered',
      answer: expect.stringMatching(/高级职称|senior .*doctorate/),
    });
  });
});

describe('of others the guide says nothing', () => {
  it.each(ofOthers)('%s', (question) => {
    const { status, answer } = told(question);
    expect(status).toBe('not-in-guide');
    expect(answer).toMatch(/指南没有|does not|sets no/);
  });
});

it.each(periodOfProject)('%s: three years, of the project', (question) => {
  expect(told(question).answer).toMatch(/^(?:3 years|项目实施期为3年)/);
});

it.each(fundsOfApplicant)('%s: at least the amount applied for', (question) => {
  expect(told(question).answer).toMatch(/1倍以上|at least 1 time/);
});

it.each([
  ['负责人年龄多大', '那外方公司呢'],
  ['How old may the project leader be?', 'And the foreign company?'],
])('%s %s goes on to the partner, not with 58', (...turns) => {
  expect(told(...turns).answer).not.toMatch(lead);
});

it.each([
  ['申报单位的项目负责人', 'zh', 'leader'],
  ['外方负责人', 'zh', 'partnerPerson'],
  ['外方', 'zh', 'partner'],
  ['国内参与单位', 'zh', 'participant'],
  ["the applicant company's project leader", 'en', 'leader'],
  ['the lead scientist of the foreign partner', 'en', 'partnerPerson'],
  ['a professor of the applicant university', 'en', 'somebody'],
  ['our partner institute', 'en', 'partner'],
  ['the recommending unit', 'en', 'recommender'],
] as const)('%s is somebody: %s %s', (text, language, owner) => {
  expect(ownersIn(text, language).map((each) => each.owner)).toEqual([owner]);
});
