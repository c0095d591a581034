/** A message that WeCom took and did not deliver (`msg_send_fail`, document/path/94670): its line says so, and the log, with the reason. */
import type { Store } from '../../../state/store.ts';
import type { Log } from '../../log.ts';
import { type Address, conversationOf } from './address.ts';
import type { KfEvent } from './messages.ts';
import { msgidOf } from './msgid.ts';

const reasons: Record<number, string> = {
  0: '原因不明',
  1: '客服账号已删除',
  2: '应用已关闭',
  4: '超过 48 小时',
  5: '会话已关闭',
  6: '超过 5 条',
  8: '企业主体未验证',
  10: '客户拒收',
  11: '没有成员登录企业微信',
  12: '这类消息不许发送',
  13: '安全限制',
};

export type Undelivered = (to: Address, event: KfEvent) => Promise<void>;

export function kfUndelivered({ talks, outbox }: Pick<Store, 'talks' | 'outbox'>, log: Log): Undelivered {
  return async (to, { fail_msgid, fail_type = 0 }) => {
    const conversation = conversationOf(to);
    const lines = await talks.read(conversation, 0);
    const line = lines.findLast(
      ({ from, activity }) => from !== 'person' && msgidOf(String(activity.id)) === fail_msgid,
    );
    const reason = reasons[fail_type] ?? '原因不明';
    if (line) await outbox.bounced(conversation, line.seq, reason);
    log.error({ conversation, line: line?.seq, failType: fail_type, reason }, '微信客服没有送达一条回复');
  };
}
