/** What must never stand in a log: planted into everything that people, callers and the environment bring, and into errors that hold it. */
import pg from 'pg';
import { z } from 'zod';
import type { Store } from '../../state/store.ts';

/** What people write and who they are. */
export const people = {
  text: '绝密合作计划书甲乙丙',
  latin: 'OurSecretCooperationPlan',
  name: '欧阳锋锋',
  userid: 'ouyangfengfeng',
  birthDate: '1961-02-03',
  phone: '13812345678',
  mail: 'ouyang@example.cn',
};

/** What callers bring in addresses, headers and bodies. */
export const callers = {
  bearer: 'Zm9yZ2VkLWJlYXJlci10b2tlbg',
  query: 'dG9rZW4taW4tdGhlLXF1ZXJ5',
  cookie: 'c2Vzc2lvbi1jb29raWU',
  password: 'correct horse battery',
};

/** Every secret of the environment that a service on loopback may have. */
export const secrets = {
  HELPDESK_API_KEYS: 'desk:key-of-the-help-desk',
  HELPDESK_WEBHOOK_SECRET: 'secret-of-the-webhook',
  METRICS_KEY: 'key-of-the-metrics',
  ALERT_WEBHOOK_URLS: 'http://127.0.0.1:1/hook/robot-of-the-desk?key=key-of-the-robot',
  STAFF_OIDC_ISSUER: 'http://127.0.0.1:1/realm',
  STAFF_OIDC_CLIENT_ID: 'guohe',
  STAFF_OIDC_CLIENT_SECRET: 'secret-of-the-client',
};
export const apiKey = 'key-of-the-help-desk';

/** Words by which each of them would be known in a log. */
export const forbidden: readonly string[] = [
  ...[...Object.values(people), ...Object.values(callers)],
  ...[
    'key-of-the-help-desk',
    'secret-of-the-webhook',
    'key-of-the-metrics',
    'key-of-the-robot',
    'secret-of-the-client',
  ],
];

/** Errors as the world makes them, each of which holds what was planted. */
function plantedErrors(): Error[] {
  const all = forbidden.join(' ');
  const form = z.strictObject({ a: z.number() }).safeParse({ a: all, [all]: all }, { reportInput: true });
  const database = new pg.DatabaseError(`invalid input: ${all}`, 1, 'error');
  const fields = { code: '23505', severity: 'ERROR', detail: `Key (id)=(${all})`, where: all, hint: all };
  return [
    new Error(all, { cause: new Error(all) }),
    Object.assign(database, fields),
    form.error ?? new Error('zod takes it'),
    parsing(all),
    Object.assign(new TypeError(`fetch failed`), { cause: new Error(`GET https://qyapi.example.cn/x?token=${all}`) }),
    new AggregateError([new RangeError(all)], all),
    Object.assign(new Error(all), { request: { headers: { authorization: all }, body: all }, text: all }),
  ];
}

function parsing(text: string): Error {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('that was JSON');
}

export interface FailingStore {
  store: Store;
  /** How often each part has failed. */
  failed: Record<string, number>;
}

/** The store fails twice with planted errors at each of what a talk, a send and a caller need. */
export function failingStore(store: Store): FailingStore {
  const errors = plantedErrors();
  const failed: Record<string, number> = {};
  const calls: Record<string, number> = {};
  let next = 0;
  const fails = (part: string): void => {
    calls[part] = (calls[part] ?? 0) + 1;
    if (calls[part] !== 2 && calls[part] !== 4) return;
    failed[part] = (failed[part] ?? 0) + 1;
    next += 1;
    throw errors[next % errors.length];
  };
  const { talks, outbox, documents } = store;
  return {
    failed,
    store: {
      ...store,
      talks: {
        ...talks,
        async turn(conversation, work) {
          return talks.turn(conversation, async (turn) => {
            const commit = await work(turn);
            fails('commit');
            return commit;
          });
        },
      },
      outbox: {
        ...outbox,
        async take(...given) {
          fails('take');
          return outbox.take(...given);
        },
      },
      documents: {
        ...documents,
        async read(kind, id) {
          if (kind === 'apiAnswer') fails('documents');
          return documents.read(kind, id);
        },
      },
      check: async () => {
        fails('check');
        return store.check();
      },
    },
  };
}
