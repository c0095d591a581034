/**
 * The message extension 问申报指南: on a message it drafts the answer, which is put into the box where one writes; by search it gives the
 * answer at once. The desk answers: no talk is begun, nothing of anybody is kept. The forms are those of
 * learn.microsoft.com/microsoftteams/platform/messaging-extensions (how-to/action-commands, how-to/search-commands).
 */
import { z } from 'zod';
import { say } from '../../../knowledge/language.ts';
import { mask } from '../../../state/mask.ts';
import { openDesk } from '../../ask/desk.ts';
import { language } from '../../turn.ts';
import type { Element } from '../cardParts.ts';
import { adaptive, answerCard, askingCard, draftCard } from './extensionCard.ts';
import { plainText } from './plainText.ts';
import type { Teams } from './surroundings.ts';
import { teamsWords } from './wording.ts';

/** As in the chat. */
const longestMessage = 4000;

const request = z
  .looseObject({
    messagePayload: z
      .looseObject({
        body: z.looseObject({ content: z.string().optional(), contentType: z.string().optional() }).optional(),
      })
      .optional()
      .catch(undefined),
    data: z.looseObject({ step: z.string().optional(), asked: z.string().optional() }).optional().catch(undefined),
    parameters: z
      .array(z.looseObject({ name: z.string(), value: z.unknown().optional() }))
      .optional()
      .catch(undefined),
  })
  .catch({});
type Request = z.output<typeof request>;

/** What Teams is answered: a dialog, something to insert, or a sentence. */
type Shown = Record<string, unknown>;
export type Extension = (name: string, value: unknown) => Shown;

export function extension({ guide, now, env }: Pick<Teams, 'guide' | 'now' | 'env'>): Extension {
  const own = teamsWords(language).extension;
  // Each question stands alone: what another person asked before is no context.
  const desk = openDesk({ guide, now, timeZone: env.TZ, most: 1 });
  const answered = (asked: string) => ({ asked, answer: desk({ question: asked }), guide: guide.title, words: own });
  const tooLong = say(own.tooLong, { n: longestMessage });

  const dialog = (content: Element): Shown => ({
    task: { type: 'continue', value: { title: own.title, height: 'medium', width: 'medium', card: attached(content) } },
  });
  const told = (text: string): Shown => ({ composeExtension: { type: 'message', text } });

  function draft(asked: string): Shown {
    if (asked.length > longestMessage) return { task: { type: 'message', value: tooLong } };
    return dialog(asked === '' ? askingCard(own, own.nothing) : draftCard(answered(asked)));
  }

  function result(asked: string): Shown {
    if (asked === '') return told(own.example);
    if (asked.length > longestMessage) return told(tooLong);
    const shown = answered(asked);
    const [first = ''] = shown.answer.answer.split('\n');
    const preview = {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: own.title, text: cut(first) },
    };
    const attachments = [{ ...attached(answerCard(shown)), preview }];
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
  }

  return (name, value) => {
    const asking = request.parse(value);
    switch (name) {
      case 'composeExtension/fetchTask':
        return asking.messagePayload ? draft(messageText(asking)) : dialog(askingCard(own));
      case 'composeExtension/submitAction':
        return asking.data?.step === 'insert' ? result(typed(asking.data.asked)) : draft(typed(asking.data?.asked));
      case 'composeExtension/query':
        return result(typed(asking.parameters?.find((each) => each.name !== 'initialRun')?.value));
      default:
        return {};
    }
  };
}

/** Numbers of persons are masked: the card is read by others. */
const typed = (text: unknown): string => (typeof text === 'string' ? mask(text.trim()) : '');

function messageText({ messagePayload }: Request): string {
  const { content = '', contentType } = messagePayload?.body ?? {};
  return typed(contentType === 'text' ? content : plainText(content));
}

const attached = (content: Element) => ({ contentType: adaptive, content });

/** A preview is a line or two, which Teams reads as HTML. */
const cut = (text: string): string => text.slice(0, 200).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
