/** Everything that the doctor looks at, one area after the other; what does not depend on each other at the same time. */
import type { Env } from '../env.ts';
import { type Area, failed, ok } from './check.ts';
import { checkGuides } from './guides.ts';
import { checkHome } from './home.ts';
import { checkOidc } from './oidc.ts';
import { checkHere, checkPublicUrl } from './publicUrl.ts';
import { checkTeams, type TeamsAsking } from './teams.ts';
import { checkWecomApp } from './wecomApp.ts';
import { checkWecomKf } from './wecomKf.ts';

export interface Examination extends Partial<TeamsAsking> {
  now: Date;
}

/** Milliseconds that one question may take. */
const usual = 10_000;

/** Faults of the environment stand alone: nothing can be looked at before they are gone. */
export const faulty = (faults: readonly string[]): Area[] => [
  { name: '环境变量', checks: faults.map((fault) => failed(fault, '改 .env 里的这一项，再运行一次。')) },
];

export async function examine(env: Env, { now, patience = usual, login, identity }: Examination): Promise<Area[]> {
  const outside = [env.MicrosoftAppId, env.WECOM_CORP_ID].some((each) => each !== undefined);
  const [home, here, publicUrl, teams, app, kf, oidc] = await Promise.all([
    checkHome(env),
    checkHere(env, patience),
    checkPublicUrl(env, outside, patience),
    checkTeams(env, { patience, login, identity }),
    checkWecomApp(env, { now, patience }),
    checkWecomKf(env, { now, patience }),
    checkOidc(env, patience),
  ]);
  return [
    { name: '环境变量', checks: [ok('写法都对')] },
    { name: '指南', checks: [checkGuides(env)] },
    { name: '数据', checks: [home] },
    { name: '服务和网址', checks: [here, publicUrl] },
    { name: 'Microsoft Teams', checks: teams },
    { name: '企业微信自建应用', checks: app },
    { name: '微信客服', checks: kf },
    { name: '工作人员统一登录', checks: [oidc] },
  ];
}
