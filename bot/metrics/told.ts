/** What people were told, as it is counted: verdicts by kind and answers by status, in the chat and over the API. */
import type { Assess } from '../api/assessments.ts';
import type { Desk } from '../ask/desk.ts';
import type { Metrics } from './metrics.ts';

const kinds = ['ready', 'fixable', 'needs-confirmation', 'not-eligible'];
/** `person`: somebody asked for a person instead of an answer. */
const statuses = ['answered', 'clarify', 'not-in-guide', 'declined', 'person'];

type By = 'chat' | 'api';

const among = (list: readonly string[], word: string): string => (list.includes(word) ? word : 'other');

export const countVerdict = (metrics: Metrics, verdict: string, by: By): void =>
  metrics.verdicts.inc({ verdict: among(kinds, verdict), by });

export const countAnswer = (metrics: Metrics, status: string, by: By): void =>
  metrics.answers.inc({ status: among(statuses, status), by });

/** The same assessor; its verdicts count. */
export const countedAssess =
  (assess: Assess, metrics: Metrics): Assess =>
  (...given) => {
    const outcome = assess(...given);
    if ('assessment' in outcome && 'verdict' in outcome.assessment)
      countVerdict(metrics, String(outcome.assessment.verdict), 'api');
    return outcome;
  };

/** The same desk; its answers count. */
export const countedDesk =
  (desk: Desk, metrics: Metrics): Desk =>
  (...given) => {
    const answered = desk(...given);
    countAnswer(metrics, answered.status, 'api');
    return answered;
  };
