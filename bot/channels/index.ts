/** The channels of the service, one line each. */
import type { OpenChannel } from './channel.ts';
import { openDirectLine } from './directline/channel.ts';
import { openTeams } from './teams/index.ts';
import { openWecom } from './wecom/index.ts';
import { openWecomKf } from './wecomKf/index.ts';

export const channels: readonly OpenChannel[] = [openDirectLine, openTeams, openWecom, openWecomKf];
