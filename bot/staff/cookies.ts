/** The console's cookies: read with suspicion, written so that no script, no other site and no sub-domain can use them. */

/** The value of the cookie, when it is there exactly once. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

export interface CookieOptions {
  /** Whether people reach the service by https: only then may a cookie be Secure and have the strict name. */
  https: boolean;
  /**
   * The page stands in a frame of another site (a Teams tab): browsers give it a cookie only with SameSite=None, and keep it for that site
   * alone (Partitioned). Over http there is no such cookie.
   */
  framed: boolean;
  /** Seconds; absent: until the browser is closed. 0 takes the cookie away. */
  seconds?: number;
}

/** `__Host-` binds the cookie to this very host, to the whole of it, and to https; without https browsers refuse that name. */
export const cookieName = (name: string, https: boolean): string => (https ? `__Host-${name}` : name);

/** The header's value. */
export function setCookie(name: string, value: string, { https, framed, seconds }: CookieOptions): string {
  const site = https && framed ? 'SameSite=None; Partitioned' : 'SameSite=Lax';
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `${cookieName(name, https)}=${value}; Path=/; HttpOnly; ${site}${https ? '; Secure' : ''}${age}`;
}
