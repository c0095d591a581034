/** What only cards say in Teams, by language. */
import { inLanguage, type Language, type Texts } from '../../../knowledge/language.ts';

const texts = {
  name: 'cards',
  zh: {
    /** Behind a number or a label, for who reads no cards. */
    typed: '可以回复：{choices}',
    tick: '写了的请勾上，可以多选',
    tickOne: '请至少勾一项，或者点别的按钮',
    ticked: '选好了',
    directions: '也可以直接点一个方向',
    chosen: '已选：{choice}',
    old: '这一题已经过去了，按钮不再有效',
    personal: '去个人聊天',
    also: '您也可以问',
    moreQuotes: '其余 {n} 条依据',
    fullList: '这里从简，完整清单见“打印或保存清单”。',
    inShort: '这里从简，只列要点；想知道某一项怎么办，可以直接问。',
  },
};

export type CardWords = (typeof texts)['zh'];

export function cardWords(language: Language): CardWords {
  return inLanguage(texts as Texts<CardWords>, language);
}
