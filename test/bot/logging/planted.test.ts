import { describe, expect, test } from 'vitest';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import type { House } from '../../support/channelTalk.ts';
import { openedFor } from '../../support/channelTalkRow.ts';
import { rows } from '../../support/channelTalkRows.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { apiKey, callers, failingStore, forbidden, people, secrets } from '../../support/planted.ts';
import { postJson } from '../../support/realService.ts';
import { appEnv } from '../../support/wecom/appService.ts';
import { kfEnv } from '../../support/wecom/kfService.ts';

const { text, latin, name, userid, birthDate, phone, mail } = people;

/** What somebody says who tells everything about themselves. */
const said = [
  `${text}，${latin}，我叫${name}，${birthDate}出生，电话${phone}，${mail}`,
  '开始自查',
  `${text}能报吗？${latin}，负责人${name}的出生日期是${birthDate}`,
];

/** What callers send who are refused, and what breaks behind the API. */
async function call({ url }: House): Promise<{ statuses: number[]; token: string }> {
  const everything = [text, latin, name, birthDate, phone, mail].join('，');
  const bearer = { Authorization: `Bearer ${callers.bearer}` };
  const own = { Authorization: `Bearer ${apiKey}` };
  const json = { 'Content-Type': 'application/json' };
  const ask = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, { redirect: 'manual', ...init });
  const post = (path: string, body: string, headers: Record<string, string>) =>
    ask(path, { method: 'POST', body, headers });
  const form = new URLSearchParams({ name, password: callers.password });
  const facts = { unit: { kind: everything }, lead: { birthDate: everything, titleText: name } };
  const answers = [
    await ask(`/${encodeURIComponent(text)}/${latin}?token=${callers.query}`, {
      headers: { ...bearer, Cookie: `staff=${callers.cookie}` },
    }),
    await ask(`/metrics?key=${callers.query}`, { headers: bearer }),
    await ask(`/checklists/${callers.query}`),
    await ask(`/v3/directline/conversations/${userid}/activities?t=${callers.query}`, { headers: bearer }),
    await ask('/readyz', { headers: { 'X-Request-Id': phone } }),
    await ask('/readyz', { headers: { 'X-Request-Id': encodeURIComponent(name) } }),
    await ask('/readyz'),
    await post('/api/v1/ask', JSON.stringify({ question: everything }), { ...json, ...bearer }),
    await post('/api/v1/ask', `{"question": "${everything}`, { ...json, ...own }),
    await post('/api/v1/ask', JSON.stringify({ question: everything, [name]: text }), { ...json, ...own }),
    await post('/api/v1/assessments', JSON.stringify({ facts }), { ...json, ...own }),
    await post('/api/v1/assessments/batch', JSON.stringify({ items: [{ id: name, facts }] }), { ...json, ...own }),
    await post('/api/v1/webhooks/zammad', everything, { ...json, 'X-Hub-Signature': `sha1=${'0'.repeat(40)}` }),
    await post('/staff/sign-in', form.toString(), { 'Content-Type': 'application/x-www-form-urlencoded' }),
    await ask(`/staff/sign-in/oidc?back=${callers.query}`),
  ];
  for (let times = 0; times < 4; times += 1) {
    const body = JSON.stringify({ question: everything, externalId: `${name}-${times}` });
    answers.push(await post('/api/v1/ask', body, { ...json, ...own, 'X-Request-Id': 'given-by-a-proxy-1' }));
  }
  const { token } = (await postJson(`${url}/v3/directline/tokens/generate`, {})).body;
  const talk = `/v3/directline/conversations/nobody/activities?t=${token}`;
  answers.push(await ask(talk, { headers: { Authorization: `Bearer ${token}` } }));
  return { statuses: answers.map(({ status }) => status), token: String(token) };
}

/** What the channels' own servers know us by. */
const ofChannels = [...Object.entries(appEnv('')), ...Object.entries(kfEnv(''))].flatMap(([name, value]) =>
  /SECRET|TOKEN|KEY$/.test(name) ? [value] : [],
);

const logged = (house: House) =>
  house
    .log()
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

/** The toy shows how a channel is written. */
const real = rows.filter(({ name }) => name !== 'toy');

describe.each(real)('on $name', (row) => {
  test('nothing that was planted comes into the log, whatever fails', async () => {
    const folder = await dataFolder();
    const { store, failed } = failingStore(embeddedStore(folder));
    const { house, person } = await openedFor(row, secrets, { folder, store, level: 'trace' });
    const me = await person(userid);
    for (const words of said) await me.say(words).catch(() => {});
    const { statuses, token } = await call(house);
    await house.close();

    const log = house.log();
    expect(token.length).toBeGreaterThan(20);
    expect(
      [...forbidden, ...ofChannels, token].filter(
        (each) => log.includes(each) || log.includes(encodeURIComponent(each)),
      ),
    ).toEqual([]);
    // It is about what was meant: turns failed to be committed, callers were refused and met our own mistakes.
    expect(failed.commit, 'commits').toBeGreaterThan(1);
    expect(failed.documents, 'the API').toBeGreaterThan(0);
    expect(statuses).toEqual(expect.arrayContaining([400, 401, 404, 422, 500]));
    const lines = logged(house);
    const events = lines.map(({ msg }) => msg);
    expect(events).toEqual(expect.arrayContaining(['kept', 'turn', 'turn not committed', 'request failed', 'request']));
    for (const line of lines) expect(JSON.stringify(line)).not.toContain(me.conversation());
  });
});
