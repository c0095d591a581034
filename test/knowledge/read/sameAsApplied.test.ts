import { describe, expect, it } from 'vitest';
import { readMoney } from '../../../knowledge/read/readMoney.ts';

const own = (text: string) => readMoney(text, { about: 'own', applied: 1_000_000 });
const same = { is: 'value', value: 1_000_000, echo: '与申请的一样多，按 100 万元记。' };

describe("one's own money put as being as much as the money applied for", () => {
  it.each([
    '1:1配套',
    '1：1',
    '按1比1配',
    '我们一比一配套',
    '可以按 1:1 配套，没问题',
    '等额配套',
    '自筹资金对等配套',
    '跟申请的一样多',
    '和申请金额一样',
    '与申请的省财政资金同等',
    '自有资金跟申请的一样多',
    '一样多',
    '也是一样多吧',
    '申请多少就配多少',
    '省里给多少，我们就出多少',
    '至少1:1',
  ])('「%s」', (text) => {
    expect(own(text)).toEqual(same);
  });

  it.each([
    '配不到1:1',
    '1:1有点难',
    '是不是要1:1配套',
    '听说要1:1配套',
    '1:0.5配套',
    '2:1配套',
    '尽量1:1',
    '跟申请的差不多',
    '不一样多',
    '申请的一半',
    '省里给多少算多少',
    '没有申请的一样多',
  ])('「%s」 says no such thing', (text) => {
    expect(own(text)).not.toMatchObject({ is: 'value', value: 1_000_000 });
  });

  it('an amount beside it is read as before, and nobody guesses what was applied for', () => {
    expect(own('1:1配套，120万')).toMatchObject({ value: 1_200_000 });
    expect(readMoney('1:1配套', { about: 'own' })).toMatchObject({ is: 'ask' });
    expect(readMoney('一样多', { about: 'applied', applied: 1_000_000 })).toBeUndefined();
  });
});
