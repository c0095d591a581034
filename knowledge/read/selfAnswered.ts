/**
 * A question that the person answers in the same breath says it once: 还有别的单位吗，没有 → 没有别的单位; 审计？没请过 → 审计，没请过.
 * Only a bare yes or no, or what is told of a bare topic, answers so; all else stays a question.
 */
const edge = '(?<=^|[\\s,，。;；!！])';
const end = '(?=$|[\\s,，。;；!！])';
const ask = '(?:[吗么嘛][?？]?|[?？])[\\s,，。]*';

const denied = new RegExp(
  `${edge}(?:还|另外)?(有|是)([^,，。;；!！?？\\s]{1,14}?)${ask}(没有|不是|没)[的了啊呢呀哈哦～~]*${end}`,
  'g',
);
const affirmed = new RegExp(
  `${edge}((?:还|另外)?(有|是)[^,，。;；!！?？\\s]{1,14}?)${ask}(有|是)[的啊呢呀哈哦～~]*${end}`,
  'g',
);
/** 审计？, 高亮？: a word of the question, echoed. */
const echoed =
  /(?<=^|[\s,，。;；!！])([^\s,，。;；!！?？吗么什谁哪几多怎何否没不\d]{2,5})[?？]\s*(?=(?:还|也|都|早|肯定|当然|这个|那个)*(?:没|不|无|有|已|签|开|办|写|标|盖|做))/g;

/** The text with such questions said as what they come to. */
export function selfAnswered(text: string): string {
  if (!/[吗么嘛?？]/.test(text)) return text;
  return text
    .replace(denied, (whole, verb: string, of: string, no: string) => {
      if ((verb === '是') !== (no === '不是')) return whole;
      return `${verb === '是' ? '不是' : '没有'}${of}`;
    })
    .replace(affirmed, (whole, said: string, verb: string, yes: string) => (verb === yes ? said : whole))
    .replace(echoed, '$1,');
}
