/** Somebody called by surname and post: 王教授, 李总. */
import type { Mention } from '../asked.ts';

const surnames =
  '丁万乔任何余侯傅冯刘卢史叶吕吴周唐夏姚姜孔孙孟宋尹崔常康廖张彭徐戴文易曹曾朱李杜杨林梁武段毛江汤汪沈潘熊王田白秦程罗胡苏范萧董蒋蔡薛袁许谢谭贺贾赖赵邓邱邵邹郑郝郭钟钱阎陆陈韩顾马高魏黄黎龙龚';
const called = new RegExp(
  `[${surnames}]某?(?:主任|博士|处长|工(?![程作业艺商科])|总(?![共是结数体])|所长|教授|研究员|老师|院士|院长)`,
  'gu',
);

/** The people in a text in one spelling; of whom nothing is kept but where they stand. */
export function personMentions(text: string): Mention[] {
  return [...text.matchAll(called)].map(({ 0: name, index }) => ({
    is: 'person',
    start: index,
    end: index + name.length,
  }));
}
