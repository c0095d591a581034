/** What `kf/sync_msg` brings (document/path/94670): messages of customers and seats, and events. Read leniently: a kind that is new is a kind that is no text. */
import { z } from 'zod';

const id = z.string().min(1).max(200);

export const page = z.looseObject({
  next_cursor: z.string().max(1000).optional(),
  has_more: z.number().default(0),
  msg_list: z.array(z.unknown()).default([]),
});

const event = z.looseObject({
  event_type: z.string(),
  open_kfid: id.optional(),
  external_userid: id.optional(),
  /** enter_session: good for 20 seconds and one message. */
  welcome_code: id.optional(),
  /** msg_send_fail: our own msgid, and why. */
  fail_msgid: id.optional(),
  fail_type: z.number().optional(),
  /** session_status_change: 1 taken, 2 handed to another seat, 3 ended, 4 taken again. */
  change_type: z.number().optional(),
});

export const item = z.looseObject({
  msgid: id,
  /** Events carry both inside. */
  open_kfid: id.optional(),
  external_userid: id.optional(),
  /** Seconds since 1970; more would be no date. */
  send_time: z.number().int().min(0).max(100_000_000_000),
  /** 3 the customer, 4 the system, 5 a seat in the WeCom client. */
  origin: z.number(),
  msgtype: z.string(),
  text: z.looseObject({ content: z.string(), menu_id: z.string().optional() }).optional().catch(undefined),
  merged_msg: z.unknown().optional(),
  event: event.optional().catch(undefined),
});

export type Item = z.output<typeof item>;
export type KfEvent = z.output<typeof event>;

export const origins = { customer: 3, seat: 5 } as const;
