import { expect, test } from 'vitest';
import { dataFolder } from '../../support/hallTalk.ts';
import { connect } from '../../support/publishedClient.ts';
import { realService } from '../../support/realService.ts';

test('the published client hears everything in its order, however soon a reply follows what it answers', async () => {
  const { url } = await realService(await dataFolder());
  for (let talk = 0; talk < 20; talk += 1) {
    const me = connect(url, { webSocket: true });
    await me.say('开始自查');
    await me.say('负责人本人');
    expect(me.heard.map(({ from }) => from)).toEqual(['bot', 'me', 'bot', 'me', 'bot']);
    me.leave();
  }
});
