/** What the console puts around every room: headers, limits, errors, what was said, downloads. */
import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { html } from '../../../bot/html.ts';
import { Problem } from '../../../bot/problem.ts';
import { csrfField } from '../../../bot/staff/csrf.ts';
import type { OpenRoom, StaffRoute } from '../../../bot/staff/route.ts';
import { StaleError } from '../../../state/documents.ts';
import { staffService } from '../../support/staffService.ts';

const hostile = '<script>alert(1)</script>"\'&';

let given = 0;
async function* many(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < 400; at += 1) {
    given += 1;
    yield new Uint8Array(256 * 1024);
  }
}

const page = (title: string, body = html`<p>${hostile}</p>`) => ({ page: { title, at: '/staff/toy', body } });
const route = (path: string, handle: StaffRoute['handle'], more: Partial<StaffRoute> = {}): StaffRoute => ({
  method: 'GET',
  path: `/staff/toy${path}`,
  role: 'reader',
  handle,
  ...more,
});

const toy: OpenRoom = () => ({
  nav: { path: '/staff/toy', label: '玩具', role: 'reader' },
  routes: [
    route('', (request) => page(hostile, html`<form>${csrfField(request)}</form>`)),
    route('/:id', ({ params }) => page(params.id ?? '')),
    route('/word', () => page('the word')),
    route('/part', ({ partial }) => ({ part: html`<p>${partial ? 'part' : 'whole'}</p>` })),
    route('/broken', () => Promise.reject(new Error('password=hunter2'))),
    route('/refused', () => Promise.reject(new Problem(422, '不对', '请再填一次'))),
    route('/stale', () => Promise.reject(new StaleError('x', 'y'))),
    route('/file', () => ({ file: { name: '对话"\r\nX: 1/..\u202e.xlsx', type: 'text/plain', bytes: 'abc' } })),
    route('/stream', () => ({ stream: { name: 'a.bin', type: 'application/octet-stream', chunks: many() } })),
    route('/said', () => ({ to: '/staff/toy#m12', said: `已保存 ${hostile}` }), { method: 'POST' }),
    route('/away', ({ form }) => ({ to: form.get('to') ?? '' }), { method: 'POST' }),
    route(
      '/upload',
      ({ files, form }) => {
        const file = files.get('file');
        return page(`${file?.name} ${file?.bytes.length} ${form.get('note')}`);
      },
      { method: 'POST', upload: 100_000 },
    ),
  ],
});

const toyService = (env: Record<string, string> = {}) => staffService({ rooms: [toy], env });

it('every answer has a strict policy, may be framed by Teams alone, is never kept, and tells nobody where it was', async () => {
  const world = await toyService();
  const reader = await world.signedIn('reader');
  for (const path of ['/staff/toy', '/staff/nowhere', '/staff/toy/broken', '/staff/toy/file', '/staff/sign-in']) {
    const { headers } = await reader.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self' https:\/\/teams\.microsoft\.com/,
    );
    expect(policy).not.toMatch(/unsafe|\*;|\* |data:|http:/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('server')).toBeFalsy();
  }
});

it('a page shows hostile titles as text, and has nothing inline', async () => {
  const reader = await (await toyService()).signedIn('reader', '· （甲）');
  const text = await (await reader.get('/staff/toy')).text();
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son[a-z]+=/);
  expect(text).toContain(`name="csrf" value="${reader.csrf}"`);
  expect(text).toContain('<a href="/staff/toy" aria-current="page">玩具</a>');
});

it('HEAD answers as GET does, without the body', async () => {
  const { url, signedIn } = await toyService();
  const { cookie, get } = await signedIn('reader');
  for (const path of ['/staff/toy', '/staff/toy/file', '/staff/toy/stream', '/staff/files/staff.css']) {
    const head = await fetch(url + path, { method: 'HEAD', headers: { cookie }, redirect: 'manual' });
    const whole = await get(path);
    expect([head.status, head.headers.get('content-type')]).toEqual([whole.status, whole.headers.get('content-type')]);
    expect(await head.text()).toBe('');
    await whole.body?.cancel();
  }
});

