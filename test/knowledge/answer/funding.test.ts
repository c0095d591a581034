import { describe, expect, it } from 'vitest';
import { answerOf } from './answerOf.ts';

const rows: readonly (readonly [question: string, ...holds: RegExp[]])[] = [
  ['最多能给多少钱', /80-120万/],
  ['一个项目能拿几多钱', /80-120万/],
  ['我们想申请60万可以吗', /^不符合/],
  ['申请120万行不行', /^符合/],
  ['申请121万行不行', /^不符合/],
  ['申请金额低于80万可以吗', /^不符合/],
  ['企业申请120万，账上只有90万自有资金，够不够', /^不够.*120万元.*30万元/],
  ['我们企业申请100万，自有资金100万，够吗', /^符合/],
  ['报120万，企业自己得有多少钱', /^至少120万元/],
  ['高校也要配套吗', /只要求企业/],
  ['批了80万，我们申请的是100万，差的咋办', /20万元.*自筹/],
  ['批复比申请少20万，这20万怎么办', /自筹/],
  ['是先给钱还是后补助', /前资助/],
  ['每个方向立几个', /各拟?立项1个|各拟立项1个/],
  ['项目能做两年吗', /^不符合.*3年/],
  ['项目执行期三年对吗', /^符合/],
  ['项目周期多长时间', /3年/],
  ['同等条件下优先是啥意思', /不免除/],
  ['基地依托单位是不是就不看年龄了', /^不能/],
  ['What if the grant is less than we asked for?', /自筹/],
  ['Do universities need matching funds?', /^Only enterprises/],
];

describe('money, term and priority', () => {
  it.each(rows.map(([question, ...holds]) => ({ question, holds })))('$question', ({ question, holds }) => {
    for (const each of holds) expect(answerOf(question)).toMatch(each);
  });
});
