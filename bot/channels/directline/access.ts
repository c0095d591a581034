/** Who may do what: the secret opens everything, a token its own conversation, an open loopback needs neither. */
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../loopback.ts';
import { refuse } from './refuse.ts';
import { looksLikeToken, sameSecret, type Tokens } from './tokens.ts';

export interface AccessOptions {
  tokens: Tokens;
  secret: string | undefined;
  loopbackOpen: boolean;
}

export interface Access {
  /** May begin conversations; returns the conversation when a token names one. Throws a `Problem`. */
  toBegin(req: IncomingMessage): string | undefined;
  /** May read and write this conversation. `token` is a token that came otherwise than in a header. Throws a `Problem`. */
  toConversation(req: IncomingMessage, conversation: string, token?: string): void;
  /** The conversation of the token in the header, for a refresh. Throws a `Problem`. */
  ofToken(req: IncomingMessage): string;
  /** May use the chat page: everybody once there is a secret, otherwise this machine only. Throws a `Problem`. */
  toPage(req: IncomingMessage): void;
}

function bearer(req: IncomingMessage): string | undefined {
  const header = req.headers.authorization;
  return header === undefined ? undefined : header.replace(/^(Bearer|BotConnector) +/i, '').trim();
}

export function makeAccess({ tokens, secret, loopbackOpen }: AccessOptions): Access {
  // On this machine, forwarded by nobody, and no secret is configured.
  const free = (req: IncomingMessage) => secret === undefined && loopbackOpen && isLoopback(req);
  const isSecret = (credential: string) => secret !== undefined && sameSecret(credential, secret);

  function conversationOf(token: string): string {
    const checked = tokens.check('token', token);
    if (checked.is === 'expired') throw refuse.expiredToken();
    if (checked.is === 'forged') throw refuse.wrongCredential();
    return checked.conversation;
  }

  return {
    toBegin(req) {
      const credential = bearer(req);
      if (credential !== undefined && looksLikeToken(credential)) return conversationOf(credential);
      if (free(req)) return undefined;
      if (credential === undefined) throw refuse.noCredential();
      if (!isSecret(credential)) throw refuse.wrongCredential();
      return undefined;
    },
    toConversation(req, conversation, token) {
      const credential = token ?? bearer(req);
      if (credential === undefined) {
        if (free(req)) return;
        throw refuse.noCredential();
      }
      if (isSecret(credential)) return;
      if (conversationOf(credential) !== conversation) throw refuse.wrongCredential();
    },
    ofToken(req) {
      const credential = bearer(req);
      if (credential === undefined) throw refuse.noCredential();
      return conversationOf(credential);
    },
    toPage(req) {
      if (secret === undefined && !free(req)) throw refuse.noCredential();
    },
  };
}
