/** What only Teams makes us say, by language. */
import { inLanguage, type Language, type Texts } from '../../../knowledge/language.ts';

const texts = {
  name: 'teams',
  zh: {
    edited: '改动已发出的消息，不会改变记下的答复。要改前面的答复，请直接发“改成……”；要再问，请重新发一条。',
    editedInGroup: '改动已发出的消息，我不会重新回答。要再问，请重新发一条。',
    notLookedAt: '图片和文件我看不了，只按您写的文字答。',
    extension: {
      title: '问申报指南',
      askHere: '想问申报指南的什么？',
      example: '例如：负责人年龄有什么要求？',
      ask: '查一下',
      insert: '放进回复框',
      tooLong: '文字太长，请控制在 {n} 个字以内。',
      nothing: '这条消息里没有文字。可以把问题写在下面。',
      asked: '问：{question}',
      basis: '依据《{guide}》，以科技厅审核为准。',
    },
    notOffered: '这里不支持这个操作，请在对话里用文字说。',
  },
};

export type TeamsWords = (typeof texts)['zh'];

export function teamsWords(language: Language): TeamsWords {
  return inLanguage(texts as Texts<TeamsWords>, language);
}
