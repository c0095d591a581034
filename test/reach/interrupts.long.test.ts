import { everyInterrupt } from './everyInterrupt.ts';

everyInterrupt(1);
