/** What is said around handing a talk over to the help desk, by language. */
import { inLanguage, type Language, type Texts } from '../knowledge/language.ts';

const texts = {
  name: 'handover',
  zh: {
    offer: '要转给咨询台吗？',
    toDesk: '转给咨询台',
    handedOver: '已转给咨询台。{hours}等的时候可以接着问我，也可以接着自查；不等了请回复“不等了”。',
    stillWaiting: '您的问题在咨询台排队，到现在等了{time}。{hours}不等了请回复“不等了”。',
    hoursOpen: '现在是工作时间，工作人员看到后会在这里回复您。',
    hoursClosed: '现在不是上班时间（{hours}），工作人员上班后会看到，在这里回复您。',
    hoursTold: '工作时间：{hours}。工作人员看到后会在这里回复您。',
    hoursNone: '工作人员看到后会在这里回复您。',
    askWhat: '想问什么？请把问题写出来，我转给咨询台；不转了请回复“不转了”。',
    noQuestion: '想找人工（没有写问题）',
    notHandedOver: '好，不转给咨询台。',
    cancelled: '好，已取消，不再等咨询台。',
    ended: '好，人工对话到此结束，我接着来。',
    nobody: '现在没有转给咨询台。',
    goOn: '可以接着问我；要自查请回复“开始自查”。',
    unsure: '这句没有当作回答。要找工作人员，请回复“转给咨询台”；不找，请直接回答：',
    unsureGivenUp: '要取消转给咨询台，请回复“不等了”；是回答下面这题，请写完整一些。',
    also: '另外还问了：{question}',
    alsoHandedOver: '这个问题也一并转过去了。',
    notDeletedThen: '刚才没有删除，要删请再回复“删除我的数据”。',
    group: '群里不能转给咨询台。请在和我单独的对话里回复“人工”。',
    shortly: '不到 1 分钟',
    minutes: ' {n} 分钟',
    hours: ' {n} 小时',
    hoursAndMinutes: ' {n} 小时 {m} 分钟',
    days: ' {n} 天',
    taken: '咨询台已接手，接下来由工作人员回复您。想回到助手，请回复“结束人工”。',
    reply: '【咨询台】{text}',
    basis: '依据：{clause}',
    stays: '（现在由咨询台接待您；想回到助手，请回复“结束人工”。）',
    again: '【咨询台 {date}回复】{text}',
    closed: '咨询台的对话到此结束，我接着来。',
    released: '您的问题回到咨询台排队，有回复会发到这里。这期间由我接着来。',
    lateTaken:
      '咨询台接手后超过 24 小时没有回复，先由我接着来；您的问题重新排队，有回复会发到这里。您刚才这句请再发一次。',
    lateAnswered: '咨询台超过 24 小时没有新消息，这段人工对话先结束，由我接着来。您刚才这句请再发一次。',
  },
};

export type HandoverWords = (typeof texts)['zh'];

export function handoverWords(language: Language): HandoverWords {
  return inLanguage(texts as Texts<HandoverWords>, language);
}
