import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readXml } from '../../../bot/wecom/xml.ts';
import { xmlOf } from '../../support/wecom/callbacks.ts';

const message = z.object({ Content: z.string(), MsgId: z.string(), AgentID: z.string().optional() });

test('numbers stay the text that they are', () => {
  const read = readXml('<xml><Content>007</Content><MsgId>4561255354251345929</MsgId></xml>', message);
  expect(read).toEqual({ Content: '007', MsgId: '4561255354251345929' });
});

test('a declaration, line breaks and empty CDATA do not matter', () => {
  const text =
    '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<Content><![CDATA[]]></Content>\n<MsgId>1</MsgId>\n</xml>\n';
  expect(readXml(text, message)).toEqual({ Content: '', MsgId: '1' });
});

test('what people type is text, whatever it looks like', () => {
  for (const typed of [
    '<MsgId>9</MsgId><AgentID>999</AgentID>',
    '<!DOCTYPE html><!-- x -->',
    '<?xml version="1.0"?>',
    '&lt;b&gt; &amp; &#20013;',
    '  前后有空格\n\n第二行 ',
    '<![CDATA[ 嵌套',
    '</Content></xml>',
  ])
    expect(readXml(xmlOf({ Content: typed, MsgId: 1 }), message)).toEqual({ Content: typed, MsgId: '1' });
});

test('one selected item and several are read alike', () => {
  const event = z.object({
    SelectedItems: z.object({
      SelectedItem: z.array(z.object({ OptionIds: z.object({ OptionId: z.array(z.string()) }) })),
    }),
  });
  const item = (ids: string[]) =>
    `<SelectedItem><OptionIds>${ids.map((id) => `<OptionId>${id}</OptionId>`).join('')}</OptionIds></SelectedItem>`;
  const ids = (items: string): unknown =>
    readXml(`<xml><SelectedItems>${items}</SelectedItems></xml>`, event)?.SelectedItems.SelectedItem.map(
      (each) => each.OptionIds.OptionId,
    );
  expect(ids(item(['a']))).toEqual([['a']]);
  expect(ids(item(['a', 'b']) + item(['c']))).toEqual([['a', 'b'], ['c']]);
});

const bomb = (inside: string): string =>
  `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(500)}"><!ENTITY c "${'&a;'.repeat(500)}">]><xml><Content>&c;</Content>${inside}</xml>`;

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['JSON', '{"Content":"a"}'],
    ['another root', '<html><Content>a</Content><MsgId>1</MsgId></html>'],
    ['two roots', '<xml><Content>a</Content><MsgId>1</MsgId></xml><xml><Content>b</Content><MsgId>1</MsgId></xml>'],
    ['a field that comes twice', '<xml><Content>a</Content><Content>b</Content><MsgId>1</MsgId></xml>'],
    ['a field with fields inside', '<xml><Content><b>a</b></Content><MsgId>1</MsgId></xml>'],
    ['a missing field', '<xml><Content>a</Content></xml>'],
    ['a bomb of entities', bomb('<MsgId>1</MsgId>')],
    ['a DOCTYPE behind the beginning', '<xml><!DOCTYPE a><Content>a</Content><MsgId>1</MsgId></xml>'],
    ['a DOCTYPE in lower case', '<!doctype a><xml><Content>a</Content><MsgId>1</MsgId></xml>'],
    [
      'a DOCTYPE behind a pretended CDATA',
      '<!-- <![CDATA[ --><!DOCTYPE a><xml><Content>]]></Content><MsgId>1</MsgId></xml>',
    ],
    ['a comment', '<xml><!-- a --><Content>a</Content><MsgId>1</MsgId></xml>'],
    ['an instruction', '<xml><?php a?><Content>a</Content><MsgId>1</MsgId></xml>'],
    ['CDATA without an end', '<xml><Content><![CDATA[a</Content><MsgId>1</MsgId></xml>'],
    ['a prototype', '<xml><__proto__><Content>a</Content><MsgId>1</MsgId></__proto__></xml>'],
    ['ten thousand levels', `${'<xml>'.repeat(10_000)}${'</xml>'.repeat(10_000)}`],
  ])('%s', (_what, text) => expect(readXml(text, message)).toBeUndefined());
});

test('a hundred thousand characters of whatever take no time', () => {
  for (const piece of ['<', '<a>', '<![CDATA[', ']]>', '&', '<xml', '<?xml ', ' ']) {
    const begun = performance.now();
    readXml(piece.repeat((64 * 1024) / piece.length), message);
    expect(performance.now() - begun).toBeLessThan(1000);
  }
});
