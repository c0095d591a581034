import { describe, expect, it } from 'vitest';
import { mainlandHome } from '../../../knowledge/read/mainlandHome.ts';
import { asReported, paused } from '../../../knowledge/read/reported.ts';
import { slowest } from './typed.ts';

describe('what somebody else said of the lead', () => {
  it.each([
    ['老师说都不是', '都不是'],
    ['我问了老师,他说两种都没有', '我问了老师,两种都没有'],
    ['陈总讲从来没有过', '从来没有过'],
    ['听老师说没有', '没有'],
    ['我保证没有', '没有'],
  ])('%s is as good as %s', (text, left) => {
    expect(asReported(text)).toBe(left);
  });

  it.each(['听说有', '有人说有', '对方说还没签', '老师没说', '他说过了', '老师说了算', '老师说不清楚'])(
    '%s stays as it was typed',
    (text) => {
      expect(asReported(text)).toBe(text);
    },
  );
});

describe('what is typed without a pause', () => {
  it.each([
    ['没有啊两个都没有', '没有,两个都没有'],
    ['是的我们是独立法人', '是的,我们是独立法人'],
    ['是独立法人没错', '是独立法人'],
    ['开了没错', '开了'],
  ])('%s is heard as %s', (text, heard) => {
    expect(paused(text)).toBe(heard);
  });

  it.each(['没错', '格式没错', '指标啊前景啊都写了', '是哈尔滨的', '有的写了'])('%s stays as it was typed', (text) => {
    expect(paused(text)).toBe(text);
  });
});

describe('a home in the mainland', () => {
  it.each(['我就是于都人', '高安人', '老板是温州人', '家就在余干', '江西赣州', '广东梅州的', '老表'])('%s', (text) => {
    expect(mainlandHome(text)).toBeDefined();
  });

  it.each([
    '曼谷人',
    '外国人',
    '负责人',
    '台湾人',
    '香港人',
    '首尔人',
    '全职在南昌大学',
    '南昌大学的人才',
    '江西人民医院',
  ])('%s is none', (text) => {
    expect(mainlandHome(text)).toBeUndefined();
  });
});

it('all of it takes at most 50 ms, even for hostile text', () => {
  expect(slowest((text) => asReported(paused(text)))).toBeLessThan(50);
  expect(slowest(mainlandHome)).toBeLessThan(50);
  for (const piece of ['老师', '说', '没有啊', '南昌', '土生土长', '是', '家在', '的'])
    expect(slowest(() => mainlandHome(asReported(paused(piece.repeat(400).slice(0, 400)))))).toBeLessThan(50);
});
