/** The guide as its folder gives it: what is made of its lists alone is made once for it and all that is laid on it. */
import type { Guide } from './guide.ts';

export const bareOf = (guide: Guide): Guide => guide.laid?.bare ?? guide;
