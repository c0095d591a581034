/** What people say around the help desk: that they agree to be handed over, ask how long, or have waited enough. */
import { bare, clausesOf } from './handoverWishes.ts';

export { wantsDesk } from './handoverWishes.ts';

/** 转, 转吧, 要转: means the desk whatever question is open, when it was offered just before. */
export const meansDesk = (text: string): boolean =>
  /^(?:好的?|嗯|是的?|对|行|可以|那就?)?(?:请|麻烦|帮我|给我|我?要|需要|想)?(?:转|转接|转过去|转下|转一?转|帮我转|转给他们|转交|转到咨询台|问问|问一?问?他们|问下他们|问咨询台|让他们看看?)$/.test(
    bare(text),
  );

/** A yes: counts only where no question is open that it would answer. 对了 begins another matter. */
export const agrees = (text: string): boolean =>
  /^(?:1|是的?|(?:好的?|好呀|好滴|好哒){1,3}|(?:要的?){1,3}|要得|要转|需要的?|可以的?|行|中|那行|也行|那可以|没问题|问问|嗯+好?的?|恩+|对的|对|同意|ok|okay|yes|y|当然|那?转|那?好|麻烦|那?麻烦你)$/.test(
    bare(text),
  ) && !/^对了/.test(text.trim());

/** A no to being handed over. */
export const declines = (text: string): boolean =>
  /^(?:先|暂时|现在)?(?:不|不用|不要|不必|不需要|不了|别|否|算|没事|没有|取消|不转|不想转|不要转|别转|不用转|不问|不找|跳过|免|no)(?:转|了|找|问)*$|^(?:那)?我?(?:还是)?自己(?:去|来)?(?:问|打电话|查|看)(?:问|看)?$|^(?:以后|回头|到时候)?再(?:说|看)$/.test(
    bare(text),
  );

/** 算了 先自己查吧: no question, where one was asked for. */
export const changesMind = (text: string): boolean => {
  const [first = '', ...rest] = clausesOf(text);
  return (declines(first) || givesUp(first)) && rest.length > 0 && rest.every((part) => ofOwn.test(bare(part)));
};
const ofOwn =
  /^(?:我|我们|还是|先|就)*(?:自己|开始|继续|接着)(?:先|来|去)*(?:自查|查|看|测|答|填|弄|研究)(?:一?下|看|查)*$/;

/** No reply has come: at an open question it may be the answer to it. */
const noReply = /^(?:还)?(?:没有?|不)(?:回复?|理|回答|接|来)$/;

/**
 * How long it will take, whether it is one's turn.
 *
 * @param open a question is open that the message may answer
 */
export const asksHowLong = (text: string, open = false): boolean => {
  const said = bare(text);
  if (open && noReply.test(said)) return false;
  return /^(?:请问|那|我)?(?:还要|要|还得|得|还需要|大概|大约)*(?:等|排)(?:了)?(?:多久|多长时间|几分钟|到什么时候|到几点|队多久)(?:呢|吗)?$|^(?:排|等)到(?:我|哪)(?:了|没有?|吗)*$|^到我(?:了|没有?|吗)+$|^(?:前面|我前面)?(?:还)?有几个人(?:在)?(?:排队|等)?$|^(?:怎么)?(?:还|人工|咨询台|工作人员)*(?:没有?人?|不)(?:回复?|理|回答|接|来)(?:我|呢|吗)*$|^怎么(?:还|都|一直)*没有?人(?:呢)?$|^咨询台(?:回复?|看到?|接)(?:了)?(?:没有?|吗)$/.test(
    said,
  );
};

/** Ends what was handed over, and can mean nothing else. */
export const endsDesk = (text: string): boolean =>
  /^(?:我|我要|我想|请|那|那就|好的?)*(?:结束|退出|取消|关闭|停止|离开|不用|不要|不找|不转|不需要|挂断)(?:了|掉)?(?:人工|咨询台|人工客服|人工服务|转人工|转接|排队|等待|和人工的?对话|人工对话|咨询)$|^(?:我|请|那|帮我)*(?:回到|返回|换回|转回|切回|找回|回|叫)(?:智能|自查|机器人?)?助手(?:来|吧)?$|^(?:我|那|那就)*(?:回到|换回|转回)机器人$/.test(
    bare(text),
  );

/** Ends the talk with somebody at the desk: 不等了 said to them is no word to us. */
export const endsTalk = (text: string): boolean =>
  endsDesk(text) ||
  /^(?:我|我要|我想|请|那|那就|好的?)*(?:(?:结束|退出)(?:对话|人工对话)|(?:回到|返回|继续|开始|接着)自查)$/.test(
    bare(text),
  );

const waitedEnough =
  /^(?:我|那|那就|先|算|太久了?)*(?:不等|不用等|不想等|别等|不排|不排队|等不及|等不了|不问|不转|不想转|不用转|别转|不要转)(?:了|啦|他们|咨询台|人工|不等)*$|^(?:不用|不需要|别|不必)(?:再)?(?:给我)?(?:回复?|答复|回答)(?:了|我)*$|^(?:撤回|撤销|取消)(?:这个|我的)?(?:问题|转接|转人工)$|^(?:我|已经|问题)*(?:自己)?(?:已经)?解决$/;

/** Has waited enough: ends it only while somebody waits. */
export const hasWaited = (text: string): boolean =>
  // 不转 alone may speak of what is to be transferred.
  (waitedEnough.test(bare(text)) && text.trim() !== '不转') ||
  clausesOf(text).some((part, _at, { length }) => length > 1 && waitedEnough.test(bare(part)));

/** 算了, 取消, 撤回: gives up the item where one waits, and no question about the talk itself is open. */
export const givesUp = (text: string): boolean => /^(?:那)?(?:算|取消|撤回|撤销|停)$/.test(bare(text));

/** 不用了, 没事了: gives up the item, unless a question is open to which it may be the answer. */
export const mayGiveUp = (text: string): boolean =>
  /^(?:先|暂时|现在)?(?:不用|不要|不必|不需要|没事|免)$/.test(bare(text)) && /了/.test(text);
