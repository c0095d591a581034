/** Structure-aware odd things: what callbacks and activities are made of, bent here and there. */
import fc from 'fast-check';
import { agentId } from './wecom/appService.ts';
import { sample, xmlOf } from './wecom/callbacks.ts';
import { account } from './wecom/kf.ts';

/** Texts that something may trip over. */
const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '开始自查',
    '跳过',
    '更多',
    '删除我的数据',
    '\u0000',
    '\ud800',
    '\u202e倒',
    'e\u0301'.repeat(300),
    '👨‍👩‍👧‍👦'.repeat(40),
    ']]>',
    '<![CDATA[x]]>',
    '&lt;&#0;&b;',
    '<AgentID>999</AgentID><MsgId>1</MsgId>',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '{"a":1}',
    '长'.repeat(4001),
    '1'.repeat(400),
    '「张三：年龄有什么要求？」\n- - - - - - - - - - - - - - -\n',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 30 }),
);

const odd = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, -1, 1e308, Number.MAX_SAFE_INTEGER + 2, [], {}, [[]], [null], { id: {} }),
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
);

/** Paths to every value in it, at any depth. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [
    ...(path.length ? [[...path]] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key])),
  ];
}

/** The value with some of what is in it replaced by something odd, or something odd put beside. */
export function bent(whole: object): fc.Arbitrary<Record<string, unknown>> {
  const places = [...pathsIn(whole), ['__proto__'], ['entities'], ['attachments'], ['more']];
  return fc.array(fc.tuple(fc.constantFrom(...places), odd), { maxLength: 4 }).map((changes) => {
    const copy = structuredClone(whole) as Record<string, unknown>; // an object of ours
    for (const [path, value] of changes) {
      let at: Record<string, unknown> | undefined = copy;
      for (const key of path.slice(0, -1)) {
        const inner: unknown = at?.[key];
        at = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : undefined;
      }
      if (at)
        Object.defineProperty(at, path.at(-1) ?? '', { value, enumerable: true, configurable: true, writable: true });
    }
    return copy;
  });
}

/** A text with pieces cut out, doubled, moved or put in. */
export function torn(text: string): fc.Arbitrary<string> {
  const place = fc.integer({ min: 0, max: text.length });
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</xml>',
    '<xml>',
    ']]>',
    '<![CDATA[',
    '&a;',
    '<!DOCTYPE a>',
    '<?xml?>',
    '"',
    '\u0000',
    '=',
    '&',
    '%',
    '+',
  );
  const change = fc.oneof(
    fc.record({ is: fc.constant('cut' as const), from: place, to: place }),
    fc.record({ is: fc.constant('double' as const), from: place, to: place }),
    fc.record({ is: fc.constant('put' as const), from: place, piece: fc.oneof(pieces, oddText) }),
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((now, each) => {
      if (each.is === 'put') return now.slice(0, each.from) + each.piece + now.slice(each.from);
      const [from, to] = [Math.min(each.from, each.to), Math.max(each.from, each.to)];
      return each.is === 'cut' ? now.slice(0, from) + now.slice(to) : now.slice(0, to) + now.slice(from);
    }, text),
  );
}

const field = fc.oneof(
  oddText,
  fc.integer(),
  fc.constantFrom('event', 'text', 'image', 'voice', 'link', 'location', 'video'),
);

/** The XML inside a callback: fields left out, odd, doubled, of another kind, or the whole of it torn. */
export function oddInside(seconds: () => number): fc.Arbitrary<string> {
  const right = {
    ToUserName: sample.receiveId,
    FromUserName: 'zhang',
    AgentID: agentId,
    CreateTime: seconds(),
    MsgType: 'text',
    Content: '开始自查',
    MsgId: '1',
  };
  const names = [
    'FromUserName',
    'MsgType',
    'Content',
    'MsgId',
    'Event',
    'EventKey',
    'ResponseCode',
    'TaskId',
    'CardType',
    'Token',
    'OpenKfId',
    'AgentID',
    'CreateTime',
  ];
  const pressed = {
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: Buffer.from('{"t":"企业","q":"unit.kind"}').toString('base64url'),
    ResponseCode: 'code',
  };
  const hint = { MsgType: 'event', Event: 'kf_msg_or_event', Token: 'token', OpenKfId: account };
  const base = fc.constantFrom(
    {},
    pressed,
    hint,
    { MsgType: 'event', Event: 'enter_agent' },
    { MsgType: 'image', PicUrl: 'http://127.0.0.1/' },
  );
  const raws = fc.constantFrom(
    '',
    '<SelectedItems></SelectedItems>',
    '<SelectedItems><SelectedItem/></SelectedItems>',
    '<SelectedItems><SelectedItem><OptionIds><OptionId>1</OptionId></OptionIds></SelectedItem></SelectedItems>',
    '<MsgType>event</MsgType>',
    '<a>'.repeat(200),
    `<a>${'x'.repeat(30_000)}</a>`,
  );
  const made = fc
    .tuple(base, fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 3 }), raws, fc.uuid())
    .map(([kind, changes, raw, id]) =>
      xmlOf({ ...right, MsgId: String(Number.parseInt(id.slice(0, 8), 16)), ...kind, ...changes }, raw),
    );
  return fc.oneof(
    { weight: 3, arbitrary: made },
    { weight: 1, arbitrary: made.chain(torn) },
    { weight: 1, arbitrary: oddText },
  );
}

/** What `kf/sync_msg` may bring. */
export const oddItem: fc.Arbitrary<Record<string, unknown>> = fc
  .constantFrom<object>(
    { external_userid: 'wmfuzz', msgtype: 'text', text: { content: '年龄有什么要求？', menu_id: 'unit.kind|1' } },
    { external_userid: 'wmfuzz', msgtype: 'image', image: { media_id: 'x' } },
    {
      external_userid: 'wmfuzz',
      msgtype: 'merged_msg',
      merged_msg: {
        title: '聊天记录',
        item: [{ msgtype: 'text', msg_content: '{"text":{"content":"年龄有什么要求？"}}' }],
      },
    },
    {
      origin: 4,
      msgtype: 'event',
      event: { event_type: 'enter_session', open_kfid: account, external_userid: 'wmfuzz', welcome_code: 'c' },
    },
    {
      origin: 4,
      msgtype: 'event',
      event: { event_type: 'msg_send_fail', external_userid: 'wmfuzz', fail_msgid: 'x', fail_type: 1 },
    },
    {
      origin: 4,
      msgtype: 'event',
      event: { event_type: 'session_status_change', external_userid: 'wmfuzz', change_type: 3 },
    },
  )
  .chain(bent);
