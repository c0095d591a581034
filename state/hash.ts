/** The name under which a conversation is kept: ids hold slashes and personal data, hashes do not. */
import { hash } from 'node:crypto';

/** SHA-256, hexadecimal. */
export function hashOf(id: string): string {
  return hash('sha256', id);
}
