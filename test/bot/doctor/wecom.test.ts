import { describe, expect, test } from 'vitest';
import { checkWecomApp } from '../../../bot/doctor/wecomApp.ts';
import { checkWecomKf } from '../../../bot/doctor/wecomKf.ts';
import {
  type Answer,
  envOf,
  failures,
  hanging,
  html,
  json,
  nowhere,
  patience,
  redirected,
  standIn,
  text,
} from './standIn.ts';

const now = new Date('2023-05-08T02:00:00Z');
const aesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const corp = 'ww-not-for-anybody-corp';

const app = {
  WECOM_CORP_ID: 'ww1',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'not-for-anybody-app',
  WECOM_TOKEN: 'not-for-anybody-token',
  WECOM_ENCODING_AES_KEY: aesKey,
};
const kf = {
  WECOM_CORP_ID: 'ww1',
  WECOM_KF_SECRET: 'not-for-anybody-kf',
  WECOM_KF_TOKEN: 'not-for-anybody-token',
  WECOM_KF_ENCODING_AES_KEY: aesKey,
  WECOM_KF_OPEN_KFIDS: 'wk-one,wk-two',
};

const gettoken = '/cgi-bin/gettoken';
const agentGet = '/cgi-bin/agent/get';
const accountList = '/cgi-bin/kf/account/list';
const aToken = json({ errcode: 0, access_token: 'not-for-anybody-access', expires_in: 7200 });
const agent = { errcode: 0, agentid: 1000002, name: '申报助手', close: 0, allow_partys: { partyid: [1] } };
const account = (open_kfid: string, manage_privilege = true) => ({ open_kfid, name: '咨询', manage_privilege });
const accounts = json({ errcode: 0, account_list: [account('wk-one'), account('wk-two')] });
const error = (errcode: number, errmsg = 'refused'): Answer => json({ errcode, errmsg });
const untrusted = error(
  60020,
  'not allow to access from your ip, hint: [1695863164339604070459795], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020',
);

const lookAtApp = (base: string) => checkWecomApp(envOf({ ...app, WECOM_API_BASE: base }), { now, patience });
const lookAtKf = (base: string) => checkWecomKf(envOf({ ...kf, WECOM_API_BASE: base }), { now, patience });

interface Case {
  when: string;
  token?: Answer;
  next?: Answer;
  says: RegExp;
}

/** Where what is asked first is the token. */
const ofBoth: Case[] = [
  { when: 'the corp id is wrong', token: error(40013), says: /企业 ID 不对（40013） \| .*我的企业 → 企业信息/ },
  { when: 'the corp does not exist', token: error(2000002), says: /企业 ID 不对（2000002）/ },
  { when: 'the secret is wrong', token: error(40001, corp), says: /Secret 不对.*（40001） \| .*Secret 旁的“查看”/ },
  { when: 'the secret is of another corp', token: error(40091), says: /Secret 不对，或者不是这个企业的（40091）/ },
  { when: 'WeCom is busy', token: error(-1), says: /系统繁忙（-1） \| 过几分钟/ },
  { when: 'WeCom is asked too often', token: error(45009), says: /调用太频繁.*（45009）/ },
  { when: 'the app is disabled', token: error(50003), says: /应用停用了.*（50003）/ },
  {
    when: 'a page comes instead of JSON',
    token: html(),
    says: /接口问不到：回答的是一个网页（200），不是企业微信的接口 \| .*WECOM_API_BASE/,
  },
  { when: 'a gateway has nothing behind it', token: text('bad', 502), says: /反向代理在，后面的服务没有回答（502）/ },
  { when: 'the base is an address that moved', token: redirected, says: /回答是跳转（301）/ },
  { when: 'JSON comes that is none of WeCom’s', token: json({ hello: 1 }), says: /回答的不是企业微信的接口（200）/ },
  { when: 'the answer holds no token', token: json({ errcode: 0 }), says: /接口回答得不完整/ },
  { when: 'nobody answers', token: hanging, says: /接口问不到：0.4 秒内没有回答/ },
  { when: 'the token is refused at once', next: error(40014), says: /刚取到的令牌就不认（40014） \| WECOM_API_BASE/ },
  {
    when: 'our address is not trusted',
    next: untrusted,
    says: /出口 IP 203\.0\.113\.7 不在企业可信IP里（60020） \| .*企业可信IP → 配置，填 203\.0\.113\.7，一分钟后/,
  },
  {
    when: 'our address is not trusted, and not told',
    next: error(60020, 'from ip: 999.1.1.1, x'),
    says: /出口 IP 不在企业可信IP里（60020） \| .*公网 IP/,
  },
  {
    when: 'the number is one that we do not know',
    next: error(99999, 'not-for-anybody'),
    says: /错误码 99999 \| .*devtool\/query\?e=99999/,
  },
  { when: 'a page comes instead of the list', next: html(404), says: /回答的是一个网页（404）/ },
];

