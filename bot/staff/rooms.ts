/** The rooms of the console, in the order of the navigation. */

import { accountsRoom } from './accounts/index.ts';
import { auditRoom } from './auditRoom.ts';
import { batchRoom } from './batch/index.ts';
import { figuresRoom } from './figures/index.ts';
import { knowledgeRoom } from './knowledge/index.ts';
import { meRoom } from './me.ts';
import { queueRoom } from './queue/index.ts';
import type { OpenRoom } from './route.ts';
import { transcriptsRoom } from './transcripts/index.ts';

export const rooms: readonly OpenRoom[] = [
  queueRoom,
  transcriptsRoom,
  batchRoom,
  knowledgeRoom,
  figuresRoom,
  accountsRoom,
  auditRoom,
  meRoom,
];
