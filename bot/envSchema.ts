/**
 * Every variable of the environment: its form, its default, and in one Chinese phrase what it should be.
 * The descriptions are what the start-up faults say; `.env.example` holds the longer explanations.
 */
import { z } from 'zod';
import { trustProxyOf } from './limits/trustProxy.ts';

/** Faults name the variable and what it should be, and never its value. */
const described = <T extends z.ZodType>(schema: T, should: string): T => schema.describe(should);

const whole = (min: number, max: number, should: string) =>
  described(
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
    should,
  );

const text = (should: string) => described(z.string().max(4096), should);

const link = (schemes: RegExp, should: string) =>
  described(
    z.url({ protocol: schemes }).transform((url) => url.replace(/\/+$/, '')),
    should,
  );

const list = (separator: RegExp) => (value: string) =>
  value
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const apiKeys = described(
  z
    .string()
    .transform(list(/[,\n]/))
    .pipe(z.array(z.string().regex(/^[^:\s]+:\S+$/)).min(1))
    .transform((pairs) =>
      pairs.map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] as const),
    )
    .refine((pairs) => new Set(pairs.map(([name]) => name)).size === pairs.length)
    .refine((pairs) => new Set(pairs.map(([, key]) => key)).size === pairs.length)
    .transform((pairs): ReadonlyMap<string, string> => new Map(pairs)),
  '“名称:密钥”，多个用英文逗号隔开，名称和密钥都不能重复',
);

const timeZone = described(
  z.string().refine((zone) => {
    try {
      return new Intl.DateTimeFormat('zh-CN', { timeZone: zone }) !== undefined;
    } catch {
      return false;
    }
  }),
  '一个时区名，例如 Asia/Shanghai',
);

/** What Entra ID knows things by: mostly a GUID, of a tenant a domain name too. Whether it knows this one, `npm run doctor` asks. */
const entraId = (what: string) =>
  described(
    z
      .string()
      .toLowerCase()
      .regex(/^[\da-z][\da-z.-]{0,127}$/),
    `${what}，形如 00000000-0000-0000-0000-000000000000`,
  );

const aesKey = described(z.string().regex(/^[A-Za-z0-9]{43}$/), '企业微信后台给出的 43 位字母和数字');

/** Forms only; which variables go together is in `envTogether.ts`. */
export const envSchema = z.object({
  PORT: whole(0, 65_535, '0 到 65535 的整数').default(3978),
  HOST: described(z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/), '一个主机名或 IP 地址').default('127.0.0.1'),
  PUBLIC_URL: link(/^https?$/, 'http:// 或 https:// 开头的网址').optional(),
  DATA_DIR: text('一个文件夹的路径').default('./data'),
  DATABASE_URL: link(/^postgres(ql)?$/, 'postgres:// 开头的数据库地址').optional(),
  GUIDE_ID: described(z.string().regex(/^[a-z0-9-]{1,64}$/), '指南文件夹的名字').default('jx-intl-2023'),
  TZ: timeZone.default('Asia/Shanghai'),
  LOG_LEVEL: described(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'fatal、error、warn、info、debug、trace、silent 之一',
  ).default('info'),
  DURABILITY: described(z.enum(['fsync', 'fast']), 'fsync 或 fast').default('fsync'),
  RETENTION_DAYS: whole(1, 3650, '1 到 3650 的整数（天）').default(180),
  OFFICE_HOURS: text('一段文字，例如 周一至周五 8:30—12:00、14:00—17:30').optional(),

  MicrosoftAppType: described(
    z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']),
    'MultiTenant、SingleTenant、UserAssignedMSI 之一',
  ).optional(),
  MicrosoftAppId: entraId('机器人的应用 ID').optional(),
  MicrosoftAppPassword: text('机器人的应用密码').optional(),
  MicrosoftAppTenantId: entraId('租户 ID').optional(),
  BOT_CLOUD: described(z.enum(['public', 'china']), 'public 或 china').default('public'),
  DIRECTLINE_SECRET: text('一串足够长的随机字符').optional(),

  WECOM_CORP_ID: text('企业 ID').optional(),
  WECOM_AGENT_ID: whole(1, 999_999_999, '应用的 AgentId（整数）').optional(),
  WECOM_SECRET: text('应用的 Secret').optional(),
  WECOM_TOKEN: text('接收消息的 Token').optional(),
  WECOM_ENCODING_AES_KEY: aesKey.optional(),
  WECOM_MARKDOWN: described(z.enum(['off', 'on']), 'off 或 on').default('off'),
  WECOM_API_BASE: link(/^https?$/, 'http:// 或 https:// 开头的网址').default('https://qyapi.weixin.qq.com'),

  WECOM_KF_SECRET: text('微信客服的 Secret').optional(),
  WECOM_KF_TOKEN: text('微信客服接收消息的 Token').optional(),
  WECOM_KF_ENCODING_AES_KEY: aesKey.optional(),
  WECOM_KF_OPEN_KFIDS: described(
    z.string().transform(list(/[,\s]/)).pipe(z.array(z.string()).min(1)),
    '客服账号 ID，多个用英文逗号隔开',
  ).optional(),
  WECOM_KF_HANDOFF: described(z.enum(['desk', 'seat']), 'desk 或 seat').default('desk'),

  HELPDESK_API_KEYS: apiKeys.default(new Map()),
  HELPDESK_WEBHOOK_SECRET: text('一串足够长的随机字符').optional(),
  ALERT_WEBHOOK_URLS: described(
    z
      .string()
      .transform(list(/[,\s]/))
      .pipe(z.array(z.url({ protocol: /^https?$/ })).min(1)),
    'http:// 或 https:// 开头的网址，多个用英文逗号隔开',
  ).default([]),
  METRICS_KEY: text('一串足够长的随机字符').optional(),

  STAFF_OIDC_ISSUER: link(/^https?$/, 'http:// 或 https:// 开头的网址').optional(),
  STAFF_OIDC_CLIENT_ID: text('统一身份认证给出的 client id').optional(),
  STAFF_OIDC_CLIENT_SECRET: text('统一身份认证给出的 client secret').optional(),

  RATE_PER_PERSON: whole(1, 1_000_000, '1 到 1000000 的整数（每分钟）').default(60),
  RATE_PER_IP: whole(1, 1_000_000, '1 到 1000000 的整数（每分钟）').default(300),
  RATE_PER_KEY: whole(1, 1_000_000, '1 到 1000000 的整数（每分钟）').default(600),
  TRUST_PROXY: described(
    z.string().transform((text, context) => {
      const trust = trustProxyOf(text);
      if (trust === undefined) context.addIssue('neither a number nor networks');
      return trust ?? z.NEVER;
    }),
    '前面有几层代理（0 到 9），或代理的 IP 地址、网段，多个用英文逗号隔开',
  ).optional(),
});

/** The checked environment; names as in the environment. */
export type Env = z.output<typeof envSchema>;
export type EnvName = keyof Env;

export const envNames = Object.keys(envSchema.shape) as EnvName[]; // the keys of the shape are the names of Env

/** Secrets may be given as a file: `X_FILE` names it. A database address holds a password too. */
export const isSecret = (name: EnvName): boolean =>
  /PASSWORD|SECRET|TOKEN|KEYS?$/i.test(name) || name === 'DATABASE_URL';
