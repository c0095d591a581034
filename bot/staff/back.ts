/** Where somebody goes after signing in: only pages of the console, whatever the address says. */

const home = '/staff';

/** The path and query, if it is a page of the console; otherwise the console's first page. */
export function backTo(asked: string | null | undefined): string {
  // Browsers take a backslash for a slash, and drop tabs and line ends: such an address means something else to them than to us.
  if (!asked || asked.length > 2000 || /[^\x21-\x7e]|\\/.test(asked) || !asked.startsWith('/')) return home;
  let url: URL;
  try {
    url = new URL(asked, 'http://console.invalid');
  } catch {
    return home;
  }
  const { origin, pathname, search } = url;
  if (origin !== 'http://console.invalid' || !/^\/staff(\/|$)/.test(pathname)) return home;
  if (/^\/staff\/(sign-in|sign-out|invite|files)(\/|$)/.test(pathname)) return home;
  return pathname + search;
}
