/** The words around answers, by language. */
import { inLanguage, type Language, type Texts } from '../language.ts';

interface AnswerWords {
  quote: string;
  /** Around an answer that nobody has translated. */
  onlyChinese: string;
  person: string;
  suggest: string;
  left: string;
  /** Before what one of several guides says. */
  by: string;
  /** Before an answer of a guide that has a newer one beside it. */
  older: string;
  /** Before what the guide of the open case says, where that is something else. */
  ofCase: string;
  /** The year's guide is there, and nothing is asked of it. */
  askingWhat: string;
  /** A year of which there is no guide; `years` are those that there are. */
  noSuchYear: string;
}

const table: Texts<AnswerWords> = {
  zh: {
    quote: '依据：指南{clause} “{quote}”',
    onlyChinese: '{text}',
    person: '这一点请以申报通知为准，或向省科技厅、推荐单位咨询；回复“人工”可以找人。',
    suggest: '您也可以问：',
    left: '一次先答{answered}问，后面还有{left}问没答，请接着发给我。',
    by: '按{guide}：',
    older: '按{guide}（已有更新的{newer}，现在申报以新的为准）：',
    ofCase: '以上是{newer}的规定；您这份自查按{guide}：',
    askingWhat: '这份指南在，请说要问哪一项，例如“{year}年的年龄要求”。',
    noSuchYear: '这里只有{years}年的指南，没有{year}年的，答不了那一年的规定，也不能拿别的年份来答。',
  },
  en: {
    quote: 'Source: guide, {clause} {quoted}',
    onlyChinese: 'The answer to this exists only in Chinese: {text} For help in English, reply “human”.',
    person:
      ' Please see the call’s notice, or contact the provincial science department or your recommending unit; reply “human” for a person.',
    suggest: 'You can also ask:',
    left: 'I answered the first {answered} questions; please send me the other {left} again.',
    by: 'By the {guide}:',
    older: 'By the {guide} (the {newer} is out, and holds for applications now):',
    ofCase: 'So much by the {newer}; your own check goes by the {guide}:',
    askingWhat: 'It is here: please say what you would like to know, for example “{year}年的年龄要求”.',
    noSuchYear: 'There is no guide of {year} here, only {years}; another year’s rules are no answer.',
  },
};

export const answerWords = (language: Language) => inLanguage(table, language);
