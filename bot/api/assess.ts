/** Facts of a request → assessment or the paths that are wrong. */
import { assessInput, FactsError } from '../../knowledge/assessInput.ts';
import { type GuidesOnFile, guidesOnFile } from '../../knowledge/guidesOnFile.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Env } from '../env.ts';
import type { Assess } from './assessments.ts';

/**
 * By the newest guide on file, or by the one that the caller names.
 * @param overlay what staff have published on a guide, read at each assessment
 */
export function assessFacts(
  env: Pick<Env, 'GUIDE_ID' | 'TZ'>,
  now: () => Date,
  overlay: (guideId: string) => Overlay | null = () => null,
  { newest, all }: GuidesOnFile = guidesOnFile({ named: env.GUIDE_ID }),
): Assess {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: env.TZ });
  return (facts, guideId = newest.id, language = 'zh') => {
    const guide = all.find(({ id }) => id === guideId);
    if (!guide)
      return { problem: [{ path: 'guide', message: `没有这份指南，现有：${all.map(({ id }) => id).join('、')}` }] };
    try {
      return {
        assessment: assessInput(facts, { guide, overlay: overlay(guide.id), today: day.format(now()), language }),
      };
    } catch (error) {
      if (!(error instanceof FactsError)) throw error;
      return {
        problem: error.errors.map(({ path, message }) => ({ path: path ? `facts.${path}` : 'facts', message })),
      };
    }
  };
}
