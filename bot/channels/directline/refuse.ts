/** The refusals of the channel, as the published client expects them: 403 a token that is wrong or old, 404 no such talk. */
import type { Taken } from '../../limits/counter.ts';
import { TooMany } from '../../limits/tooMany.ts';
import { Problem } from '../../problem.ts';

/** `error.code` is what Direct Line clients read; the rest is the problem. */
const problem = (status: number, code: string, title: string, detail?: string) =>
  new Problem(status, title, detail, { error: { code, message: detail ?? title } });

export const refuse = {
  unreadable: (detail: string) => problem(400, 'BadArgument', '请求内容不对', detail),
  noCredential: () => problem(401, 'Unauthorized', '请求没有带令牌或密钥'),
  wrongCredential: () => problem(403, 'Forbidden', '令牌或密钥不对', '也可能是它不属于这个对话。'),
  expiredToken: () => problem(403, 'TokenExpired', '令牌已过期', '请重新取一个。'),
  noConversation: () => problem(404, 'NotFound', '没有这个对话'),
  tooLarge: (detail: string) => problem(413, 'MessageSizeTooBig', '请求内容过大', detail),
  noFiles: () => problem(415, 'UnsupportedMediaType', '本助手不收文件', '请把内容用文字发过来。'),
  /** @param detail what the person may be told */
  tooMany: (taken: Taken, detail = '') =>
    new TooMany(taken, detail, { error: { code: 'TooManyRequests', message: detail } }),
  notNow: () => problem(503, 'ServiceError', '这条消息暂时没能保存', '请稍后再发一次。'),
};
