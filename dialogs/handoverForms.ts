/** What people say around the help desk: that they want somebody, agree to be handed over, ask how long, or have waited enough. */

/** One spelling, without signs at the ends and what is only polite. */
const bare = (text: string): string =>
  text.length > 30
    ? ''
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s。.!?~,“”"「」'、…！？～，]+/g, '')
        .replace(/(?:谢谢|多谢|麻烦了|拜托)(?:你|您|了|啦)?$/, '')
        .replace(/(?:吧|啊|呀|哈|嘛|呗|了|一下|好了|哦)+$/, '');

/** 好的, 请, 我想, 能不能帮我 … before what is wanted. */
const plea =
  '(?:好的?|那么?|请问?|麻烦|劳驾|算了|还是|直接|快点?|赶紧|可以|能不能|可不可以|能否|能|帮|给|让|替|你们?|您|我们?|咱们?|想要?|需要|希望|要求|要|得|再|先|还|就)*';
const people =
  '(?:人工(?:客服|服务|坐席|座席|台)?|真人(?:客服)?|活人|客服(?:人员|老师)?|工作人员|办事人员|咨询台|服务台|值班(?:人员|老师)|科技厅的?(?:人|老师|工作人员))';
const verb = '(?:转接?|接通?|转到|接到|转给|找|联系|叫|换|请|问|见|呼叫|连接?|派|跟|和|与|同)';
const measure = '(?:一?[个位名])?(?:你们|你们那|您那|那边|厅里)?的?';

const wants = new RegExp(
  `^${plea}(?:${verb}(?:我|一下|到|给|个)*${measure}${people}(?:来|接听?|回答|回复|解答|处理|说话?|聊聊?|谈谈?|沟通)?(?:吗|么|不)?|(?:一个?)?${people}(?:呢|在吗|在不在|在么|可以吗)?)$`,
);
/** 有没有真人, 有人工吗, 有人在吗. */
const isThere = new RegExp(
  `^${plea}(?:有没有|有|是不是有)${measure}(?:${people}|(?:活|真)?人)(?:在线?|可以问|能问|管|接待|值班|回答)?(?:没有|没|吗|么|呢)*$`,
);
/** 找你们老师, 我要投诉, 我不想跟机器人说话. */
const also = [
  new RegExp(`^${plea}(?:找|联系|问问?|见)(?:一?[个位])?你们(?:的)?(?:老师|领导|主任|科长|处长|负责人|主管|人)$`),
  new RegExp(`^${plea}(?:找|联系)(?:一?[个位])?(?:老师|真正的人|个?能管事的人?|管事的人?|懂的人)$`),
  /^(?:我|我们)?(?:要|想|要求)?(?:投诉|举报你们|反映问题)(?:你们?|您)?$/,
  /^(?:我|我们)?(?:不想|不要|别|不跟|不和)(?:再)?(?:跟|和|同)?(?:机器人|机器|程序|ai)(?:说|说话|聊|聊天|讲|谈)?$/,
  /^有(?:没有)?人(?:在)?(?:吗|么|没有?|能帮(?:帮?我)?吗?)$/,
];

/** Whether the message is nothing but the wish to speak to a person. */
export function wantsDesk(text: string): boolean {
  const said = bare(text);
  if (said === '') return false;
  return said === '转给咨询台' || wants.test(said) || isThere.test(said) || also.some((form) => form.test(said));
}

/** 转, 转吧, 要转: means the desk whatever question is open, when it was offered just before. */
export const meansDesk = (text: string): boolean =>
  /^(?:好的?|嗯|是的?|对|行|可以|那就?)?(?:请|麻烦|帮我|给我|我?要|需要|想)?(?:转|转接|转过去|转一?转|帮我转|转给他们|转到咨询台|问一?问?他们|问咨询台)$/.test(
    bare(text),
  );

/** A yes: counts only where no question is open that it would answer. */
export const agrees = (text: string): boolean =>
  /^(?:1|是的?|好的?|好呀|要的?|要转|需要的?|可以的?|行|嗯+|恩+|对的?|同意|ok|okay|yes|当然|那?转|那?好|麻烦|请)$/.test(
    bare(text),
  );

/** A no to being handed over. */
export const declines = (text: string): boolean =>
  /^(?:先|暂时|现在)?(?:不|不用|不要|不必|不需要|不了|别|否|算|没事|没有|取消|不转|别转|不用转|不问|不找|跳过|no)(?:转|了|找|问)*$/.test(
    bare(text),
  );

/** How long it will take, whether it is one's turn. */
export const asksHowLong = (text: string): boolean =>
  /^(?:请问|那|我)?(?:还要|要|还得|得|还需要|大概|大约)*(?:等|排)(?:了)?(?:多久|多长时间|几分钟|到什么时候|到几点|队多久)(?:呢|吗)?$|^(?:排|等)到(?:我|哪)(?:了|没有?|吗)*$|^到我(?:了|没有?|吗)+$|^(?:前面|我前面)?(?:还)?有几个人(?:在)?(?:排队|等)?$|^(?:怎么)?(?:还|人工|咨询台|工作人员)*(?:没有?人?|不)(?:回复?|理|回答|接|来)(?:我|呢|吗)*$|^咨询台(?:回复?|看到?|接)(?:了)?(?:没有?|吗)$/.test(
    bare(text),
  );

/** Ends what was handed over, and can mean nothing else. */
export const endsDesk = (text: string): boolean =>
  /^(?:我|我要|我想|请|那|那就|好的?)*(?:结束|退出|取消|关闭|停止|离开|不用|不要|不找|不转|不需要|挂断)(?:了|掉)?(?:人工|咨询台|人工客服|人工服务|转人工|转接|排队|等待|和人工的?对话|人工对话|咨询)$|^(?:我|请|那|帮我)*(?:回到|返回|换回|转回|切回|找回|回|叫)(?:智能|自查|机器人?)?助手(?:来|吧)?$|^(?:我|那|那就)*(?:回到|换回|转回)机器人$/.test(
    bare(text),
  );

/** Has waited enough: ends it only while somebody waits. */
export const hasWaited = (text: string): boolean =>
  /^(?:我|那|那就|先|算了)*(?:不等|不用等|不想等|别等|不排|不排队|等不及|不问)(?:了|啦|他们|咨询台|人工)*$/.test(
    text
      .normalize('NFKC')
      .replace(/[\s。.!?~,，！？～]+/g, '')
      .slice(0, 30),
  );
