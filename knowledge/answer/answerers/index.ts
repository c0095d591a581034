/** Every way of answering. Their order decides only between drafts that fit equally well. */
import type { Answerer } from '../draft.ts';
import { conditions } from './conditions.ts';
import { directions } from './directions.ts';
import { guards } from './guards.ts';
import { lists } from './lists.ts';
import { units } from './units.ts';

export const answerers: readonly Answerer[] = [guards, conditions, lists, directions, units];
