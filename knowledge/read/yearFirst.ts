/** The year told first and month and day looked up (90年的，等下我翻花名册……9月14), or put right alone: they make one date. */
import { maxInput } from '../reading.ts';

const year = '(\\d{4}|\\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2}|[〇零一二三四五六七八九]{2})年';
const day = '((?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)';
const later = new RegExp(
  `${year}的?[,，\\s]*(?:[\\d一二三四五六七八九十]{1,2}月(?:份)?的?[,，\\s]*)?(?:等[等下会我一]|稍等|我?[再先去]?[翻查看]一?[下眼看查])[^\\d,，。;；]{0,12}[….,，。\\s]+(?:[哦噢啊嗯]?[,，]?(?:是|写的是)?)${day}`,
);
const putRight = new RegExp(
  `${year}[^,，。;；年]{0,10}?(?:不对|错了|说错)[^\\d,，。;；]{0,10}?(?:就是|应该是|其实是|是)${day}`,
);

/** The text with such a date said in one piece. */
export function yearFirst(text: string): string {
  return [later, putRight].reduce((said, form) => said.replace(form, '$1年$2'), text.slice(0, maxInput + 1));
}
