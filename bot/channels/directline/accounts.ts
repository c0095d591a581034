/** Who speaks in Direct Line activities beside the client: the assistant and the help desk, under whose ids and names no client may write. */

export const botAccount = { id: 'guohe-shenbao-zhushou', name: '国合申报助手', role: 'bot' };
/** Whoever it was of the help desk. */
export const deskAccount = { id: 'guohe-zixuntai', name: '咨询台', role: 'bot' };

/** However it is typed: with spaces, wide letters, signs that are not seen. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();

const reserved = new Set([botAccount, deskAccount].flatMap(({ id, name }) => [id, name]).concat('assistant', '咨询员'));

/** Whether a client would pass for the assistant or the help desk by this id or name. */
const isReserved = (text: unknown): boolean => typeof text === 'string' && reserved.has(plain(text));

/** Whom a client says it is, as the person that it is. */
export function personAccount(from: unknown): Record<string, unknown> {
  const given: { id?: unknown; name?: unknown } = typeof from === 'object' && from !== null ? from : { id: 'user' };
  return {
    ...given,
    ...(isReserved(given.id) && { id: 'user' }),
    ...(isReserved(given.name) && { name: '' }),
    role: 'user',
  };
}
