import { describe, expect, it } from 'vitest';
import { questionsIn } from '../../../knowledge/answer/split.ts';

describe('the questions of a message', () => {
  it.each<[string, string[]]>([
    ['截止什么时候？在哪里报？', ['截止什么时候？', '在哪里报？']],
    ['额度是多少，还有要不要配套', ['额度是多少，', '还有要不要配套']],
    ['年龄有要求吗？另外公司22年成立的行不行？', ['年龄有要求吗？', '另外公司22年成立的行不行？']],
    ['1、要几份协议？\n2、要不要翻译？', ['1、要几份协议？', '2、要不要翻译？']],
    ['德国有协议吗；法国呢', ['德国有协议吗；', '法国呢']],
    ['？协议写什么？？附1有谁？', ['协议写什么？', '附1有谁？']],
  ])('%s', (message, parts) => {
    expect(questionsIn(message)).toEqual(parts);
  });

  it.each([
    '方向三要几篇论文几个专利',
    '我67年的。公司去年6月成立，在南昌。能报吗？',
    '您好，我想问一下。我们是县里的合作社，没有独立的账户。这种可以申报吗',
    '对方是大学还是企业？还是都可以？',
    '能报吗？谢谢！',
    '年龄卡到多少岁？急！',
    '那么多材料都要交吗',
    '方向七',
    '',
  ])('one question stays whole: %s', (message) => {
    expect(questionsIn(message)).toEqual([message]);
  });

  it('what is told before a question belongs to it', () => {
    expect(questionsIn('我是讲师。有博士学位。能牵头吗？公司要配多少钱？')).toEqual([
      '我是讲师。有博士学位。能牵头吗？',
      '公司要配多少钱？',
    ]);
  });

  it('a flood of question marks is one question', () => {
    expect(questionsIn('吗？'.repeat(2000))).toEqual(['吗？']);
  });

  it('of a very long question the end is read, where it asks', () => {
    const told = '我们单位和德国的大学合作了很多年，'.repeat(300);
    const [question = '', ...more] = questionsIn(`${told}协议要双方签字吗？`);
    expect(more).toEqual([]);
    expect(question.length).toBeLessThan(1000);
    expect(question).toMatch(/协议要双方签字吗？$/);
  });
});
