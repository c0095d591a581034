/** 泰国清迈那个, 德国吉森那所: what points at the unit behind its place is no part of the place. */
const pointing = /(?<=\p{Script=Han}{2})[那这][个家所间](?=[\s哈啊嘛呢]*(?:$|[,，。;；!！~～]))/gu;

export function withoutPointing(text: string): string {
  return text.replace(pointing, '的');
}