it('an unknown address is a calm 404, another method 405, a broken one is none of ours', async () => {
  const { url, signedIn } = await toyService();
  const reader = await signedIn('reader');
  const status = async (path: string): Promise<number> => (await reader.get(path)).status;
  expect(await status('/staff/nowhere')).toBe(404);
  expect(await status('/staff/toy/%ff')).toBe(404);
  expect(await status('/staff/toy/a/b')).toBe(404);
  expect(await status('/staff/toy/../../healthz')).toBe(200); // the browser's own business
  expect(await status('/staff/said')).toBe(404);
  expect((await reader.post('/staff/toy/word')).status).toBe(405);
  const put = await fetch(`${url}/staff/toy`, { method: 'PUT', headers: { cookie: reader.cookie }, body: 'x' });
  expect(put.status).toBe(405);
});

it('a word in a path goes before a parameter, and parameters come decoded', async () => {
  const reader = await (await toyService()).signedIn('reader');
  expect(await (await reader.get('/staff/toy/word')).text()).toContain('<h1>the word</h1>');
  expect(await (await reader.get(`/staff/toy/${encodeURIComponent('a/b：c')}`)).text()).toContain('<h1>a/b：c</h1>');
});

it('a fault of ours is a page with a number that stands in the log too, and nothing of the fault', async () => {
  const { signedIn, log } = await toyService();
  const answer = await (await signedIn('reader')).get('/staff/toy/broken');
  const text = await answer.text();
  const [, reference = '?'] = /编号 (\w{8})/.exec(text) ?? [];
  expect(answer.status).toBe(500);
  expect(answer.headers.get('x-reference')).toBe(reference);
  expect(log()).toContain(reference);
  expect(text).not.toContain('hunter2');
});

it('what a room refuses, and what somebody else has changed, are pages that say so', async () => {
  const reader = await (await toyService()).signedIn('reader');
  const refused = await reader.get('/staff/toy/refused');
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('请再填一次')]);
  const stale = await reader.get('/staff/toy/stale');
  expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('别人刚刚改过')]);
});

it('what was done is said once on the next page, and never stands in the address', async () => {
  const reader = await (await toyService()).signedIn('reader');
  const answer = await reader.post('/staff/toy/said');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff/toy#m12']);
  await reader.get('/staff/toy/part', { 'HX-Request': 'true' });
  expect(await (await reader.get('/staff/toy')).text()).toContain('已保存 &lt;script&gt;');
  expect(await (await reader.get('/staff/toy')).text()).not.toContain('已保存');
});

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/staff/../../x',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/staffx',
  '/chat',
])('nobody is sent on to %j', async (to) => {
  const reader = await (await toyService()).signedIn('reader');
  expect((await reader.post('/staff/toy/away', { to })).headers.get('location')).toBe('/staff');
});

it('htmx gets a part, and goes to another page as a whole; without a session the whole page is asked again', async () => {
  const { url, signedIn } = await toyService();
  const reader = await signedIn('reader');
  expect(await (await reader.get('/staff/toy/part', { 'HX-Request': 'true' })).text()).toBe('<p>part</p>');
  const moved = await fetch(`${url}/staff/toy/said`, {
    method: 'POST',
    headers: { cookie: reader.cookie, 'HX-Request': 'true' },
    body: new URLSearchParams({ csrf: reader.csrf }),
  });
  expect([moved.status, moved.headers.get('hx-redirect')]).toEqual([200, '/staff/toy#m12']);
  const refused = await fetch(`${url}/staff/toy/part`, { headers: { 'HX-Request': 'true' } });
  expect([refused.status, refused.headers.get('hx-refresh')]).toEqual([401, 'true']);
});

it('an upload comes with its name and its bytes, and is refused above what the route takes', async () => {
  const reader = await (await toyService()).signedIn('reader');
  const sent = (size: number): Promise<Response> => {
    const form = new FormData();
    form.append('note', '说明');
    form.append('file', new File([new Uint8Array(size)], '问题<b>.xlsx'));
    form.append('empty', new File([], ''));
    return reader.post('/staff/toy/upload', form);
  };
  expect(await (await sent(100_000)).text()).toContain('<h1>问题&lt;b&gt;.xlsx 100000 说明</h1>');
  expect((await sent(100_001)).status).toBe(413);
  expect((await sent(3_000_000)).status).toBe(413);
});

