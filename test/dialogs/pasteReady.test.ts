import { expect, test } from 'vitest';
import { pasteReady } from '../../dialogs/pasteReady.ts';
import { ask } from '../../knowledge/answer/ask.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';

const guide = loadGuide('jx-intl-2023');
const passedOn = (text: string): string =>
  pasteReady(ask({ text, guide, overlay: null, today: '2023-05-08' }).answer, 'zh');

test.each([
  '项目经费能买车吗？',
  '食堂几点开门？',
  '立项以后能换合作单位吗？',
  '在吗',
  '谢谢',
  '你是谁',
  '今天天气怎么样？',
  '经费多少？',
])('what is answered to %s is passed on without offers and without words for the assistant', (text) => {
  expect(passedOn(text)).not.toMatch(/回复“|您也可以问|下面的问题|[，；]。|^$/);
});

test('what the guide says is passed on whole, the clause and its words included', () => {
  expect(passedOn('负责人年龄有什么要求？')).toMatch(/58周岁[\s\S]*依据：指南附5 二（一） “项目负责人年龄不超过58周岁/);
});

test('other words in quotation marks stay', () => {
  const answer = '请在邮件里回复“收到”，再回复“同意”。\n您也可以问：\n· 别的';
  expect(pasteReady({ answer }, 'zh')).toBe('请在邮件里回复“收到”，再回复“同意”。');
});
