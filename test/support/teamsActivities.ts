/** Activities in the forms in which Teams posts them (learn.microsoft.com/microsoftteams/platform/bots, payload examples). */

const bot = { id: '28:11111111-2222-3333-4444-555555555555', name: '国合申报助手' };
const person = { id: '29:1person', name: '张三', aadObjectId: '99999999-0000-0000-0000-000000000000' };
const tenant = { id: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' };

type Fields = Record<string, unknown>;

const common = (serviceUrl: string, id: string) => ({
  id,
  timestamp: '2023-05-08T02:00:00.000Z',
  localTimestamp: '2023-05-08T10:00:00.000+08:00',
  channelId: 'msteams',
  serviceUrl,
  from: person,
  recipient: bot,
  channelData: { tenant },
  locale: 'zh-CN',
});

export const personal = { conversationType: 'personal', tenantId: tenant.id, id: 'a:1personal' };
export const groupChat = {
  conversationType: 'groupChat',
  tenantId: tenant.id,
  id: '19:group@thread.v2',
  isGroup: true,
};
export const channelId = '19:channel@thread.tacv2';
export const thread = (message: string) => ({
  conversationType: 'channel',
  tenantId: tenant.id,
  isGroup: true,
  id: `${channelId};messageid=${message}`,
});

export function teamsActivities(serviceUrl: string) {
  let last = 1_683_511_200_000;
  const next = (): string => String(++last);
  const of = (type: string, fields: Fields = {}, id = next()): Fields => ({
    type,
    ...common(serviceUrl, id),
    conversation: personal,
    ...fields,
  });
  return {
    of,
    message: (text: string, fields: Fields = {}, id = next()) =>
      of(
        'message',
        {
          textFormat: 'plain',
          text,
          attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
          ...fields,
        },
        id,
      ),
    /** In a group: called by name. */
    called: (text: string, conversation: Fields, fields: Fields = {}, id = next()) =>
      of(
        'message',
        {
          textFormat: 'plain',
          text: `<at>${bot.name}</at>\u00a0${text}`,
          conversation,
          entities: [
            { type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` },
            { type: 'clientInfo', locale: 'zh-CN', country: 'CN', platform: 'Web' },
          ],
          ...fields,
        },
        id,
      ),
    /** A button of a card; `card` as Teams knows its message. */
    pressed: (value: Fields, card: string, fields: Fields = {}) => of('message', { value, replyToId: card, ...fields }),
    invoke: (name: string, value: unknown, fields: Fields = {}) => of('invoke', { name, value, ...fields }),
    bot,
    person,
  };
}
