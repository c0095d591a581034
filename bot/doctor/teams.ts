/** Microsoft Teams: a token for the app, as the bot needs one for every answer, and the messaging endpoint. */
import { z } from 'zod';
import { cloudOf } from '../channels/teams/cloud.ts';
import type { Env } from '../env.ts';
import { type Answered, ask, isPage, type Silent, shown } from './ask.ts';
import { type Check, failed, off, ok } from './check.ts';
import { seen } from './publicUrl.ts';
import { refusedBy } from './teamsErrors.ts';

export interface TeamsAsking {
  patience: number;
  /** Where apps sign in, the tenant follows; tests have their own. */
  login?: string | undefined;
  /** Where a managed identity asks for its token; tests have their own. */
  identity?: string | undefined;
}

/** The address that every virtual machine of Azure has (learn.microsoft.com: managed identities, IMDS). */
const metadata = 'http://169.254.169.254';

const token = z.looseObject({ access_token: z.string().min(1) });
const refusal = z.looseObject({
  error: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
  error_description: z.string().optional(),
});

export async function checkTeams(env: Env, asking: TeamsAsking): Promise<Check[]> {
  if (env.MicrosoftAppId === undefined) return [off('没有配置（MicrosoftAppId 留空）')];
  const signIn =
    env.MicrosoftAppType === 'UserAssignedMSI' ? await checkIdentity(env, asking) : await checkSecret(env, asking);
  return [signIn, await checkEndpoint(env, asking)];
}

async function checkSecret(env: Env, { patience, login }: TeamsAsking): Promise<Check> {
  const { MicrosoftAppId: id = '', MicrosoftAppPassword: password = '', MicrosoftAppTenantId: tenantId } = env;
  const cloud = cloudOf(env);
  const at = login ?? cloud.login;
  // The environment has it for apps of one tenant only.
  const tenant = tenantId ?? cloud.tenant;
  const answer = await ask(`${at}${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
    patience,
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: password,
      scope: `${cloud.scope}/.default`,
    }).toString(),
  });
  if (hasToken(answer)) return ok('应用 ID、密码和租户对得上，登录服务给了令牌');
  return signInFailed(answer, at);
}

const hasToken = (answer: Answered | Silent): boolean =>
  answer.kind === 'answered' && answer.status === 200 && token.safeParse(answer.json).success;

function signInFailed(answer: Answered | Silent, login: string): Check {
  const told = answer.kind === 'answered' ? refusal.safeParse(answer.json).data : undefined;
  const codes =
    told?.error_codes ?? [...(told?.error_description ?? '').matchAll(/AADSTS(\d{3,9})/g)].map(([, n]) => Number(n));
  if (codes.length > 0 || told?.error !== undefined) return refusedBy(codes);
  return failed(
    `Microsoft 登录服务 ${shown(login)} 问不到：${seen(answer, '登录服务')}`,
    '这台机器要能访问它（443 端口）；内网机器请管理员放行，或设好出口代理。',
  );
}

/** Only on a machine of Azure that has the identity (learn.microsoft.com: managed identities, how to use a token). */
async function checkIdentity(env: Env, { patience, identity }: TeamsAsking): Promise<Check> {
  const query = new URLSearchParams({
    'api-version': '2018-02-01',
    resource: cloudOf(env).scope,
    client_id: env.MicrosoftAppId ?? '',
  });
  const answer = await ask(`${identity ?? metadata}/metadata/identity/oauth2/token?${query}`, {
    patience,
    headers: { Metadata: 'true' },
  });
  if (hasToken(answer)) return ok('这台机器的托管标识给了令牌');
  if (answer.kind === 'answered' && answer.status === 400)
    return failed(
      '这台机器上没有 MicrosoftAppId 这个托管标识',
      'Azure 门户 → 这台虚拟机 → 安全性 → 标识 → 用户分配，加上机器人的托管标识；MicrosoftAppId 填它的“客户端 ID”。',
    );
  return failed(
    `问不到托管标识：${seen(answer, '托管标识服务')}`,
    '托管标识只能在 Azure 的虚拟机上用。服务不在 Azure 上，就把 MicrosoftAppType 改成 SingleTenant，用应用密码；在 Azure 应用服务上，这一项查不了，请直接发一条消息试。',
  );
}

async function checkEndpoint({ PUBLIC_URL: publicUrl }: Env, { patience }: TeamsAsking): Promise<Check> {
  if (publicUrl === undefined) return off('消息传送终结点要有 PUBLIC_URL 才能查');
  const address = `${shown(publicUrl)}/api/messages`;
  if (!publicUrl.startsWith('https://') && !isHere(publicUrl))
    return failed(
      `消息传送终结点 ${address} 不是 https，Azure 机器人服务不收`,
      '在反向代理上装证书，把 PUBLIC_URL 改成 https。',
    );
  const answer = await ask(`${publicUrl}/api/messages`, {
    patience,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  const guarded = answer.kind === 'answered' && (answer.status === 401 || answer.status === 403) && !isPage(answer);
  if (guarded)
    return ok(
      `消息传送终结点 ${address} 能到，没有令牌的一律不收（Azure 门户 → Azure 机器人 → 配置 → 消息传送终结点，填的应当是它）`,
    );
  if (answer.kind === 'answered' && [400, 404].includes(answer.status) && answer.json !== undefined)
    return failed(
      `消息传送终结点 ${address} 没有开（${answer.status}）`,
      '正在运行的服务没有读到 MicrosoftAppId：确认 .env 填了，重启服务。',
    );
  return failed(
    `消息传送终结点 ${address} 到不了：${seen(answer)}`,
    '先让服务运行起来，再检查域名、防火墙和反向代理：这个路径的 POST 要原样转到本服务。',
  );
}

const isHere = (url: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);
