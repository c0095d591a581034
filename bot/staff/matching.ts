/** Which route an address means. Own, and not restify's: the answer to every address under `/staff` depends on who asks, also where there is no route. */
import type { StaffRoute } from './route.ts';

export type Match = { route: StaffRoute; params: Record<string, string> } | 'no-route' | 'other-method';

const segments = (path: string): string[] =>
  path
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .slice(1);

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

/** Ways to find a route by path; a word in a path goes before a parameter. Throws when two routes are the same. */
export function matcher(routes: readonly StaffRoute[]): (method: 'GET' | 'POST', path: string) => Match {
  const known = routes.map((route) => ({ route, parts: segments(route.path) }));
  // `:name` sorts before letters by code, so words are put first expressly.
  const key = (parts: readonly string[]): string =>
    parts.map((part) => (part.startsWith(':') ? '1' : `0${part}`)).join('/');
  known.sort((a, b) => (key(a.parts) < key(b.parts) ? -1 : 1));
  const seen = new Set<string>();
  for (const { route, parts } of known) {
    const name = `${route.method} ${key(parts)}`;
    if (seen.has(name)) throw new Error(`two routes for ${route.method} ${route.path}`);
    if (!/^\/staff(\/|$)/.test(route.path)) throw new Error(`${route.path} is not under /staff`);
    seen.add(name);
  }

  return (method, path) => {
    const asked = segments(path);
    let otherMethod = false;
    for (const { route, parts } of known) {
      const params = paramsOf(parts, asked);
      if (!params) continue;
      if (route.method === method) return { route, params };
      otherMethod = true;
    }
    return otherMethod ? 'other-method' : 'no-route';
  };
}

function paramsOf(parts: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const value = decoded(asked[at] ?? '');
    if (part.startsWith(':')) {
      if (value === undefined || value === '') return undefined;
      params[part.slice(1)] = value;
    } else if (part !== value) return undefined;
  }
  return params;
}
