/** What only this channel says, by language: around cards, whose words are few. */
import { inLanguage, type Language, type Texts } from '../../../knowledge/language.ts';

const texts = {
  name: 'wecom',
  zh: {
    card: { one: '请点选', several: '可以选几项', hint: '也可以直接回复文字或编号', submit: '提交' },
    /** On a card that was used. */
    chosen: '已点选：{what}',
    /** Beside a list of items that has the numbers for itself. */
    also: '也可以回复：{choices}',
    and: '、',
  },
};

export type WecomWords = (typeof texts)['zh'];

export function wecomWords(language: Language): WecomWords {
  return inLanguage(texts as Texts<WecomWords>, language);
}
