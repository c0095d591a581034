/** How many years of registration the guide asks for, on both sides, and to what such a verdict answers. */
import type { Guide } from '../../../guide.ts';
import { figureIn } from './verdict.ts';

/** What every verdict on a registration answers to. */
export const registrationUses = [
  '@date',
  '@duration',
  'registration',
  'registration-age',
  'dir-m-registration',
  'enterprise',
  'academic-unit',
  'hospital',
  'business-licence',
  '@side',
  '@country',
  '@party',
  'local-rule',
  'private-equal',
  'company-size',
  'list-expired',
  '@place',
  'us-partner',
  'local-unit',
  'legal-person',
  'past-call',
];

/** The years that the applying unit must have been registered in Jiangxi. */
export const leastInJiangxi = (guide: Guide): number => figureIn(guide, /在江西省注册(\d+)年以上/);
/** The years that the overseas partner must have been registered abroad. */
export const leastAbroad = (guide: Guide): number => figureIn(guide, /境外注册(\d+)年以上/);
