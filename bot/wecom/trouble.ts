/** What WeCom's error codes mean for a message; decided by `errcode`, never by `errmsg` (document/path/90455). */

/** A call that did not work; its `state` is one that a channel's `send` may return as it is. */
export interface Trouble {
  /** `retry`: surely without effect; `ambiguous`: it may have had one; `failed`: it never will. */
  state: 'retry' | 'ambiguous' | 'failed';
  /** For the log and the transcript: no names, no texts. */
  reason: string;
  errcode?: number;
  /** Milliseconds that must pass before another try. */
  after?: number;
}

/** The token is dead; what comes out after two hours is 40014 as well. */
export const deadToken: ReadonlySet<number> = new Set([40014, 42001]);

/** The system is busy, and says so before it did anything. */
export const busy = -1;

/** A minute's block lasts 60 seconds (document/path/90454). */
export const tooOften = { codes: new Set([45009, 45033]), wait: 60_000 };

/** What only the administrator can put right: said in the log, loudly. */
const alarms: Record<number, string> = {
  40001: '企业微信不认这个 Secret：请核对管理后台里该应用的 Secret，改好后重启',
  40013: '企业微信不认这个企业 ID：请核对 WECOM_CORP_ID',
  40056: '企业微信不认这个应用：请核对 WECOM_AGENT_ID',
  41001: '企业微信没有收到访问令牌：请检查 WECOM_API_BASE 前面的代理是否去掉了网址参数',
  43012: '企业微信里这个应用没有设置接收消息的网址：请在管理后台“接收消息”里填写回调地址',
  48002: '这个应用没有调用该接口的权限：请在管理后台把应用加入“可调用接口的应用”',
  60020: '企业微信拒绝了本机的出口 IP：请在管理后台的应用详情里打开“企业可信IP”，加入日志中的 ip',
  301002: '这个应用无权这样发送：请核对应用的可见范围和 WECOM_AGENT_ID',
};

export const alarmOf = (errcode: number): string | undefined => alarms[errcode];

/** WeCom names the address that it saw only in its text. */
export const seenAddress = (errmsg: unknown): string | undefined =>
  typeof errmsg === 'string' ? /from ip: ?([0-9a-fA-F.:]{3,45})/.exec(errmsg)?.[1] : undefined;

/** What a code means once nothing more can be tried at once. */
export function troubleOf(errcode: number): Trouble {
  const reason = `errcode ${errcode}`;
  if (tooOften.codes.has(errcode)) return { state: 'retry', reason, errcode, after: tooOften.wait };
  if (errcode === busy || deadToken.has(errcode)) return { state: 'retry', reason, errcode };
  return { state: 'failed', reason, errcode };
}
