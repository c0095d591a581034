/** The types of bases of 附3, as people name them and leave them out. */

const shortType = (name: string) => name.replace(/型国合基地$|^国际/u, '');

/** Whether the text names that type of bases, even by its short name. */
export const isSpoken = (text: string, name: string) => text.includes(shortType(name));

/** 不是示范型: named only to be left out. */
export const isDenied = (text: string, name: string) =>
  new RegExp(
    `(?:不是|并非|除了|除开|除去|不算|不叫|既非|也非|非)(?:那?些?|属于)?[“"「『]?(?:国家|国际)?${shortType(name)}`,
    'u',
  ).test(text);
