import { join } from 'node:path';

/** Talks of the terminal have a folder of their own: a running service is the only owner of its folder. */
export const terminalFolder = (dataFolder: string): string => join(dataFolder, 'terminal');
