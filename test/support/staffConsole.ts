/** The whole service with its console, on loopback over a folder, and people of every role who are signed in. Needs no test around it. */
import { type Env, readEnv } from '../../bot/env.ts';
import { createLog } from '../../bot/log.ts';
import { openService } from '../../bot/service.ts';
import { openAccounts } from '../../bot/staff/accounts/account.ts';
import { csrfToken } from '../../bot/staff/csrf.ts';
import { rooms as allRooms } from '../../bot/staff/rooms.ts';
import type { Member, OpenRoom, Role, StaffRoute } from '../../bot/staff/route.ts';
import { openSessions } from '../../bot/staff/session.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Store } from '../../state/store.ts';
import { freePort } from './freePort.ts';

export interface StaffWorldOptions {
  /** As in the environment; `PORT` 0, a free one, unless it says otherwise. */
  env?: Record<string, string>;
  /** Others than those of `rooms.ts`. */
  rooms?: readonly OpenRoom[];
  /** Another home than the folder's. */
  store?: Store;
  now?: Date;
}

/** Somebody who is signed in, as a browser is. */
export interface StaffClient {
  member: Member;
  /** The header `Cookie`. */
  cookie: string;
  csrf: string;
  /** Redirects are not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** With the token; redirects are not followed. */
  post(path: string, fields?: Record<string, string | readonly string[]> | FormData): Promise<Response>;
}

export interface StaffWorld {
  url: string;
  env: Env;
  store: Store;
  routes: readonly StaffRoute[];
  /** Every line of the log so far. */
  log(): string;
  /** May be moved. */
  clock: { now: Date };
  /** A new account of this role, signed in. */
  signedIn(role: Role, name?: string): Promise<StaffClient>;
  /** For a browser's context: `context.addCookies([world.browserCookie(client)])`. */
  browserCookie(client: StaffClient): { name: string; value: string; url: string };
  close(): Promise<void>;
}

const names: Record<Role, string> = { reader: '周阅', clerk: '陈晓', reviewer: '林审', admin: '王管' };

export async function openStaffWorld(folder: string, options: StaffWorldOptions = {}): Promise<StaffWorld> {
  // Behind a proxy the service does not tell on which port it listens.
  const port = options.env?.PUBLIC_URL === undefined ? '0' : String(await freePort());
  const read = readEnv({ PORT: port, DATA_DIR: folder, ...options.env });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const store = options.store ?? embeddedStore(folder);
  const clock = { now: options.now ?? new Date('2023-05-08T02:00:00Z') };
  const now = (): Date => clock.now;
  const routes: StaffRoute[] = [];
  const rooms = (options.rooms ?? allRooms).map(
    (open): OpenRoom =>
      (surroundings) => {
        const room = open(surroundings);
        routes.push(...room.routes);
        return room;
      },
  );
  const service = await openService({ env: read.ok, log, store, now, rooms });
  const told = await service.listen();
  const url = read.ok.PUBLIC_URL === undefined ? told.replace(/\/+$/, '') : `http://127.0.0.1:${read.ok.PORT}`;
  const accounts = openAccounts(store.documents, now);
  const sessions = openSessions(store.documents, now);
  const https = read.ok.PUBLIC_URL?.startsWith('https:') ?? false;
  let count = 0;
  return {
    url,
    env: read.ok,
    store,
    routes,
    log: () => lines.join(''),
    clock,
    async signedIn(role, name) {
      count += 1;
      const account = await accounts.add({
        name: name ?? `${names[role]}${count > 1 ? count : ''}`,
        role,
        state: 'active',
      });
      const id = await sessions.begin(account);
      return clientOf(url, { id: account.id, name: account.name, role }, id, `${https ? '__Host-' : ''}staff=${id}`);
    },
    browserCookie({ cookie }) {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url };
    },
    close: () => service.close(),
  };
}

function clientOf(url: string, member: Member, session: string, cookie: string): StaffClient {
  const csrf = csrfToken(session);
  return {
    member,
    cookie,
    csrf,
    get: (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    post(path, fields = {}) {
      const body = fields instanceof FormData ? fields : new URLSearchParams();
      if (!(fields instanceof FormData) && body instanceof URLSearchParams) {
        for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
      }
      body.append('csrf', csrf);
      return fetch(url + path, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
    },
  };
}
