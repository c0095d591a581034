import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

describe('where a lead is employed, and where a company has its head office', () => {
  it.each([
    '我是海德堡大学的教授，能当负责人吗',
    '我在德国当教授，可以做项目负责人吗',
    '我在海德堡大学任教，想当负责人行吗',
    '我是德国慕尼黑工业大学的研究员，能牵头吗',
    '负责人在日本的大学工作，能申报吗',
  ])('「%s」 is not answered by the title alone', (question) => {
    const { answer } = answerTo(question);
    expect(answer).toMatch(/受聘于内地单位.*只在境外单位任职的，指南没有写可以/);
    expect(answer).not.toMatch(/^可以/);
  });

  it.each([
    'I work at TU Munich, may I lead the project?',
    'I am a professor at Heidelberg University, can I be the lead?',
    'she is a researcher at Oxford University. may she lead?',
    'I work at Imperial College, can I be project leader',
  ])('the same in English: %s', (question) => {
    const { answer } = answerTo(question);
    expect(answer).toMatch(/employed by a mainland unit|受聘于内地单位/);
    expect(answer).not.toMatch(/^Yes/);
  });

  it('whom a unit of Jiangxi employs is asked for the title', () => {
    expect(answerTo('I am a professor at Nanchang University, can I lead?').answer).toMatch(/^Yes on this point/);
  });

  it.each([
    '我在德国留过学，是教授，能当负责人吗',
    '我受聘于南昌大学，原来在德国当教授，能当负责人吗',
    '外方是德国的教授，我是南昌大学的，能报吗',
    '我们在德国找了合作方做研究，能申报吗',
    '我们在德国有家公司做外方，可以申报吗',
    '负责人曾在德国工作三年，能申报吗',
    '负责人在德国工作过，能当负责人吗',
    '我在德国做合作项目，能报吗',
    '我老公在德国工作，我是教授能当负责人吗',
    '我们公司在德国的大学做实验，负责人能报吗',
  ])('「%s」 says nothing of the kind', (question) => {
    expect(answerTo(question).answer).not.toContain('只在境外单位任职');
  });

  it.each([
    '总公司在深圳',
    '集团总部在广东，能报吗',
    '我们总公司在上海，子公司在赣州，谁来报',
    '母公司在上海，我们在南昌注册，能报吗',
  ])('「%s」: the place of registration counts', (question) => {
    expect(answerTo(question).answer).toMatch(/^看注册地/);
  });

  it.each(['我们公司在深圳，能报吗', '总公司在深圳，南昌分公司能报吗', '公司注册在上海，能当申报单位吗'])(
    '「%s」: it may not apply',
    (question) => {
      expect(answerTo(question).answer).toMatch(/^不能/);
    },
  );

  it('a lead who was taken back after retiring is no change of the lead', () => {
    expect(answerTo('负责人退休返聘可以吗').answer).toMatch(/没有写退休、返聘/);
  });
});
