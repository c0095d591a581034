/** The words around answers, by language. */
import { inLanguage, type Language, type Texts } from '../language.ts';

const table: Texts<{ quote: string; person: string; suggest: string; left: string }> = {
  zh: {
    quote: '依据：指南{clause} “{quote}”',
    person: '这一点请以申报通知为准，或向省科技厅、推荐单位咨询；回复“人工”可以找人。',
    suggest: '您也可以问：',
    left: '一次先答{answered}问，后面还有{left}问没答，请接着发给我。',
  },
  en: {
    quote: 'Source: guide, {clause} “{quote}”',
    person:
      ' Please see the call’s notice, or contact the provincial science department or your recommending unit; reply “人工” for a person.',
    suggest: 'You can also ask:',
    left: 'I answered the first {answered} questions; please send me the other {left} again.',
  },
};

export const answerWords = (language: Language) => inLanguage(table, language);
