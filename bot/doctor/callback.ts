/**
 * A URL verification as WeCom makes it when an administrator presses 保存 (developer.work.weixin.qq.com/document/path/96466), made by
 * ourselves: the running service must give back what was sealed, bare and within a second.
 */
import { randomBytes } from 'node:crypto';
import { type CallbackSecrets, callbackCipher } from '../wecom/crypto.ts';
import { type Answered, ask, isPage, shown } from './ask.ts';
import { type Check, failed, ok } from './check.ts';
import { seen } from './publicUrl.ts';

/** Names of the settings, as they stand in the environment. */
export interface CallbackNames {
  token: string;
  aesKey: string;
}

export interface CallbackAsking {
  publicUrl: string;
  /** `/wecom/callback`. */
  path: string;
  secrets: CallbackSecrets;
  names: CallbackNames;
  now: Date;
  patience: number;
}

/** Milliseconds in which WeCom wants its answer. */
const prompt = 1000;

export async function checkCallback(asking: CallbackAsking): Promise<Check> {
  const { publicUrl, path, secrets, names, now, patience } = asking;
  const cipher = callbackCipher(secrets);
  const echo = randomBytes(12).toString('hex');
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const echostr = cipher.seal(echo);
  const query = new URLSearchParams({
    msg_signature: cipher.sign(timestamp, nonce, echostr),
    timestamp,
    nonce,
    echostr,
  });
  const address = `${shown(publicUrl)}${path}`;
  const answer = await ask(`${publicUrl}${path}?${query}`, { patience });
  if (answer.kind === 'answered' && answer.status === 200 && answer.text === echo) return inTime(address, answer);
  const wrong = answer.kind === 'answered' ? mistaken(answer, echo, names) : undefined;
  if (wrong) return failed(`回调地址 ${address} ${wrong[0]}`, wrong[1]);
  return failed(
    `回调地址 ${address} 到不了：${seen(answer)}`,
    '先让服务运行起来，再检查域名、防火墙和反向代理：这个路径要原样转到本服务。',
  );
}

function inTime(address: string, { took }: Answered): Check {
  if (took <= prompt)
    return ok(`回调地址 ${address} 能到，Token 和 EncodingAESKey 与正在运行的服务一致（管理后台里填的也应当是这一组）`);
  return failed(
    `回调地址 ${address} 回答用了 ${(took / 1000).toFixed(1)} 秒，企业微信只等 1 秒`,
    '看看机器是不是太忙，或者请求绕了远路（反向代理、内网穿透）。',
  );
}

type Told = readonly [says: string, todo: string];

function mistaken(answer: Answered, echo: string, { token, aesKey }: CallbackNames): Told | undefined {
  const { status, text, json } = answer;
  if (status === 200 && text.includes(echo))
    return ['的回答被加了东西（引号、空格或换行）', '反向代理或网关改写了回答：让它原样返回，不转 JSON、不注入脚本。'];
  // Proxies say with pages that there is nothing behind them, and that one should go elsewhere.
  const ofProxy = status >= 500 || (status >= 300 && status < 400);
  if (isPage(answer) && !ofProxy)
    return [`回答的是一个网页（${status}）`, '反向代理把这个路径转到了别处：要转到本服务。'];
  if (json === undefined) return undefined;
  if (status === 404)
    return [
      '没有开（404）',
      `正在运行的服务没有读到这一组设置：确认 .env 里各项都填了，重启服务；再确认反向代理没有改写路径。`,
    ];
  if (status === 400 || status === 401 || status === 403)
    return [
      `不认这个签名（${status}）：正在运行的服务用的是另一组值`,
      `改过 .env 要重启服务。没改过就看服务日志里“企业微信回调被拒绝”一行的 why：signature 是 ${token} 不同，cipher 是 ${aesKey} 或 WECOM_CORP_ID 不同。`,
    ];
  return undefined;
}
