/** Ways of writing an amount, turned into the usual one: 80个w, 120个, 1.2M, 百万, 1百2十万, 1,000,000. */
const han = '〇一二三四五六七八九';

/** 120个, 八十个 said of money mean 万; 3个 does not. */
const pieces =
  /(\d{2,4}(?:\.\d)?|[一二两三四五六七八九]?[十百][一二三四五六七八九十百零〇]*)个(?:w|万|达不溜|数)?(?=$|[,。;吧的了左就]|没|可|应|以|出|来|,?(?:不|差))/g;
const million = /(\d+(?:\.\d+)?) ?(?:m(?![a-z])|million)/g;
const aMillion = /(?<![\d一二两三四五六七八九十几数上近好小来成百千.])百万/g;

export function usualMoney(text: string): string {
  return (
    joinThousands(text)
      // 莫搞成一百块: what it is not.
      .replace(
        /(?:[,，\s]|(?<=万))[哈啊嘛呢]?[,，\s]*(?:莫|别|不要)(?:给我)?(?:搞|弄|写|看|算|记|打)成[^,，。;；]*/g,
        '',
      )
      .replace(/[跟和与同][^,。;]{1,8}(?:一样|相同|一致|持平|相当)多?,?(?=.)/g, '')
      .replace(/(?:rmb|cny|¥) ?(\d{5,})(?![\d万元w.])/g, '$1元')
      .replace(/(?:rmb|cny) ?(?=\d)/g, '')
      .replace(/(?<=[^,。;])(?=后来|最后|那就|对就)/g, ',')
      .replace(/^(?:要)?多少钱?[啊呀呢嘛哦]*,(?=.*\d|.*[一二三四五六七八九十百])/, '')
      .replace(/(?<=\d)\.00(?!\d)/g, '')
      .replace(/\((?:单位:?)?(万元|元|万)\)/g, '$1')
      // 100个，单位是万; 100，单位万元.
      .replace(
        /(?<=[\d一二三四五六七八九十百])([个只]?)[,，(\s]?单位(?:都?[是为]|:)?(万元?|元)\)?/g,
        (_hit, piece: string, unit: string) => (piece === '' || unit === '元' ? unit : piece.replace('只', '个')),
      )
      .replace(/(?<=\d) (?=w(?![a-z]))/g, '')
      .replace(million, (_, typed: string) => `${Math.round(Number(typed) * 1e6) / 1e4}万`)
      .replace(/(?<=万|元) ?(?:rmb|cny)/g, '')
      .replace(aMillion, '一百万')
      // 七十九万九
      .replace(/(?<=[\d一二两三四五六七八九十百]万)([1-9一二三四五六七八九])(?=$|[,。;元块吧的])/g, '$1千')
      .replace(/(?<![\d.])\d(?=[百千十])|(?<=[百千])\d(?=[十万])/g, (sign) => han.charAt(Number(sign)))
      .replace(pieces, '$1万')
  );
}

/** 100,150 may be two numbers; 1,000,000 and 1,000,000元 are one. */
function joinThousands(text: string): string {
  return text.replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (row) => row.replaceAll(',', ''));
}
