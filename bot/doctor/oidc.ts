/** Whether the identity provider of staff tells where its parts are (OpenID Connect Discovery 1.0, section 4). */
import { z } from 'zod';
import type { Env } from '../env.ts';
import { ask, shown } from './ask.ts';
import { type Check, failed, off, ok } from './check.ts';
import { seen } from './publicUrl.ts';

const discovery = z.object({ issuer: z.string(), authorization_endpoint: z.string(), token_endpoint: z.string() });

const look =
  '在浏览器里打开 STAFF_OIDC_ISSUER 后面加上 /.well-known/openid-configuration 的网址，应当看到一段 JSON；看不到就请身份认证服务的管理员给出 issuer。';

export async function checkOidc(
  { STAFF_OIDC_ISSUER: issuer, PUBLIC_URL: here }: Env,
  patience: number,
): Promise<Check> {
  if (issuer === undefined) return off('没有配置（STAFF_OIDC_ISSUER 留空）');
  const callback = here === undefined ? '' : `；在它那里登记的回调地址应当是 ${here}/staff/sign-in/oidc/callback`;
  const answer = await ask(`${issuer}/.well-known/openid-configuration`, { patience });
  const found = answer.kind === 'answered' ? discovery.safeParse(answer.json).data : undefined;
  if (found === undefined) {
    const saw = answer.kind === 'answered' && answer.status === 200 ? '回答的不是它的说明文件' : seen(answer, '它');
    return failed(`身份认证服务 ${shown(issuer)} 问不到：${saw}`, look);
  }
  if (found.issuer.replace(/\/+$/, '') !== issuer)
    return failed(
      '身份认证服务自称的 issuer 和 STAFF_OIDC_ISSUER 不一样',
      '把 STAFF_OIDC_ISSUER 改成它的说明文件里 issuer 的值。',
    );
  return ok(`身份认证服务 ${shown(issuer)} 问得到${callback}`);
}
