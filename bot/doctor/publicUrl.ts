/** Whether the service runs here, and whether its public address leads to it. */
import { z } from 'zod';
import type { Env } from '../env.ts';
import { type Answered, ask, isPage, type Silent, shown } from './ask.ts';
import { type Check, failed, off, ok } from './check.ts';

const health = z.object({ status: z.literal('ok') });

const isOurs = (answer: Answered | Silent): boolean =>
  answer.kind === 'answered' && answer.status === 200 && health.safeParse(answer.json).success;

/** Where this machine reaches the service; undefined where the port is not known beforehand. */
function hereOf({ HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): string | undefined {
  if (PORT === 0) return undefined;
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

/** Whether the service runs on this machine. */
export async function checkHere(env: Pick<Env, 'HOST' | 'PORT'>, patience: number): Promise<Check> {
  const here = hereOf(env);
  if (here === undefined) return off('PORT 是 0，端口由系统挑选，查不了服务在不在运行');
  const answer = await ask(`${here}/healthz`, { patience });
  if (isOurs(answer)) return ok(`服务在 ${here} 运行`);
  if (answer.kind === 'silent')
    return off(`服务没有在 ${here} 运行（${answer.why}）；下面凡是要经过服务的都会不行，先 npm start`);
  return failed(`${here} 上回答的不是本服务`, '这个端口被别的程序占着。停掉它，或改 PORT。');
}

/** Whether others reach the service by PUBLIC_URL. */
export async function checkPublicUrl(
  { PUBLIC_URL: url }: Pick<Env, 'PUBLIC_URL'>,
  needed: boolean,
  patience: number,
): Promise<Check> {
  if (url === undefined) {
    if (!needed) return off('没有填写 PUBLIC_URL，只供本机使用');
    return failed(
      'PUBLIC_URL 没有填写，Teams、企业微信不知道从哪里找到本服务',
      '填对外的网址（反向代理之后的），例如 https://guohe.example.cn，后面不带路径。',
    );
  }
  const answer = await ask(`${url}/healthz`, { patience });
  if (isOurs(answer)) return plain(url);
  return failed(`${shown(url)} 到不了本服务：${seen(answer)}`, todoOf(answer));
}

/** Reached; but Teams calls no address without TLS (learn.microsoft.com, Azure Bot: messaging endpoint must be HTTPS). */
function plain(url: string): Check {
  if (url.startsWith('https://')) return ok(`${shown(url)} 能到本服务，证书有效`);
  return ok(`${shown(url)} 能到本服务；不是 https：Teams 不收，企业微信建议用 https`);
}

/** What came instead of the answer that was expected. */
export function seen(answer: Answered | Silent, expected = '本服务'): string {
  if (answer.kind === 'silent') return answer.why;
  if (answer.status >= 300 && answer.status < 400) return `回答是跳转（${answer.status}）`;
  if (answer.status >= 502 && answer.status <= 504) return `反向代理在，后面的服务没有回答（${answer.status}）`;
  if (isPage(answer)) return `回答的是一个网页（${answer.status}），不是${expected}`;
  return `回答的不是${expected}（${answer.status}）`;
}

function todoOf(answer: Answered | Silent): string {
  if (answer.kind === 'answered' && answer.status >= 300 && answer.status < 400)
    return '把 PUBLIC_URL 写成跳转之后的网址（例如 http 改成 https、加上 www）。';
  if (answer.kind === 'silent' && answer.why.startsWith('证书'))
    return '在反向代理上换一张受信任的证书，把中间证书一起装上。';
  return '检查域名解析、防火墙（443 端口）和反向代理：整个网址都要转到本服务的端口，不改写路径和内容。有的机房从里面访问不到自己的公网地址：用手机流量打开 PUBLIC_URL 加 /healthz 再看。';
}
