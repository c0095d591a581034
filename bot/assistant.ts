/** The bot: hands messages to the dialogs, whatever the channel. State is laid into the turn by the hall. */
import { ActivityHandler, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { DialogSet, type DialogState, DialogTurnStatus } from 'botbuilder-dialogs';
import { MainDialog } from '../dialogs/main.ts';
import { sessionOf } from '../dialogs/session.ts';

const dialogStateKey = 'dialogState';

/** The dialogs' own state, kept inside the conversation's document so that one commit holds both. */
const dialogState: StatePropertyAccessor<DialogState> = {
  async get(context: TurnContext, initial?: DialogState): Promise<DialogState> {
    const { dialog } = sessionOf(context).record;
    dialog[dialogStateKey] ??= initial ?? { dialogStack: [] };
    return dialog[dialogStateKey] as DialogState; // written only here and by the dialogs
  },
  async set(context: TurnContext, value: DialogState): Promise<void> {
    sessionOf(context).record.dialog[dialogStateKey] = value;
  },
  async delete(context: TurnContext): Promise<void> {
    delete sessionOf(context).record.dialog[dialogStateKey];
  },
};

export class Assistant extends ActivityHandler {
  constructor() {
    super();
    const main = new MainDialog();
    // One set for all turns; `runDialog` would make one for each, and a trace and memory scopes that nobody looks at.
    const dialogs = new DialogSet(dialogState).add(main);
    this.onMessage(async (context, next) => {
      const turn = await dialogs.createContext(context);
      const { status } = await turn.continueDialog();
      if (status === DialogTurnStatus.empty) await turn.beginDialog(main.id);
      await next();
    });
  }
}
