/** 企业微信自建应用: corp id and secret, the app itself, and its callback. */
import { z } from 'zod';
import type { Env } from '../env.ts';
import { checkCallback } from './callback.ts';
import { type Check, failed, off, ok } from './check.ts';
import { call, type WecomCaller } from './wecomApi.ts';

export interface WecomAsking {
  now: Date;
  patience: number;
}

/** `access_token` (developer.work.weixin.qq.com/document/path/91039). A running service that this robs of its own fetches another. */
export const tokenForm = z.looseObject({ access_token: z.string().min(1) });
export const tokenPath = '/cgi-bin/gettoken';

/** developer.work.weixin.qq.com/document/path/90227 */
const agentForm = z.looseObject({
  name: z.string().optional(),
  close: z.number().optional(),
  allow_userinfos: z.looseObject({ user: z.array(z.unknown()).optional() }).optional(),
  allow_partys: z.looseObject({ partyid: z.array(z.unknown()).optional() }).optional(),
  allow_tags: z.looseObject({ tagid: z.array(z.unknown()).optional() }).optional(),
});

export async function checkWecomApp(env: Env, { now, patience }: WecomAsking): Promise<Check[]> {
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_AGENT_ID: agentId } = env;
  const { WECOM_TOKEN: token, WECOM_ENCODING_AES_KEY: encodingAesKey, PUBLIC_URL: publicUrl } = env;
  if (!corpId || !secret || agentId === undefined || !token || !encodingAesKey)
    return [off('没有配置（WECOM_SECRET 等留空）')];
  const caller: WecomCaller = {
    base: env.WECOM_API_BASE,
    names: { secret: 'WECOM_SECRET', app: '自建应用' },
    patience,
  };
  const checks = await checkApp(caller, { corpid: corpId, corpsecret: secret }, agentId);
  if (publicUrl === undefined) return [...checks, off('回调地址要有 PUBLIC_URL 才能查')];
  const callback = await checkCallback({
    publicUrl,
    path: '/wecom/callback',
    secrets: { token, encodingAesKey, receiveId: corpId },
    names: { token: 'WECOM_TOKEN', aesKey: 'WECOM_ENCODING_AES_KEY' },
    now,
    patience,
  });
  return [...checks, callback];
}

async function checkApp(caller: WecomCaller, query: Record<string, string>, agentId: number): Promise<Check[]> {
  const fetched = await call(caller, { path: tokenPath, query, form: tokenForm });
  if ('wrong' in fetched) return [fetched.wrong];
  const right = ok('企业 ID 和应用的 Secret 对得上');
  const agent = await call(caller, {
    path: '/cgi-bin/agent/get',
    query: { access_token: fetched.got.access_token, agentid: String(agentId) },
    form: agentForm,
  });
  return [right, 'wrong' in agent ? agent.wrong : appOf(agent.got)];
}

function appOf({ close, allow_userinfos, allow_partys, allow_tags }: z.output<typeof agentForm>): Check {
  if (close === 1) return failed('应用停用了', '企业微信管理后台 → 应用管理 → 应用 → 自建 → 点开这个应用，启用它。');
  const seenBy = [allow_userinfos?.user, allow_partys?.partyid, allow_tags?.tagid].flatMap((each) => each ?? []);
  if (seenBy.length === 0)
    return failed(
      '应用的可见范围是空的，谁也看不到它',
      '企业微信管理后台 → 应用管理 → 应用 → 自建 → 点开这个应用 → 可见范围，加上要用它的部门和成员。',
    );
  return ok('AgentId 对，应用启用着，可见范围不空，企业可信IP 认得这台机器');
}
