import { everyInterrupt } from './everyInterrupt.ts';

// `npm run test:long` goes through all of them.
everyInterrupt(6);
