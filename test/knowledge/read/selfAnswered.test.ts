import { describe, expect, it } from 'vitest';
import { selfAnswered } from '../../../knowledge/read/selfAnswered.ts';
import { workOf } from '../../support/work.ts';

describe('a question answered in the same breath is said once', () => {
  it.each([
    ['还有别的单位吗 没有 就一家', '没有别的单位 就一家'],
    ['有推荐函吗？没有。', '没有推荐函。'],
    ['是外籍吗，不是', '不是外籍'],
    ['有联合实验室吗？有的', '有联合实验室'],
    ['高亮？没弄', '高亮,没弄'],
  ])('%s', (said, means) => {
    expect(selfAnswered(said)).toBe(means);
  });

  it.each(['推荐函要盖章吗，没有的话怎么办', '有别的单位吗', '是外籍吗，没有', '什么是高亮？没听说过', '没有吗？有'])(
    '%s stays as it is',
    (said) => {
      expect(selfAnswered(said)).toBe(said);
    },
  );

  it('takes no longer on hostile repetition', () => {
    expect(workOf(() => selfAnswered('有吗 '.repeat(133)))).toBeLessThan(50);
    expect(workOf(() => selfAnswered('还有'.repeat(200)))).toBeLessThan(50);
  });
});
