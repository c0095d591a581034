/**
 * What WeCom's error numbers mean here and what to click: by number, never by message, which may change.
 * From 全局错误码 (developer.work.weixin.qq.com/document/path/90313 and 90455) and 企业可信IP (60020).
 */
import { isIP } from 'node:net';
import { z } from 'zod';
import { seenAddress } from '../wecom/trouble.ts';
import { type Check, failed } from './check.ts';

/** Every answer of the API has these. */
export const answered = z.looseObject({ errcode: z.number(), errmsg: z.string().optional() });

/** Names of this app's settings, as they stand in the environment. */
export interface AppNames {
  secret: 'WECOM_SECRET' | 'WECOM_KF_SECRET';
  /** What people call it. */
  app: string;
}

type Told = (names: AppNames) => readonly [says: string, todo: string];

const page = '企业微信管理后台 → 应用管理 → 应用 → 自建 → 点开这个应用';
const kfPage = '企业微信管理后台 → 应用管理 → 微信客服';

const wrongCorp: Told = () => [
  '企业 ID 不对',
  '企业微信管理后台 → 我的企业 → 企业信息，把最下面的“企业ID”填到 WECOM_CORP_ID。',
];
const wrongSecret: Told = ({ secret }) => [
  'Secret 不对，或者不是这个企业的',
  `${page}，点 Secret 旁的“查看”，把收到的新值填到 ${secret}；应用停用了的先启用。`,
];
const unknownToken: Told = () => [
  '刚取到的令牌就不认',
  'WECOM_API_BASE 可能指向了另一套企业微信（政务微信、私有部署各有自己的地址），或者有代理改写了请求。',
];
const notAllowed: Told = ({ app }) => [
  `应用没有调用${app}接口的权限`,
  app === '微信客服'
    ? `${kfPage}，在“可调用接口的应用”里勾选 Secret 所属的自建应用，再在“通过API管理微信客服账号”里给它勾选客服账号。`
    : `${page}，确认应用没有停用，Secret 是这个应用的。`,
];
const notThisAccount: Told = () => [
  '客服账号没有授权给这个应用',
  `${kfPage} → 通过API管理微信客服账号，在这个应用的“可管理的客服账号”里勾选要接待的账号。`,
];
const range: Told = () => [
  '要查的对象不在应用的可见范围里',
  `${page}，“可见范围”里加上要用它的部门和成员；微信客服的接待人员也要在里面。`,
];
const disabled: Told = () => ['应用停用了，或者接口权限被收回', `${page}，启用应用，再运行一次。`];

const table: Record<number, Told> = {
  [-1]: () => ['企业微信系统繁忙', '过几分钟再运行一次。'],
  40001: wrongSecret,
  40091: wrongSecret,
  40013: wrongCorp,
  2000002: wrongCorp,
  40014: unknownToken,
  42001: unknownToken,
  40056: () => ['AgentId 不对，企业里没有这个应用', `${page}，把页面上的 AgentId 填到 WECOM_AGENT_ID。`],
  301002: () => ['AgentId 和 Secret 不是同一个应用的', `${page}，AgentId 和 Secret 都从这一页取。`],
  45009: () => ['调用太频繁，被企业微信拦住了', '过一分钟再运行一次；总这样就看看是不是别的程序也在用这个应用。'],
  48002: notAllowed,
  48006: disabled,
  48007: notThisAccount,
  50003: disabled,
  60011: range,
  60030: range,
  60031: disabled,
  95000: notThisAccount,
  95004: notThisAccount,
  95011: () => [
    '微信客服是在企业微信里用的，Secret 却是微信客服独立后台的',
    `WECOM_KF_SECRET 换成自建应用的 Secret；${kfPage}，把这个应用加进“可调用接口的应用”。`,
  ],
  95012: () => [
    '微信客服是在独立后台里用的，Secret 却是企业微信应用的',
    '先在企业微信管理后台 → 应用管理 → 微信客服里启用微信客服，再运行一次。',
  ],
  95017: () => ['微信客服的接口开关关着', `${kfPage}，打开 API，再运行一次。`],
};

/** Mandatory for apps made since 2022-06-20; takes effect after a minute (path 90313). */
function untrusted(errmsg: string | undefined): Check {
  const named = seenAddress(errmsg) ?? '';
  const ip = isIP(named) === 0 ? undefined : named;
  return failed(
    `企业微信不接受这台机器的调用：出口 IP${ip ? ` ${ip}` : ''} 不在企业可信IP里（60020）`,
    `${page} → 企业可信IP → 配置，填${ip ? ` ${ip}` : '这台机器访问外网时的公网 IP'}，一分钟后再试。填不进去的，先在同一页设好“接收消息”的服务器 URL 或可信域名。出口 IP 会变的机器，要先换成固定的。`,
  );
}

/** What a refusal means. */
export function refused({ errcode, errmsg }: z.output<typeof answered>, names: AppNames): Check {
  if (errcode === 60020) return untrusted(errmsg);
  const told = table[errcode]?.(names);
  if (told) return failed(`${told[0]}（${errcode}）`, told[1]);
  return failed(
    `企业微信拒绝了，错误码 ${errcode}`,
    `在浏览器里打开 https://open.work.weixin.qq.com/devtool/query?e=${errcode} 看它的说明。`,
  );
}
