/** What only this channel says: around cards, whose words are few. */
export const wording = {
  card: { one: '请点选', several: '可以选几项', hint: '也可以直接回复文字或编号', submit: '提交' },
  /** On a card that was used. */
  chosen: (what: string): string => `已点选：${what}`,
  /** Beside a list of items that has the numbers for itself. */
  also: (choices: readonly string[]): string => `也可以回复：${choices.join('、')}`,
};
