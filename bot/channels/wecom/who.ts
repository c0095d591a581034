/**
 * Members under other names. A userid is mostly somebody's name in Latin letters: what is kept of a talk names it by a keyed hash, and
 * only the address, which replies need, holds it.
 */
import { createHmac } from 'node:crypto';

export interface Member {
  /** The talk's id. */
  conversation: string;
  /** `from.id` in transcripts. */
  id: string;
}

export interface Names {
  /** WeCom gives a userid back in lower case or as it was made: both are the same member (document/path/90236). */
  member(userid: string): Member;
  /** An id of something that a member did, of parts that may name the member. */
  of(parts: string): string;
}

/** @param key must outlive a restart */
export function names(key: string, agentId: number): Names {
  const of = (parts: string): string => createHmac('sha256', key).update(`wecom\n${parts}`).digest('hex').slice(0, 40);
  return {
    of,
    member(userid) {
      const hash = of(`${agentId}:${userid.toLowerCase()}`);
      return { conversation: `wecom:${hash}`, id: `wecom-${hash.slice(0, 16)}` };
    },
  };
}
