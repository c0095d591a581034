/** A botbuilder adapter without a wire: what the bot sends in a turn is collected, to be committed with the turn. */
import { type Activity, BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder';

export class InProcessAdapter extends BotAdapter {
  /** Runs one turn and returns everything that the bot sent in it. */
  async turn(
    activity: Partial<Activity>,
    prepare: (context: TurnContext) => void,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Partial<Activity>[]> {
    const sent: Partial<Activity>[] = [];
    const context = new TurnContext(this, activity);
    context.turnState.set(collected, sent);
    prepare(context);
    await this.runMiddleware(context, logic);
    return sent;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: Partial<Activity>[] = context.turnState.get(collected);
    // Dialogs also send traces, which are for debuggers.
    sent.push(...activities.filter(({ type }) => type === 'message'));
    return activities.map(({ id }) => ({ id: id ?? '' }));
  }

  override async updateActivity(): Promise<undefined> {
    return undefined;
  }

  override async deleteActivity(): Promise<void> {}

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference(
      { type: 'event', name: 'continueConversation' },
      reference,
      true,
    );
    await this.turn(activity, () => {}, logic);
  }

  override async continueConversationAsync(
    _appId: unknown,
    reference: Partial<ConversationReference>,
    logicOrAudience: unknown,
    maybeLogic?: unknown,
  ): Promise<void> {
    const logic = typeof maybeLogic === 'function' ? maybeLogic : logicOrAudience;
    if (typeof logic !== 'function') throw new Error('continueConversationAsync without logic');
    await this.continueConversation(reference, async (context) => logic(context));
  }
}

const collected = Symbol('collected');
