/** 微信客服 on the stand-in: customers who write and read, sessions, the limits of `kf/send_msg`, cursors that may go back. */
import type { Call, Json, StandIn } from './standIn.ts';

export const account = 'wkAJ2GCAAASSm4_FhToWMFea0xAFfd3Q';

/** What a customer sees. */
export interface Seen {
  touser: string;
  open_kfid: string;
  msgid: string;
  text: string;
  /** Labels and ids of a menu. */
  menu: { id: string; content: string }[];
}

export interface KfSide {
  seen: Seen[];
  /** What `sync_msg` brings, by account; more may be added as it is. */
  items: Json[];
  /** Sessions by customer; 0 unless it says otherwise. */
  states: Map<string, number>;
  /** Items on a page. */
  pageSize: number;
  /** So many of the next answers are empty pages with `has_more`. */
  emptyPages: number;
  /** So many items before the cursor come again with the next answer. */
  replay: number;
  /** Whether `service_state/trans` works. */
  seats: boolean;
  /** A customer writes; gives the item's msgid. */
  say(touser: string, text: string, more?: Json): string;
  /** Puts an item in. */
  add(more: Json): string;
  /** A customer opens the chat: with a welcome code when the rules give one. */
  enter(touser: string, more?: { code?: boolean }): void;
  event(touser: string, event: Json): void;
  /** The customer clicks on an item that they see. */
  click(touser: string, content: string): string;
}

const window = 48 * 3600;
const most = { text: 2048, head: 1024, label: 128, items: 10, messages: 5 };
const bytes = (value: unknown): number => Buffer.byteLength(String(value ?? ''));

interface Customer {
  wroteAt?: number;
  got: number;
  welcomedAt?: number;
}

/** @param now the stand-in's clock */
export function kfSide(standIn: StandIn, now: () => Date): KfSide {
  const customers = new Map<string, Customer>();
  const codes = new Map<string, { touser: string; open_kfid: string; until: number }>();
  const known = new Set<string>();
  let number = 0;
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const customer = (touser: string): Customer => {
    const found = customers.get(touser) ?? { got: 0 };
    customers.set(touser, found);
    return found;
  };
  const side: KfSide = {
    seen: [],
    items: [],
    states: new Map(),
    pageSize: 1000,
    emptyPages: 0,
    replay: 0,
    seats: true,
    add(more) {
      number += 1;
      const msgid = String(more.msgid ?? `kf-item-${number}`);
      side.items.push({ msgid, open_kfid: account, send_time: seconds(), origin: 3, ...more });
      return msgid;
    },
    say(touser, text, more = {}) {
      Object.assign(customer(touser), { wroteAt: Number(more.send_time ?? seconds()), got: 0 });
      if (side.states.get(touser) === 4) side.states.set(touser, 0);
      return side.add({ external_userid: touser, msgtype: 'text', text: { content: text }, ...more });
    },
    event(touser, event) {
      // Events name account and customer inside.
      side.add({
        open_kfid: undefined,
        origin: 4,
        msgtype: 'event',
        event: { open_kfid: account, external_userid: touser, ...event },
      });
    },
    enter(touser, { code = true } = {}) {
      const { wroteAt = 0, welcomedAt = 0 } = customer(touser);
      const due = seconds() - Math.max(wroteAt, welcomedAt) >= window;
      number += 1;
      const welcome_code = `code-${number}`;
      if (due && code) codes.set(welcome_code, { touser, open_kfid: account, until: seconds() + 20 });
      side.event(touser, { event_type: 'enter_session', scene: 'qr', ...(due && code && { welcome_code }) });
    },
    click(touser, content) {
      const item = side.seen
        .filter((each) => each.touser === touser)
        .flatMap(({ menu }) => menu)
        .findLast((each) => each.content === content);
      if (!item) throw new Error(`${content} is not to be seen`);
      return side.say(touser, content, { text: { content, menu_id: item.id } });
    },
  };

  function show(touser: string, open_kfid: string, { msgid, msgtype, text, msgmenu }: Json): Json {
    if (!/^[0-9a-zA-Z_-]{1,32}$/.test(String(msgid))) return { errcode: 40036 };
    if (known.has(String(msgid))) return { msgid };
    const { content = '' } = (text ?? {}) as Json;
    const { head_content = '', list = [] } = (msgmenu ?? {}) as { head_content?: string; list?: Json[] };
    const menu = list.map(({ click }) => click as { id: string; content: string });
    const said = String(msgtype === 'msgmenu' ? head_content : content);
    if (said === '') return { errcode: 44004 };
    if (menu.length > most.items) return { errcode: 95008 };
    if (menu.some((each) => bytes(each.id) > most.label || bytes(each.content) > most.label)) return { errcode: 95009 };
    if (bytes(said) > (msgtype === 'msgmenu' ? most.head : most.text)) return { errcode: 40058 };
    known.add(String(msgid));
    side.seen.push({ touser, open_kfid, msgid: String(msgid), text: said, menu });
    return { msgid };
  }

  standIn.answers.set('kf/send_msg', ({ body }) => {
    const touser = String(body.touser);
    const { wroteAt, got } = customer(touser);
    if (known.has(String(body.msgid))) return { msgid: body.msgid };
    if ((side.states.get(touser) ?? 0) > 1) return { errcode: 95018 };
    if (wroteAt === undefined || seconds() - wroteAt >= window) return { errcode: 95002 };
    if (got >= most.messages) return { errcode: 95001 };
    const shown = show(touser, String(body.open_kfid), body);
    if (!shown.errcode) customer(touser).got = got + 1;
    return shown;
  });
  standIn.answers.set('kf/send_msg_on_event', ({ body }) => {
    const code = codes.get(String(body.code));
    codes.delete(String(body.code));
    if (!code || seconds() > code.until) return { errcode: 95007 };
    customer(code.touser).welcomedAt = seconds();
    return show(code.touser, code.open_kfid, body);
  });
  standIn.answers.set('kf/service_state/get', ({ body }) => ({
    service_state: side.states.get(String(body.external_userid)) ?? 0,
  }));
  standIn.answers.set('kf/service_state/trans', ({ body }) => {
    if (!side.seats && Number(body.service_state) > 1) return { errcode: 95010 };
    side.states.set(String(body.external_userid), Number(body.service_state));
    return { msg_code: 'code' };
  });
  standIn.answers.set('kf/sync_msg', ({ body }: Call) => {
    const from = Number(/^c(\d+)/.exec(String(body.cursor ?? 'c0'))?.[1] ?? 0);
    if (side.emptyPages > 0) {
      side.emptyPages -= 1;
      return { next_cursor: `c${from}-${side.emptyPages}`, has_more: 1, msg_list: [] };
    }
    const begin = Math.max(0, from - side.replay);
    side.replay = 0;
    const end = Math.min(side.items.length, from + side.pageSize);
    // An account's cursor goes over its own items only.
    const msg_list = side.items.slice(begin, end).filter((each) => belongs(each, body.open_kfid));
    return { next_cursor: `c${end}`, has_more: end < side.items.length ? 1 : 0, msg_list };
  });
  return side;
}

/** Another account's items never come, but where a test says so; what names no account comes to each. */
function belongs(item: Json | null, own: unknown): boolean {
  const { event, open_kfid = (event as Json | undefined)?.open_kfid } = item ?? {};
  return open_kfid === undefined || open_kfid === own || open_kfid === 'another account';
}
