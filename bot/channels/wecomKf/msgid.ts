/**
 * Our own ids of messages (document/path/94677: at most 32 of 0-9 a-z A-Z _ -): the same for each try of one line, so that a repeat
 * does not arrive twice.
 */
import { hashOf } from '../../../state/hash.ts';

/** @param line the id of the line's activity, made once for it */
export const msgidOf = (line: string): string => hashOf(line).slice(0, 32);
