/** Parts of continents that people speak of (东南亚, 北欧): which countries of the lists lie there. */
const parts: readonly (readonly [RegExp, string, string])[] = [
  [/东南亚|southeast asia|south-east asia/, '东南亚', '菲律宾 柬埔寨 泰国 越南 马来西亚'],
  [/东北亚|东亚|east asia/, '东亚', '日本 韩国 蒙古国'],
  [/中亚|central asia/, '中亚', '塔吉克斯坦 乌兹别克斯坦'],
  [/南亚(?!洲)|south asia/, '南亚', '斯里兰卡'],
  [/中东|西亚|middle east/, '中东（西亚）', '以色列 土耳其 格鲁吉亚 埃及'],
  [/北欧|nordic|scandinavia/, '北欧', '芬兰'],
  [/东欧|eastern europe/, '东欧', '俄罗斯 白俄罗斯 乌克兰 波兰 匈牙利 保加利亚'],
  [/南欧|southern europe/, '南欧', '西班牙 意大利 葡萄牙 希腊 马耳他 斯洛文尼亚 马其顿'],
  [/西欧|western europe/, '西欧', '英国 法国 荷兰 比利时'],
  [/北美|north america/, '北美', '美国 加拿大 墨西哥'],
  [/南美|south america/, '南美', '巴西 阿根廷 智利'],
  [/拉美|拉丁美洲|latin america/, '拉美', '巴西 阿根廷 智利 墨西哥 古巴'],
];

/** The part of a continent that a text names, and its countries of the lists; none when a whole continent is meant. */
export function partOf(text: string): { name: string; countries: ReadonlySet<string> } | undefined {
  const hit = parts.find(([form]) => form.test(text.replace(/东南亚国家联盟|东南亚十国/g, '')));
  return hit && { name: hit[1], countries: new Set(hit[2].split(' ')) };
}
