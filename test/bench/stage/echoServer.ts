/** botbuilder's echo bot as its samples put it on the wire: restify, CloudAdapter, an ActivityHandler. An entry of its own. */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();
const server = createServer();
server.use(plugins.bodyParser());
server.get('/readyz', (_req, res, next) => {
  res.send(200);
  next();
});
server.post('/api/messages', async (req, res) => {
  // Restify's request and response are Node's; botbuilder only names their fields more strictly.
  await adapter.process(req as never, res as never, (context) => bot.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
