/** The room of the figures: how many came, how far they got, what they were not told, how long they waited. */
import { questionsOf } from '../../../knowledge/questions/index.ts';
import type { Room, StaffSurroundings } from '../route.ts';
import { namesOf } from '../transcripts/names.ts';
import { figuresOf } from './figures.ts';
import { figuresPage } from './page.ts';
import { figureFilter, figuresPath } from './period.ts';

export function figuresRoom({ store, env, guide, now }: StaffSurroundings): Room {
  return {
    nav: { path: figuresPath, label: '统计', role: 'reader' },
    routes: [
      {
        method: 'GET',
        path: figuresPath,
        role: 'reader',
        async handle({ query }) {
          const time = { now: now(), timeZone: env.TZ };
          const filter = figureFilter(query, time);
          const found = await store.summaries.find(filter);
          const order = questionsOf(guide()).map(({ id }) => id);
          const figures = figuresOf(found, { filter, order, ...time });
          const body = figuresPage({ figures, filter, guide: guide(), names: namesOf(guide()), ...time });
          return { page: { title: '统计', at: figuresPath, wide: true, body } };
        },
      },
    ],
  };
}
