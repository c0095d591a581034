/** The bot: hands messages to the dialogs, whatever the channel. State is laid into the turn by the hall. */
import { ActivityHandlerBase, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { DialogSet } from '../dialogs/library.ts';
import { MainDialog } from '../dialogs/main.ts';
import { sessionOf } from '../dialogs/session.ts';

const dialogStateKey = 'dialogState';

/**
 * Where a turn keeps the scopes and paths of the dialogs' memory. They hold nothing of the turn, and making them (a graph
 * of services is built for it) costs more than a waterfall's step.
 */
const scopesKey = 'DialogStateManagerConfiguration';

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

export class Assistant extends ActivityHandlerBase {
  readonly #main = new MainDialog();
  // One set for all turns; `runDialog` would make one for each, and a trace and memory scopes that nobody looks at.
  readonly #dialogs = new DialogSet(dialogState).add(this.#main);
  #scopes: unknown;

  constructor() {
    super();
    // Told when the dialogs are of another version than those of a stored talk; without it the turn fails.
    this.#dialogs.telemetryClient = this.#main.telemetryClient;
  }

  protected override async onMessageActivity(context: TurnContext): Promise<void> {
    if (this.#scopes) context.turnState.set(scopesKey, this.#scopes);
    const turn = await this.#dialogs.createContext(context);
    this.#scopes ??= context.turnState.get(scopesKey);
    // The only dialog that is ever on the outer stack; it looks by itself at what is on the inner one.
    if (turn.activeDialog?.id === this.#main.id) await this.#main.continueDialog(turn);
    else await turn.beginDialog(this.#main.id);
  }
}
