/**
 * Signed tokens and conversation ids. Nothing is stored: whoever has the key can check them, so they outlive a restart.
 * A token opens one conversation for half an hour; a resume key only buys a new token for the same conversation.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const tokenSeconds = 30 * 60;
const resumeSeconds = 180 * 24 * 60 * 60;

export type Purpose = 'token' | 'resume';
export type TokenCheck = { is: 'valid'; conversation: string } | { is: 'expired' } | { is: 'forged' };

export interface Tokens {
  issue(purpose: Purpose, conversation: string): string;
  check(purpose: Purpose, token: string): TokenCheck;
  newConversation(): string;
  /** Whether this id was given out by a holder of the key. */
  issuedConversation(id: string): boolean;
}

const payload = z.tuple([z.enum(['token', 'resume']), z.string(), z.number()]);
const conversationForm = /^dl-([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{11})$/;

/** What a Direct Line conversation id looks like; ids of other channels never do. */
export const looksLikeConversation = (id: string): boolean => conversationForm.test(id);

/** Whether a bearer claims to be one of our tokens, right or wrong. */
export const looksLikeToken = (bearer: string): boolean => bearer.startsWith('dl1.');

/** Compares two secrets in time that does not tell how much of them agrees. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The same for two that are equally long unless one is forged. */
function sameSignature(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export function makeTokens(key: string | Buffer, now: () => number): Tokens {
  const mac = (kind: string, text: string) => createHmac('sha256', key).update(`${kind}\n${text}`).digest('base64url');
  const idTag = (random: string) => mac('conversation', random).slice(0, 11);
  const lifetime = { token: tokenSeconds, resume: resumeSeconds };

  return {
    issue(purpose, conversation) {
      const expires = Math.floor(now() / 1000) + lifetime[purpose];
      const body = Buffer.from(JSON.stringify([purpose, conversation, expires])).toString('base64url');
      return `dl1.${body}.${mac('token', body)}`;
    },
    check(purpose, token) {
      const [prefix, body, signature, rest] = token.split('.');
      if (prefix !== 'dl1' || !body || !signature || rest !== undefined) return { is: 'forged' };
      if (!sameSignature(signature, mac('token', body))) return { is: 'forged' };
      const [kind, conversation, expires] = payload.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      if (kind !== purpose) return { is: 'forged' };
      return expires * 1000 <= now() ? { is: 'expired' } : { is: 'valid', conversation };
    },
    newConversation() {
      const random = randomBytes(16).toString('base64url');
      return `dl-${random}${idTag(random)}`;
    },
    issuedConversation(id) {
      const [, random, tag] = conversationForm.exec(id) ?? [];
      return random !== undefined && tag !== undefined && sameSignature(tag, idTag(random));
    },
  };
}
