/** Which variables go together, and what must be closed before the service leaves the loopback address. */
import type { Env, EnvName } from './envSchema.ts';

/** Whether an address of `HOST` is this machine only. */
const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** Whether nobody but this machine can reach the service: only then may routes without keys be open. */
export const onLoopbackOnly = (env: Pick<Env, 'HOST' | 'PUBLIC_URL'>): boolean =>
  isLoopbackHost(env.HOST) && env.PUBLIC_URL === undefined;

/** A variable with a fault counts as set: it is already in the list, and its partners need no second complaint. */
type Given = { has(name: EnvName): boolean };

const allOrNone = (given: Given, what: string, names: EnvName[]): string[] => {
  const missing = names.filter((name) => !given.has(name));
  if (missing.length === 0 || missing.length === names.length) return [];
  return [`${what}要么全部填写，要么全部留空：还缺 ${missing.join('、')}`];
};

const needs = (given: Given, why: string, names: EnvName[]): string[] =>
  names.filter((name) => !given.has(name)).map((name) => `${name} 没有填写：${why}`);

function teams(env: Partial<Env>, given: Given): string[] {
  if (!given.has('MicrosoftAppId')) {
    const others: EnvName[] = ['MicrosoftAppPassword', 'MicrosoftAppTenantId'];
    const first = others.find((name) => given.has(name));
    return first ? needs(given, `填了 ${first} 就要填它`, ['MicrosoftAppId']) : [];
  }
  // Which of the others belong to a type that was misspelt is not known.
  if (given.has('MicrosoftAppType') && env.MicrosoftAppType === undefined) return [];
  switch (env.MicrosoftAppType) {
    case 'SingleTenant':
      return needs(given, 'MicrosoftAppType 是 SingleTenant 时需要它', [
        'MicrosoftAppPassword',
        'MicrosoftAppTenantId',
      ]);
    case 'UserAssignedMSI':
      return [
        ...needs(given, 'MicrosoftAppType 是 UserAssignedMSI 时需要它', ['MicrosoftAppTenantId']),
        ...(given.has('MicrosoftAppPassword')
          ? ['MicrosoftAppPassword 不能填写：MicrosoftAppType 是 UserAssignedMSI，托管标识没有密码']
          : []),
      ];
    case 'MultiTenant':
    case undefined:
      return needs(given, '填了 MicrosoftAppId 就要填它', ['MicrosoftAppPassword']);
  }
}

function wecom(given: Given): string[] {
  const app: EnvName[] = ['WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY'];
  const kf: EnvName[] = ['WECOM_KF_SECRET', 'WECOM_KF_TOKEN', 'WECOM_KF_ENCODING_AES_KEY', 'WECOM_KF_OPEN_KFIDS'];
  const used = [...app, ...kf].some((name) => given.has(name));
  const corp = used
    ? needs(given, '填了企业微信或微信客服的其他项就要填它', ['WECOM_CORP_ID'])
    : given.has('WECOM_CORP_ID')
      ? [`填了 WECOM_CORP_ID，还要填写企业微信应用（${app.join('、')}）或微信客服（${kf.join('、')}）的各项`]
      : [];
  return [...corp, ...allOrNone(given, '企业微信应用的各项', app), ...allOrNone(given, '微信客服的各项', kf)];
}

/** Faults that no variable has alone, as Chinese sentences. */
export function faultsTogether(env: Partial<Env>, given: Given): string[] {
  const faults = [
    ...teams(env, given),
    ...wecom(given),
    ...allOrNone(given, '工作人员统一登录的各项', [
      'STAFF_OIDC_ISSUER',
      'STAFF_OIDC_CLIENT_ID',
      'STAFF_OIDC_CLIENT_SECRET',
    ]),
  ];
  const { HOST, PUBLIC_URL } = env;
  if (HOST !== undefined && !onLoopbackOnly({ HOST, PUBLIC_URL }) && !given.has('DIRECTLINE_SECRET')) {
    const why = isLoopbackHost(HOST) ? '设置了 PUBLIC_URL' : 'HOST 不是本机地址';
    faults.push(
      `DIRECTLINE_SECRET 没有填写：${why}，别人能访问到本服务，没有它 Direct Line 接口就对任何人开放，因此不启动`,
    );
  }
  return faults;
}