const ofApp: Case[] = [
  { when: 'there is no such app', next: error(40056), says: /AgentId 不对.*（40056） \| .*WECOM_AGENT_ID/ },
  { when: 'the secret is another app’s', next: error(301002), says: /AgentId 和 Secret 不是同一个应用的（301002）/ },
  { when: 'the app is switched off', next: json({ ...agent, close: 1 }), says: /应用停用了 \| .*启用它/ },
  {
    when: 'nobody can see the app',
    next: json({ ...agent, allow_partys: { partyid: [] } }),
    says: /可见范围是空的.* \| .*可见范围/,
  },
  { when: 'the app may not', next: error(48002), says: /没有调用自建应用接口的权限（48002）/ },
];

const ofKf: Case[] = [
  {
    when: 'the app is not among those that may',
    next: error(48002),
    says: /没有调用微信客服接口的权限（48002） \| .*可调用接口的应用/,
  },
  {
    when: 'no account is given to the app',
    next: error(48007),
    says: /没有授权给这个应用（48007） \| .*可管理的客服账号/,
  },
  {
    when: 'those who receive are out of range',
    next: error(60011),
    says: /可见范围里（60011） \| .*接待人员也要在里面/,
  },
  { when: 'the secret is of the standalone console', next: error(95011), says: /独立后台的（95011）/ },
  { when: '微信客服 is used in the standalone console', next: error(95012), says: /企业微信应用的（95012）/ },
  { when: 'the switch is off', next: error(95017), says: /接口开关关着（95017）/ },
  {
    when: 'there is no account at all',
    next: json({ errcode: 0, account_list: [] }),
    says: /2 个账号，企业里没有：wk-one、wk-two \| .*先创建一个账号/,
  },
  {
    when: 'an account is written wrongly',
    next: json({ errcode: 0, account_list: [account('wk-one'), account('wk-Two')] }),
    says: /1 个账号，企业里没有：wk-two \| .*wk-one、wk-Two，照着填/,
  },
  {
    when: 'an account can be seen and not served',
    next: json({ errcode: 0, account_list: [account('wk-one'), account('wk-two', false)] }),
    says: /wk-two 能看到，但没有授权.* \| .*可管理的客服账号/,
  },
];

describe('of 企业微信自建应用 the doctor says what to click', () => {
  test.each([...ofBoth, ...ofApp])('when $when', async ({ token = aToken, next = json(agent), says }) => {
    const checks = await lookAtApp(await standIn({ [gettoken]: token, [agentGet]: next }));
    expect(failures(checks)).toEqual([expect.stringMatching(says)]);
  });

  test('when nobody listens there', async () => {
    expect(failures(await lookAtApp(await nowhere()))).toEqual([
      expect.stringMatching(/连接被拒绝，那里没有程序在监听/),
    ]);
  });

  test('nothing when all is right, and that the callback waits for an address', async () => {
    const asked: string[] = [];
    const base = await standIn({
      [gettoken]: (req, res, body) => {
        asked.push(req.url ?? '');
        aToken(req, res, body);
      },
      [agentGet]: json(agent),
    });
    const checks = await lookAtApp(base);
    expect(checks.map(({ status }) => status)).toEqual(['ok', 'ok', 'off']);
    expect(failures(checks)).toEqual([]);
    expect(asked).toEqual([`${gettoken}?corpid=ww1&corpsecret=not-for-anybody-app`]);
  });

  test('only that it is not configured, where it is not', async () => {
    expect(await checkWecomApp(envOf({}), { now, patience })).toEqual([
      { status: 'off', says: '没有配置（WECOM_SECRET 等留空）' },
    ]);
  });
});

describe('of 微信客服 the doctor says what to click', () => {
  test.each([...ofBoth, ...ofKf])('when $when', async ({ token = aToken, next = accounts, says }) => {
    const checks = await lookAtKf(await standIn({ [gettoken]: token, [accountList]: next }));
    expect(failures(checks)).toEqual([expect.stringMatching(says)]);
  });

  test('nothing when all is right', async () => {
    const checks = await lookAtKf(await standIn({ [gettoken]: aToken, [accountList]: accounts }));
    expect(checks.map(({ status }) => status)).toEqual(['ok', 'ok', 'off']);
  });

  test('nothing when an account stands on the third page', async () => {
    const many = [...Array.from({ length: 230 }, (_, at) => account(`wk-${at}`)), account('wk-one'), account('wk-two')];
    const list: Answer = (req, res, body) => {
      const { offset, limit } = JSON.parse(body) as { offset: number; limit: number }; // as the doctor sends it
      json({ errcode: 0, account_list: many.slice(offset, offset + limit) })(req, res, body);
    };
    expect(failures(await lookAtKf(await standIn({ [gettoken]: aToken, [accountList]: list })))).toEqual([]);
  });

  test('when it shares its app with the 自建应用', async () => {
    const base = await standIn({ [gettoken]: aToken, [accountList]: accounts });
    const env = envOf({ ...app, ...kf, WECOM_KF_SECRET: app.WECOM_SECRET, WECOM_API_BASE: base });
    expect(failures(await checkWecomKf(env, { now, patience }))).toEqual([
      expect.stringMatching(/用了同一个应用.* \| 另建一个自建应用.*\/wecom-kf\/callback/),
    ]);
  });
});
