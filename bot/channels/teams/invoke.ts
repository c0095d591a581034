/**
 * What a client asks and waits for: each is answered with 200, since a client takes 5xx (the SDK's 501 among them) for a bot that is
 * down. What we do not offer is said in the form that its kind has, or left empty where it has none.
 */
import { language } from '../../turn.ts';
import type { TeamsActivity } from './activity.ts';
import type { Extension } from './extension.ts';
import type { Answered } from './surroundings.ts';
import { teamsWords } from './wording.ts';

const { notOffered } = teamsWords(language);

/** By the name's beginning. */
const refusals: readonly [string, unknown][] = [
  // learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, “Error response”
  [
    'adaptiveCard/action',
    {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: notOffered },
    },
  ],
  // learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots, “Responding to task/fetch”
  ['task/', { task: { type: 'message', value: notOffered } }],
];

export function invoked({ name = '', value }: TeamsActivity, extension: Extension): Answered {
  if (name.startsWith('composeExtension/')) return { status: 200, body: extension(name, value) };
  return { status: 200, body: refusals.find(([beginning]) => name.startsWith(beginning))?.[1] ?? {} };
}
