/** Passwords of local accounts: scrypt with 128 MB each, a few at a time, so that guessing is dear and many guesses cannot exhaust the machine. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for scrypt (Password Storage Cheat Sheet): N = 2^17, r = 8, p = 1. */
const cost = { N: 2 ** 17, r: 8, p: 1 };
const keyLength = 32;
/** Each holds 128 MB while it runs. */
const atOnce = 2;
const mostWaiting = 30;

/** Too many sign-ins at the same time. */
export class BusyError extends Error {
  constructor() {
    super('登录的人太多');
    this.name = 'BusyError';
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new BusyError();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await job();
  } finally {
    // The place goes over to the next one, or is free.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const done = (error: Error | null, key: Buffer): void => (error ? reject(error) : resolve(key));
        // The same characters, however the keyboard makes them.
        scrypt(password.normalize('NFKC'), salt, keyLength, { ...cost, maxmem: 256 * 1024 * 1024 }, done);
      }),
  );

/** What is stored: `scrypt-17-8-1$salt$key`. Throws `BusyError`. */
export async function passwordHash(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return ['scrypt-17-8-1', salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Nobody's: whoever types a name that does not exist waits as long as everybody else. */
const nobody = `scrypt-17-8-1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether it is the password; takes the same time without an account. Throws `BusyError`. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, salt = '', key = ''] = (stored ?? nobody).split('$');
  if (kind !== 'scrypt-17-8-1') throw new Error('a password is stored in a way that is not known here');
  const same = timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url')), Buffer.from(key, 'base64url'));
  return same && stored !== undefined;
}

export const passwordLength = { least: 10, most: 200 };

/** The beginnings and the habits of the passwords that are tried first everywhere (lists of leaked passwords, and those of Chinese users). */
const habits = [
  /^(.)\1+$/u,
  /^(.{1,4})\1+$/u,
  /^\d+$/,
  /password|passw0rd|p@ssw0rd|qwerty|asdfgh|zxcvbn|1qaz|iloveyou|letmein|welcome|admin|administrator/i,
  /woaini|5201314|1314520|147258|123456|987654|abcdef|aa1234|a12345|q1w2e3|111111|000000|888888|666666/i,
];

/** Why this may be no password of this person, in one sentence; nothing when it may. */
export function refusedPassword(password: string, name: string): string | undefined {
  const length = Array.from(password).length;
  if (length < passwordLength.least) return `密码至少要 ${passwordLength.least} 个字符`;
  if (length > passwordLength.most) return `密码最多 ${passwordLength.most} 个字符`;
  const plain = password.normalize('NFKC').toLowerCase();
  if (habits.some((habit) => habit.test(plain)))
    return '这个密码太常见，容易被猜到；可以用几个不相干的词连起来，例如一句只有自己知道的话';
  const own = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
  if (own.length > 1 && plain.includes(own) && length - own.length < 8) return '密码里不要用自己的名字';
  return undefined;
}
