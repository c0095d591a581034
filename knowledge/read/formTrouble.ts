/** What the system for applications complains of tells that the form is not complete: 老提示有必填项空着, 格式那里报错. */
const complains =
  /(?:格式|附件)?[^,，。;；\s]{0,6}[,，\s]*(?:申报)?(?:系统|平台|网页|网上|页面)(?:里|上|那边)?(?:还|老|总|一直|老是|总是|就是)*(?:提示|显示|报|说|弹|标|让|要)[^,，。;；]{0,14}(?:空着|没填|未填|必填|缺|漏|不完整|不全|不合|不对|不符|错|红|补)[^,，。;；]*/g;
const required =
  /(?:还|有|好几|几)[个处]?[^,，。;；]{0,3}必填(?:项|的|栏)?[^,，。;；]{0,4}(?:空着|没填|未填|漏|缺)[^,，。;；]*/g;
const over = /之前|原来|本来|开始|后来|已经?(?:改|补|解决)|[改补]好了|解决了/;

/** The text with such a complaint in the words of the list. */
export function withFormTrouble(text: string): string {
  return over.test(text) ? text : text.replace(complains, '格式附件没填完').replace(required, '格式附件没填完');
}
