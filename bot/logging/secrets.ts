/** The last net: no line leaves with a secret of the environment in it, however it came there. */
import { pino } from 'pino';
import { type Env, envNames, isSecret } from '../envSchema.ts';

/** Shorter ones would blot out words of the log itself; nobody should guard anything by them. */
const shortest = 6;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(textsIn);
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
};

const addressOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** The password alone, as drivers may tell it, and what stands in the query. */
function hiddenInDatabase(text: string): string[] {
  const { password = '', searchParams } = addressOf(text) ?? {};
  return [password, decodeURIComponent(password), ...(searchParams?.values() ?? [])];
}

/** A group robot's key stands in the query or in the path. */
function hiddenInRobot(text: string): string[] {
  const { pathname = '', search = '', searchParams } = addressOf(text) ?? {};
  // A word like `webhook` is none.
  const keys = pathname.split('/').filter(({ length }) => length >= 12);
  return [`${pathname}${search}`, ...keys, ...(searchParams?.values() ?? [])];
}

/** Every secret of the environment, and the secret parts of its addresses. */
const secretsIn = (env: Env): string[] => [
  ...envNames.filter(isSecret).flatMap((name) => textsIn(env[name])),
  ...hiddenInDatabase(env.DATABASE_URL ?? ''),
  ...env.ALERT_WEBHOOK_URLS.flatMap((url) => [url, ...hiddenInRobot(url)]),
];

/** As it may stand in a line: plain, inside JSON, in an address. */
const waysOf = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret.toWellFormed()),
];

/** @param to where the lines go: standard output, unless a test listens */
export function withoutSecrets(env: Env, to: pino.DestinationStream = pino.destination(1)): pino.DestinationStream {
  const all = secretsIn(env).filter(({ length }) => length >= shortest);
  const longestFirst = [...new Set(all.flatMap(waysOf))].sort((one, other) => other.length - one.length);
  return {
    write(line) {
      to.write(longestFirst.reduce((text, secret) => text.replaceAll(secret, '***'), line));
    },
  };
}
