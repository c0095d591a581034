import { expect, test } from 'vitest';
import { markdownOf } from '../../../../bot/channels/wecom/markdown.ts';
import { appService, messageXml } from '../../../support/wecom/appService.ts';

const text = (Content: string) => ({ MsgType: 'text', MsgId: '1', Content });

test('headings are bold, and the guide’s sentences stand apart', () => {
  const text = '结论：补齐 1 项后可以申报\n【要补的】\n1. 推荐函\n   依据：指南附5 一（一）\n回复“修改”';
  expect(markdownOf(text)).toBe(
    '**结论：补齐 1 项后可以申报**\n**【要补的】**\n1. 推荐函\n> 依据：指南附5 一（一）\n回复“修改”',
  );
});

test('what people typed means nothing in it', () => {
  const said = markdownOf('记下了：[点我](http://a.example) <font color="warning">**急**</font> `x`\n# 大字');
  expect(said).not.toMatch(/[*`[\]<>]|^#/m);
  expect(said).toContain('http://a.example');
});

test('what would be too long is not marked', () => {
  expect(markdownOf('结论：'.repeat(228))).toBeUndefined();
});

test.each([
  ['on', 'markdown'],
  ['off', 'text'],
])('with WECOM_MARKDOWN=%s an answer goes as %s', async (setting, msgtype) => {
  const service = await appService({ env: { WECOM_MARKDOWN: setting } });
  await service.callback(messageXml('zhangsan', Math.floor(service.now().getTime() / 1000), text('年龄有什么要求？')));
  const answers = () =>
    service.standIn.of('message/send').filter(({ body }) => JSON.stringify(body).includes('58周岁'));
  await expect.poll(() => answers().length).toBe(1);
  expect(answers()[0]?.body.msgtype).toBe(msgtype);
});
