/** What waits for the help desk now, over all conversations. */
import type { Summaries } from '../../state/summary.ts';
import type { Waiting } from './index.ts';

export async function pendingIn(summaries: Summaries): Promise<Waiting[]> {
  const found = await summaries.find({ desk: 'pending' });
  return found.flatMap(({ channel, desk }) =>
    desk
      .filter(({ state }) => state === 'pending')
      .map(({ item, why, askedAt }) => ({ channel, item: { id: item, why, askedAt } })),
  );
}
