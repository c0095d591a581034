import { expect, test } from 'vitest';
import { isIll } from '../../../bot/doctor/check.ts';
import { examine } from '../../../bot/doctor/examine.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { realService } from '../../support/realService.ts';
import { envOf, json, patience, said, standIn } from './standIn.ts';

const aesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const tenant = '11111111-2222-3333-4444-555555555555';
const secrets = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: 'aaaaaaaa-2222-3333-4444-555555555555',
  MicrosoftAppPassword: 'not-for-anybody-password',
  MicrosoftAppTenantId: tenant,
  WECOM_CORP_ID: 'ww1',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'not-for-anybody-app',
  WECOM_TOKEN: 'not-for-anybody-token',
  WECOM_ENCODING_AES_KEY: aesKey,
  WECOM_KF_SECRET: 'not-for-anybody-kf',
  WECOM_KF_TOKEN: 'not-for-anybody-kf-token',
  WECOM_KF_ENCODING_AES_KEY: aesKey,
  WECOM_KF_OPEN_KFIDS: 'wk-one',
};

async function outside() {
  const wecom = await standIn({
    '/cgi-bin/gettoken': json({ errcode: 0, access_token: 'not-for-anybody-access', expires_in: 7200 }),
    '/cgi-bin/agent/get': json({ errcode: 0, close: 0, allow_partys: { partyid: [1] } }),
    '/cgi-bin/kf/account/list': json({ errcode: 0, account_list: [{ open_kfid: 'wk-one', manage_privilege: true }] }),
    '/cgi-bin/kf/sync_msg': json({ errcode: 0, next_cursor: 'c', has_more: 0, msg_list: [] }),
  });
  const login = await standIn({ [`/${tenant}/oauth2/v2.0/token`]: json({ access_token: 'not-for-anybody-access' }) });
  return { wecom, login: `${login}/` };
}

test('of a service that runs with the same settings all is right', async () => {
  const { wecom, login } = await outside();
  const folder = await dataFolder();
  const { url } = await realService(folder, { ...secrets, WECOM_API_BASE: wecom });
  const env = envOf({ ...secrets, WECOM_API_BASE: wecom, DATA_DIR: folder, PUBLIC_URL: url, PORT: new URL(url).port });
  const areas = await examine(env, { now: new Date(), patience: 5000, login });
  expect(said(areas)).toMatch(/共 13 项正常，0 项不行，1 项没有查。$/);
  expect(isIll(areas)).toBe(false);
});

test('of a service that runs without these settings its three addresses are told', async () => {
  const { wecom, login } = await outside();
  const { url } = await realService(await dataFolder());
  const env = envOf({ ...secrets, WECOM_API_BASE: wecom, PUBLIC_URL: url, PORT: new URL(url).port });
  const told = said(await examine(env, { now: new Date(), patience, login }));
  expect(told.match(/✗ .*没有开（4\d\d）/g)).toEqual([
    expect.stringContaining('/api/messages'),
    expect.stringContaining('/wecom/callback'),
    expect.stringContaining('/wecom-kf/callback'),
  ]);
});
