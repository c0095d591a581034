/** Signs of which foreign names are made when they are spelt by sound (卡哈马卡, 塔马利). */
const signs = new Set(
  '阿埃艾安奥巴贝比彼毕宾波伯博布查达戴丹德蒂迪登杜顿多恩尔法菲费芬弗福盖冈戈格贡古哈海汉赫黑亨霍基吉加贾杰捷卡凯坎康考科克肯库拉莱兰朗劳勒雷黎里利立列林琳伦罗洛卢鲁吕马玛迈曼梅门蒙米密莫默姆穆纳内尼涅纽诺努欧帕潘佩彭皮珀浦普齐奇乔切若萨塞桑瑟森沙山舍什圣施史士司斯苏索塔泰坦汤特提廷图托瓦万威维魏温文沃乌西希锡夏谢辛休雅亚扬耶伊因英尤约泽扎兹佐鹿洼滨夫圭根赞津钦茨察楚琴绍甸丘喀昆昂弥孟敏摩娜妮楠瑙蓬蒲瓜哥茹撒亭屯雪逊哲邦别采蔡岑春达代东当道都敦俄',
);

/** Whether most of the signs of a name are such ones. */
export function spelledBySound(name: string, share = 0.7): boolean {
  const all = [...name];
  return all.length >= 2 && all.filter((sign) => signs.has(sign)).length >= Math.max(2, all.length * share);
}