it('a form is at most 256 KB and a form; anything else is refused before it is parsed', async () => {
  const { url, signedIn } = await toyService();
  const reader = await signedIn('reader');
  expect((await reader.post('/staff/toy/said', { text: 'x'.repeat(300_000) })).status).toBe(413);
  expect((await reader.post('/staff/toy/said', { text: Array.from({ length: 3000 }, () => 'x') })).status).toBe(413);
  const send = async (type: string, body: string, more = {}): Promise<number> =>
    (
      await fetch(`${url}/staff/toy/said`, {
        method: 'POST',
        headers: { cookie: reader.cookie, 'Content-Type': type, ...more },
        body,
      })
    ).status;
  expect(await send('application/json', '{}')).toBe(415);
  expect(await send('multipart/form-data; boundary=x', 'nonsense')).toBe(400);
  expect(await send('application/x-www-form-urlencoded', 'a=b', { 'Content-Encoding': 'gzip' })).toBe(415);
});

it('a file has a name that is safe in a header and on a disk', async () => {
  const reader = await (await toyService()).signedIn('reader');
  const disposition = (await reader.get('/staff/toy/file')).headers.get('content-disposition') ?? '';
  expect(disposition).toBe(
    `attachment; filename="_ X 1 .. .xlsx"; filename*=UTF-8''${encodeURIComponent('对话 X 1 .. .xlsx')}`,
  );
});

it('a stream waits for a slow reader, and ends when nobody reads', async () => {
  const reader = await (await toyService()).signedIn('reader');
  given = 0;
  const { body } = await reader.get('/staff/toy/stream');
  const taken = body?.getReader();
  await taken?.read();
  await after(200);
  const before = given;
  expect(before).toBeLessThan(200);
  await taken?.cancel();
  await after(100);
  expect(given).toBeLessThan(before + 50);
});

it('over https cookies are bound to this host; in a Teams tab they are kept for that tab alone', async () => {
  const world = await toyService({ PUBLIC_URL: 'https://guohe.example.cn', DIRECTLINE_SECRET: 'a'.repeat(40) });
  const reader = await world.signedIn('reader');
  expect((await reader.get('/staff/toy')).status).toBe(200);
  const out = async (headers: Record<string, string>): Promise<string> => {
    const { cookie, csrf } = await world.signedIn('reader');
    const body = new URLSearchParams({ csrf });
    const answer = await fetch(`${world.url}/staff/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, Origin: 'https://guohe.example.cn', ...headers },
      body,
    });
    return answer.headers.get('set-cookie') ?? '';
  };
  expect(await out({})).toBe('__Host-staff=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
  expect(await out({ 'Sec-Fetch-Dest': 'iframe' })).toBe(
    '__Host-staff=; Path=/; HttpOnly; SameSite=None; Partitioned; Secure; Max-Age=0',
  );
});

it('a form that is sent when the session has ended leads back to the page on which it stood', async () => {
  const { url } = await toyService();
  const send = async (referer: string): Promise<string> =>
    (
      await fetch(`${url}/staff/toy/said`, { method: 'POST', headers: { referer }, body: new URLSearchParams() })
    ).text();
  expect(await send(`${url}/staff/toy/word?a=b`)).toContain('name="back" value="/staff/toy/word?a=b"');
  expect(await send('https://evil.example//evil.example')).toContain('name="back" value="/staff"');
});

it('files of the console are kept by browsers as long as their content is the same', async () => {
  const { url } = await toyService();
  const text = await (await fetch(`${url}/staff/sign-in`)).text();
  const links = [...text.matchAll(/(?:href|src)="(\/staff\/files\/[^"]+)"/g)].map(([, link]) => link ?? '');
  expect(links).toHaveLength(3);
  for (const link of links) {
    const answer = await fetch(url + link);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    const again = await fetch(url + link, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
  expect((await fetch(`${url}/staff/files/serve.ts`)).status).toBe(401);
});
