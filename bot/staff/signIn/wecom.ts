/**
 * Signing in by scanning with WeChat Work: its login page gives a code (document/path/98152), the app's token exchanges it for the member's
 * id (auth/getuserinfo, document/path/98176). What the member may, an admin says.
 */
import { z } from 'zod';
import type { Documents } from '../../../state/documents.ts';
import type { Env } from '../../env.ts';
import type { Log } from '../../log.ts';
import { wecomApi } from '../../wecom/api.ts';
import type { Visit } from '../visit.ts';
import { type Flows, randomWord } from './flow.ts';
import type { Recognised } from './foreign.ts';

export const wecomPath = '/staff/sign-in/wecom';

const publicApi = 'https://qyapi.weixin.qq.com';
const publicLogin = 'https://login.work.weixin.qq.com';

/** Members have `userid`; somebody of another company only an openid. */
const answerForm = z.object({ userid: z.string().min(1).max(64) });

export interface WecomOptions {
  env: Env;
  flows: Flows;
  documents: Documents;
  address: () => string | undefined;
  now: () => Date;
  log: Log;
}

export interface WecomSignIn {
  start(visit: Visit, back: string): Promise<string>;
  finish(visit: Visit): Promise<{ recognised: Recognised; back: string } | undefined>;
}

/** undefined where the app is not configured. */
export function wecomSignIn({ env, flows, documents, address, now, log }: WecomOptions): WecomSignIn | undefined {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: secret, WECOM_API_BASE: base } = env;
  if (corpId === undefined || agentId === undefined || secret === undefined) return undefined;
  const api = wecomApi({ base, corpId, secret, documents, now, log });
  // Private and government WeCom have the page beside their API.
  const login = base === publicApi ? publicLogin : base;
  return {
    async start(visit, back) {
      const here = address();
      if (here === undefined) throw new Error('WeCom sign-in needs PUBLIC_URL');
      const state = randomWord();
      await flows.begin(visit, { way: 'wecom', state, back });
      const query = new URLSearchParams({
        login_type: 'CorpApp',
        appid: corpId,
        agentid: String(agentId),
        redirect_uri: `${here}${wecomPath}/callback`,
        state,
      });
      return `${login}/wwlogin/sso/login?${query}`;
    },
    async finish(visit) {
      const flow = await flows.returned(visit, 'wecom');
      const code = visit.query.get('code');
      if (!flow || !code || code.length > 512) return undefined;
      const called = await api.call('auth/getuserinfo', undefined, { code });
      const read = called.state === 'ok' ? answerForm.safeParse(called.answer) : undefined;
      if (!read?.success) return undefined;
      const { userid } = read.data;
      return {
        // Ids of members are the same in upper and lower case (document/path/90195).
        recognised: { identity: `wecom\n${corpId}\n${userid.toLowerCase()}`, by: '企业微信', name: userid },
        back: flow.back,
      };
    },
  };
}
