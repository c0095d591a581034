/** Direct Line as a channel of the service: clients fetch the replies. */
import type { OpenChannel } from '../channel.ts';
import { presentActivity } from '../present.ts';
import { directLine } from './index.ts';

export const openDirectLine: OpenChannel = async (surroundings) => {
  const { server, env, conversations, store, loopbackOpen, mayConnect, now, log } = surroundings;
  const { close } = directLine(server, {
    conversations,
    secret: env.DIRECTLINE_SECRET,
    signingKey: await store.signingKey(),
    loopbackOpen,
    publicUrl: env.PUBLIC_URL,
    ...(mayConnect && { mayConnect }),
    now: () => now().getTime(),
    onError: (error) => log.error({ err: error }, 'direct line'),
  });
  return { name: 'directline', present: presentActivity, stop: close };
};
