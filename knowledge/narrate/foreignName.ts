/** Names of organisations that sound foreign, so that a partner's name is never taken for the applicant's own. */
import { placeCandidates } from '../places/candidates.ts';
import { placesNamed } from '../places/gazetteer.ts';

const famous =
  /哈佛|剑桥|牛津|斯坦福|麻省|耶鲁|普林斯顿|哥伦比亚|早稻田|庆应|庆熙|首尔|东京|京都|大阪|莫纳什|墨尔本|帝国理工|马普|弗劳恩霍夫|亥姆霍兹|洛桑|代尔夫特|瓦赫宁根|隆德|乌普萨拉|鲁汶|索邦|巴黎|罗马|米兰|莫斯科|鲍曼|皇家|国立|慕尼黑|柏林|[a-z]/i;
/** Characters that foreign names are spelt with; three of them in a name of a few make a foreign one. */
const spelling = /[斯尔尼克莱姆伦顿普鲁哈茨维戈布拉卡洛瑟萨弗纳蒂伊诺格赫夫亚奥乌埃阿塔迪约罗费]/g;

export function foreignLooking(name: string): boolean {
  if (famous.test(name) || (name.match(spelling) ?? []).length >= 3) return true;
  for (const length of [2, 3, 4]) {
    const start = name.slice(0, length);
    if (placesNamed(start, 'CN').length > 0) return false;
    const abroad = placesNamed(start).some((place) => place.population >= 50_000);
    if (abroad && placeCandidates(start).length > 0) return true;
  }
  return false;
}
