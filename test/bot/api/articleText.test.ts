import { describe, expect, test } from 'vitest';
import { articleText } from '../../../bot/api/articleText.ts';

const html = (body: string): string => articleText(body, 'text/html');

describe('of markup', () => {
  test.each([
    ['paragraphs become lines', '<p>老师好</p><p>年龄有什么要求？</p>', '老师好\n\n年龄有什么要求？'],
    ['line breaks too', '一<br>二<br/>三', '一\n二\n三'],
    ['entities are read once', '5&nbsp;&gt;&nbsp;3 &amp;lt;b&amp;gt; &#20540; &#x503c;', '5 > 3 &lt;b&gt; 值 值'],
    ['a sign that begins no tag stays', '1 < 2 且 3 <4', '1 < 2 且 3 <4'],
    ['scripts and styles are no text', '<style>p{}</style>问<script>alert("x")</script>题', '问题'],
    ['nor what is inside them in other ways', '<script><p>x</p></script>问<SCRIPT src=a>y</sCript >题', '问题'],
    ['comments are none', '问<!-- <p>藏</p> -->题', '问题'],
    ['a tag that never ends swallows the rest', '问题<img src="', '问题'],
    [
      'a quotation is somebody else’s',
      '新的问题？<blockquote type="cite">旧的<blockquote>更旧的</blockquote>问题？</blockquote>谢谢',
      '新的问题？谢谢',
    ],
    ['a signature is cut', '问题？<span class="js-signatureMarker"></span><div>张三 13800000000</div>', '问题？'],
    ['what Gmail quotes is cut', '问题？<div class="gmail_quote">旧的</div>', '问题？'],
    ['what Outlook quotes is cut', '问题？<div id="divRplyFwdMsg">发件人</div><p>旧的</p>', '问题？'],
    ['what QQ mail quotes is cut', '问题？<includetail><div>旧的</div></includetail>', '问题？'],
    ['an entity for a sign that turns the writing round is left out', '问&#x202e;题&#0;&#xd800;', '问题'],
    ['names of all objects are no entities', '&constructor; &__proto__;', '&constructor; &__proto__;'],
  ])('%s', (_what, body, text) => {
    expect(html(body)).toBe(text);
  });
});

describe('of plain text', () => {
  test.each([
    ['lines that are quoted are left out', '新的问题？\n> 旧的问题？\n>> 更旧的\n谢谢', '新的问题？\n谢谢'],
    [
      'an original message is cut',
      '问题？\n\n------------------ 原始邮件 ------------------\n发件人: 咨询台\n旧的',
      '问题？',
    ],
    ['a header is cut', '问题？\n发件人：咨询台\n旧的', '问题？'],
    ['在…写道 is cut', '问题？\n在 2023年5月8日，咨询台 <desk@example.cn> 写道：\n旧的', '问题？'],
    ['On … wrote is cut', 'Question?\nOn Mon, May 8, 2023 at 10:00 AM Desk <desk@example.cn> wrote:\nold', 'Question?'],
    ['a signature behind two hyphens is cut', '问题？\n-- \n张三\n某大学', '问题？'],
    ['发自我的iPhone is cut', '问题？\n发自我的iPhone', '问题？'],
    ['markup stays as it is written', '<b>问题</b>？', '<b>问题</b>？'],
    ['what cannot be seen is left out', '问\u202e题\u0000\u200b？', '问题？'],
  ])('%s', (_what, body, text) => {
    expect(articleText(body, 'text/plain')).toBe(text);
  });
});

test.each([
  ['open signs', '<'.repeat(1_000_000)],
  ['open tags', '<a'.repeat(500_000)],
  ['open comments', '<!--'.repeat(250_000)],
  ['quotations in each other', '<blockquote>'.repeat(80_000)],
  ['a long line', '问'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['line ends', '\n'.repeat(1_000_000)],
  ['entities', '&#65;'.repeat(200_000)],
  ['hyphens', `${'-'.repeat(290)}\n`.repeat(3000)],
])('of a million %s little is read, quickly', (_what, body) => {
  const began = performance.now();
  expect(html(body).length).toBeLessThanOrEqual(4000);
  expect(articleText(body, 'text/plain').length).toBeLessThanOrEqual(4000);
  expect(performance.now() - began).toBeLessThan(1000);
});
