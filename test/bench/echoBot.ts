/** The yardstick: botbuilder's smallest bot, one turn through its own adapter, answers handed back instead of posted. */
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';

class EchoAdapter extends CloudAdapter {
  turn(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<unknown> {
    return this.processActivity('', activity, logic);
  }
}

/** One turn of the bot; rejects when it did not echo. */
export function echoBot(): (text: string) => Promise<void> {
  const adapter = new EchoAdapter(new ConfigurationBotFrameworkAuthentication({}));
  let turns = 0;
  return async (text) => {
    turns += 1;
    const activity = {
      type: 'message',
      id: String(turns),
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:1',
      conversation: { id: 'bench' },
      from: { id: 'me' },
      recipient: { id: 'bot' },
      deliveryMode: 'expectReplies',
      text,
    } as Activity; // what a channel sends of it
    let echoed = '';
    await adapter.turn(activity, async (context) => {
      echoed = `Echo: ${context.activity.text}`;
      await context.sendActivity(echoed);
    });
    if (echoed !== `Echo: ${text}`) throw new Error('the echo bot did not echo');
  };
}
