/** What the numbers of Microsoft Entra mean here (learn.microsoft.com/entra/identity-platform/reference-error-codes): AADSTS….  */
import { type Check, failed } from './check.ts';

const registration = 'Azure 门户 → Azure 机器人 → 配置';

const secret = [
  '应用密码不对',
  `${registration} → “Microsoft 应用 ID”旁的“管理” → 证书和密码 → 新客户端密码，把它的“值”（不是“机密 ID”）填到 MicrosoftAppPassword。`,
] as const;
const cloud = [
  '应用不在这一朵云里',
  'BOT_CLOUD 要和注册机器人的门户一致：portal.azure.com 是 public，portal.azure.cn（世纪互联）是 china。',
] as const;
const tenant = ['租户 ID 不对，没有这个租户', `${registration}，把“应用租户 ID”填到 MicrosoftAppTenantId。`] as const;

const table: Record<number, readonly [says: string, todo: string]> = {
  7000215: secret,
  7000222: ['应用密码过期了', secret[1]],
  7000216: secret,
  7000218: secret,
  700016: [
    '这个租户里没有这个应用',
    `${registration}，核对 MicrosoftAppId（Microsoft 应用 ID）和 MicrosoftAppTenantId（应用租户 ID）；MicrosoftAppType 要和那里的“应用类型”一致。`,
  ],
  700038: [
    '应用 ID 的写法不对',
    `${registration}，把“Microsoft 应用 ID”填到 MicrosoftAppId，样子是 8-4-4-4-12 位的十六进制。`,
  ],
  7000229: [
    '应用在这个租户里没有服务主体',
    '请租户管理员在 Microsoft Entra → 应用注册 → 这个应用 → 概述里点“在本地目录中的托管应用程序”旁的“创建服务主体”。',
  ],
  90002: tenant,
  900023: tenant,
  500011: cloud,
  900382: cloud,
  53003: ['租户的条件访问策略拦住了应用', '请租户管理员在 Microsoft Entra → 条件访问里放行这个应用。'],
};

/** The first number that is known decides; a message may name several. */
export function refusedBy(codes: readonly number[]): Check {
  const code = codes.find((each) => table[each] !== undefined) ?? codes[0];
  const told = code === undefined ? undefined : table[code];
  if (told) return failed(`${told[0]}（AADSTS${code}）`, told[1]);
  if (code !== undefined)
    return failed(
      `Microsoft 登录服务拒绝了（AADSTS${code}）`,
      `在浏览器里打开 https://login.microsoftonline.com/error?code=${code} 看它的说明。`,
    );
  return failed(
    'Microsoft 登录服务拒绝了，没有说明原因',
    '核对 MicrosoftAppId、MicrosoftAppPassword、MicrosoftAppTenantId。',
  );
}
