/** Every route of every room, asked by everybody who may come: a new route is asked too without a word here. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Role, roles, type StaffRoute } from '../../../bot/staff/route.ts';
import { openSessions } from '../../../bot/staff/session.ts';
import { type StaffWorld, staffService } from '../../support/staffService.ts';

const pathOf = ({ path }: StaffRoute): string => path.replace(/:\w+/g, 'none-of-ours');

/** What comes back first; a stream is not read. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer;
  await body?.cancel();
  return status;
}

interface Asking {
  cookie?: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

function ask({ url }: StaffWorld, route: StaffRoute, { cookie, fields, headers }: Asking): Promise<number> {
  const init: RequestInit = {
    method: route.method,
    redirect: 'manual',
    headers: { ...(cookie && { cookie }), ...headers },
  };
  if (route.method === 'POST') init.body = new URLSearchParams(fields ?? {});
  return statusOf(fetch(url + pathOf(route), init));
}

const named = ({ method, path }: StaffRoute): string => `${method} ${path}`;
const mayDo = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least);

it('there are routes to ask, each named once, for each role at least one', async () => {
  const { routes } = await staffService();
  expect(routes.length).toBeGreaterThan(10);
  expect(new Set(routes.map(named)).size).toBe(routes.length);
  expect(new Set(routes.map(({ role }) => role))).toContain('admin');
  expect(new Set(routes.map(({ role }) => role))).toContain('reader');
});

it('without a session everything is 401: no cookie, a made-up one, an ended one, an unknown role', async () => {
  const world = await staffService();
  const old = await world.signedIn('admin');
  const oddAccount = randomUUID();
  const account = { name: '某', role: 'boss', state: 'active', generation: 1, madeAt: '2023-05-08T02:00:00Z' };
  await world.store.documents.write('staff-account', oddAccount, account);
  const odd = `staff=${await openSessions(world.store.documents, () => world.clock.now).begin({ id: oddAccount, generation: 1 })}`;
  const wrong: string[] = [];
  const visitors = { nobody: undefined, madeUp: `staff=${'A'.repeat(43)}`, twice: `${old.cookie}; ${old.cookie}`, odd };
  for (const route of world.routes) {
    for (const [who, cookie] of Object.entries(visitors)) {
      const status = await ask(world, route, cookie === undefined ? {} : { cookie });
      if (status !== 401) wrong.push(`${named(route)} ${who} ${status}`);
    }
  }
  world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
  for (const route of world.routes) {
    const status = await ask(world, route, { cookie: old.cookie, fields: { csrf: old.csrf } });
    if (status !== 401) wrong.push(`${named(route)} stale ${status}`);
  }
  expect(wrong).toEqual([]);
});

it('a role that may not gets 403 at every route, and one that may is let in', async () => {
  const world = await staffService();
  const wrong: string[] = [];
  for (const role of roles) {
    for (const route of world.routes) {
      // A new one each time: what the route does (signing out everywhere) must not decide the next answer.
      const { cookie, csrf } = await world.signedIn(role, `某 ${role} ${randomUUID().slice(0, 20)}`);
      const status = await ask(world, route, { cookie, fields: { csrf } });
      const right = mayDo(role, route.role) ? ![401, 403, 405].includes(status) && status < 500 : status === 403;
      if (!right) wrong.push(`${role} ${named(route)} ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('a POST without the token of this session, or from another site, is 403 for those who may', async () => {
  const world = await staffService();
  const admin = await world.signedIn('admin');
  const other = await world.signedIn('admin');
  const posts = world.routes.filter(({ method }) => method === 'POST');
  const { cookie, csrf } = admin;
  const tries: Record<string, Asking> = {
    none: { cookie },
    empty: { cookie, fields: { csrf: '' } },
    'of another session': { cookie, fields: { csrf: other.csrf } },
    'of another origin': { cookie, fields: { csrf }, headers: { Origin: 'https://evil.example' } },
    'of no origin': { cookie, fields: { csrf }, headers: { Origin: 'null' } },
    'cross-site': { cookie, fields: { csrf }, headers: { 'Sec-Fetch-Site': 'cross-site' } },
    'same-site': { cookie, fields: { csrf }, headers: { 'Sec-Fetch-Site': 'same-site' } },
  };
  const wrong: string[] = [];
  for (const route of posts) {
    for (const [what, asking] of Object.entries(tries)) {
      const status = await ask(world, route, asking);
      if (status !== 403) wrong.push(`${named(route)} ${what} ${status}`);
    }
  }
  expect(posts.length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});
