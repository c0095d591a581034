/** 微信客服: the secret, the accounts that the app may serve, and its callback. */
import { z } from 'zod';
import type { Env } from '../env.ts';
import { checkCallback } from './callback.ts';
import { type Check, failed, off, ok } from './check.ts';
import { call, type WecomCaller } from './wecomApi.ts';
import { tokenForm, tokenPath, type WecomAsking } from './wecomApp.ts';

/** developer.work.weixin.qq.com/document/path/94661 */
const accountsForm = z.looseObject({
  account_list: z.array(z.looseObject({ open_kfid: z.string(), manage_privilege: z.boolean().optional() })).default([]),
});
type Account = z.output<typeof accountsForm>['account_list'][number];

/** Accounts a page, and pages at most. */
const page = { size: 100, most: 60 };

const where = '企业微信管理后台 → 应用管理 → 微信客服';

export async function checkWecomKf(env: Env, { now, patience }: WecomAsking): Promise<Check[]> {
  const { WECOM_CORP_ID: corpId, WECOM_KF_SECRET: secret, WECOM_KF_OPEN_KFIDS: ids, PUBLIC_URL: publicUrl } = env;
  const { WECOM_KF_TOKEN: token, WECOM_KF_ENCODING_AES_KEY: encodingAesKey } = env;
  if (!corpId || !secret || !ids || !token || !encodingAesKey) return [off('没有配置（WECOM_KF_SECRET 等留空）')];
  const caller: WecomCaller = {
    base: env.WECOM_API_BASE,
    names: { secret: 'WECOM_KF_SECRET', app: '微信客服' },
    patience,
  };
  const checks = [...checkApart(env), ...(await checkAccounts(caller, { corpid: corpId, corpsecret: secret }, ids))];
  if (publicUrl === undefined) return [...checks, off('回调地址要有 PUBLIC_URL 才能查')];
  const callback = await checkCallback({
    publicUrl,
    path: '/wecom-kf/callback',
    secrets: { token, encodingAesKey, receiveId: corpId },
    names: { token: 'WECOM_KF_TOKEN', aesKey: 'WECOM_KF_ENCODING_AES_KEY' },
    now,
    patience,
  });
  return [...checks, callback];
}

/** An app has one address for all its events, and those of 微信客服 come to that of the app (document/path/97713). */
function checkApart({ WECOM_SECRET, WECOM_KF_SECRET }: Env): Check[] {
  if (WECOM_SECRET === undefined || WECOM_SECRET !== WECOM_KF_SECRET) return [];
  return [
    failed(
      '自建应用和微信客服用了同一个应用：一个应用只有一个接收消息的地址，两边只能通一边',
      '另建一个自建应用专给微信客服用：它的 Secret、Token、EncodingAESKey 填到 WECOM_KF_ 开头的各项，接收消息的 URL 填 PUBLIC_URL 加 /wecom-kf/callback。',
    ),
  ];
}

async function checkAccounts(caller: WecomCaller, query: Record<string, string>, ids: string[]): Promise<Check[]> {
  const fetched = await call(caller, { path: tokenPath, query, form: tokenForm });
  if ('wrong' in fetched) return [fetched.wrong];
  const right = ok('企业 ID 和微信客服的 Secret 对得上');
  const accounts: Account[] = [];
  for (let at = 0; at < page.most; at += 1) {
    const some = await call(caller, {
      path: '/cgi-bin/kf/account/list',
      query: { access_token: fetched.got.access_token },
      body: { offset: accounts.length, limit: page.size },
      form: accountsForm,
    });
    if ('wrong' in some) return [right, some.wrong];
    accounts.push(...some.got.account_list);
    // Fewer than asked for: there are no more.
    if (some.got.account_list.length < page.size) break;
  }
  return [right, accountsAre(ids, accounts)];
}

function accountsAre(ids: string[], accounts: readonly Account[]): Check {
  const missing = ids.filter((id) => !accounts.some(({ open_kfid }) => open_kfid === id));
  if (missing.length > 0)
    return failed(
      `WECOM_KF_OPEN_KFIDS 里有 ${missing.length} 个账号，企业里没有：${missing.join('、')}`,
      accounts.length === 0
        ? `${where} → 客服账号，先创建一个账号；再在“通过API管理微信客服账号”里把它授权给这个应用。`
        : `现在能看到的账号是 ${accounts.map(({ open_kfid }) => open_kfid).join('、')}，照着填。`,
    );
  const unmanaged = accounts.filter((each) => ids.includes(each.open_kfid) && each.manage_privilege === false);
  if (unmanaged.length > 0)
    return failed(
      `客服账号 ${unmanaged.map(({ open_kfid }) => open_kfid).join('、')} 能看到，但没有授权给这个应用收发消息`,
      `${where} → 通过API管理微信客服账号，在这个应用的“可管理的客服账号”里勾选它。`,
    );
  return ok(`${ids.length} 个客服账号都在，应用可以收发消息，企业可信IP 认得这台机器`);
}
