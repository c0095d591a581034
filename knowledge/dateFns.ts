/**
 * The one door to date-fns: its ES modules cost more than a second and 300 MB to load, its CommonJS build a tenth.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const { isValid, parseISO } = load('date-fns') as typeof import('date-fns');
