/** Facts of a request → assessment or the paths that are wrong. */
import { assessInput, FactsError } from '../../knowledge/assessInput.ts';
import { guideIds } from '../../knowledge/guideFolder.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Env } from '../env.ts';
import type { Assess } from './assessments.ts';

/** @param overlay what staff have published, read at each assessment */
export function assessFacts(
  env: Pick<Env, 'GUIDE_ID' | 'TZ'>,
  now: () => Date,
  overlay: () => Overlay | null = () => null,
): Assess {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: env.TZ });
  return (facts, guideId = env.GUIDE_ID) => {
    if (!guideIds().includes(guideId))
      return { problem: [{ path: 'guide', message: `没有这份指南，现有：${guideIds().join('、')}` }] };
    try {
      return {
        assessment: assessInput(facts, { guide: loadGuide(guideId), overlay: overlay(), today: day.format(now()) }),
      };
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      return {
        problem: error.errors.map(({ path, message }) => ({ path: path ? `facts.${path}` : 'facts', message })),
      };
    }
  };
}
