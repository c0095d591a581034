/** Turns of speech that no label foresees: a slip named afterwards, a grumble, somebody else, where to look. */
import { describe, expect, it, test } from 'vitest';
import { changesMind } from '../../dialogs/handoverForms.ts';
import { begunUpTo, talk } from '../support/talk.ts';

describe('an earlier answer is put right in passing', () => {
  it('the unit, where both sides are universities', () => {
    const told = begunUpTo('教授');
    const [reply] = told.say('等一下，单位不是高校，是企业');
    expect(reply?.text).toContain('单位类别：高校 → 企业');
    expect(told.record.facts.partners).toMatchObject([{ kind: 'university' }]);
  });

  it('前面说错了 behind the new value, beside the answer', () => {
    const told = begunUpTo('教授');
    told.say('副教授，1975年3月生的，前面说错了');
    expect(told.record.facts).toMatchObject({ 'lead.titleText': '副教授', 'lead.birthDate': '1975-03' });
  });

  it('the title on the certificate stands for one that told no level', () => {
    const told = begunUpTo('教授');
    told.say('主任');
    const [reply] = told.say('主任医师，本科');
    expect(told.record.facts).toMatchObject({ 'lead.titleText': '主任医师', 'lead.titleLevel': 'senior' });
    expect(reply?.text).not.toContain('先按前面的');
  });

  it('a shorter form of the name is no other unit', () => {
    const told = begunUpTo('南昌市，1959-03-10');
    const [reply] = told.say('南昌，1959-03-10，我在江西中医药工作');
    expect(reply?.text).not.toContain('先按前面的');
    expect(told.record.facts['unit.name']).toBe('江西中医药大学');
  });
});

test('a grumble at the asking leaves the answer an answer', () => {
  const told = begunUpTo('1970年6月18日');
  told.say('90.5.5 怎么还要问');
  expect(told.record.facts['lead.birthDate']).toBe('1990-05-05');
});

test('who asks where to look is told, and asked again before it is let go', () => {
  const told = begunUpTo('南昌市，1959-03-10');
  const [reply] = told.say('不知道，在哪查啊');
  expect(reply?.text).toContain('营业执照');
  expect(reply?.question?.id).toBe('unit.registration');
  expect(told.say('不知道')[0]?.text).toContain('先记');
});

test('本人, where the name of somebody else was asked, is nobody else', () => {
  const told = talk();
  told.sayAll('帮别人', '本人');
  expect(told.record.behalf).toBe('self');
});

test('a part of a unit is no legal person, though nothing of it stands in the question', () => {
  const told = begunUpTo('有');
  expect(told.say('我们是二级学院')[0]?.text).toContain('没有独立法人资格');
});

test('the writer’s own post is no fact about the lead', () => {
  const told = begunUpTo('都不是');
  told.say('他不是，我才是公务员哈哈');
  expect(told.record.facts['lead.civilServant']).toBe(false);
});

test.each([
  ['算了 先自己查吧', true],
  ['不用了，我自己看看', true],
  ['算了，请问截止时间是哪天', false],
  ['自己查不到推荐单位', false],
])('who was asked for a question to hand over may think better of it: %s', (text, expected) => {
  expect(changesMind(text)).toBe(expected);
});
