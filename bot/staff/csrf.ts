/** That a form was sent from a page of ours: a token bound to the session in every form, and what the browser says of the sender. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Html, html } from '../html.ts';
import type { Member, StaffRequest } from './route.ts';

/** The field's name in every POST form. */
export const csrfName = 'csrf';

/** By the member of the request, which lives as long as it does: pages need no further argument. */
const tokens = new WeakMap<Member, string>();

/** The token of a session: nothing is stored, and whoever knows it does not know the session. */
export const csrfToken = (session: string): string =>
  createHmac('sha256', session).update('staff-csrf').digest('base64url');

/** From now on `csrfField` knows the token of this request. */
export function keepToken(member: Member, token: string): void {
  tokens.set(member, token);
}

/** Stands in every POST form. */
export const csrfField = ({ member }: Pick<StaffRequest, 'member'>): Html =>
  html`<input type="hidden" name="${csrfName}" value="${tokens.get(member) ?? ''}">`;

/** Takes the same time whatever is presented. */
export function sameToken(presented: string | null, token: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(presented ?? ''), digest(token));
}

/**
 * Whether the browser says that a page of another site sends this. Tools that are no browsers say nothing, and hold no cookie of anybody's.
 *
 * @param own the origin under which people reach the service, when that is known
 */
export function fromElsewhere(headers: IncomingHttpHeaders, own: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (own !== undefined && origin === own) return false;
  return !(host !== undefined && (origin === `http://${host}` || origin === `https://${host}`));
}
