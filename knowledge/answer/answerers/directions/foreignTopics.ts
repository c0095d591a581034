/** Fields that none of the directions speaks of: with one of these a term of a direction only touches it. */
import type { Span } from '../../asked.ts';

const fields =
  /区块链|金融|比特币|数字货币|保险|证券|经济学|经管|管理学|社会科学|社科|人文|文科|教育|教学|思政|心理|法学|法律|哲学|历史|考古|文物|文化|文旅|旅游|艺术|音乐|美术|设计学|体育|新闻|传媒|语言|翻译|红色|乡村振兴|量子(?!效率|产率|剪裁|点)|芯片|集成电路|半导体|光刻|5g|6g|通信|雷达|卫星导航|北斗|航天|火箭|卫星(?:通信|导航|发射|制造|载荷|轨道|互联网|芯片)|人造卫星|网络安全|密码学|操作系统|大模型|chatgpt|元宇宙|虚拟现实|游戏|动漫|自动驾驶|无人驾驶|机器人|物流|电商|电子商务|锂电|锂离子|提锂|锂矿|锂盐|碳酸锂|盐湖(?!城)|磁材|磁性材料|永磁|钕铁硼|磁体|抛光粉|节水灌溉|沼气|智能鞋|穿戴|跌倒|电池|储能|光伏|太阳能|风电|风能|氢能|制氢|燃料电池|核电|核聚变|煤|石油|天然气|电网|电力|输电|水电|陶瓷|瓷器|玻璃窑|水泥|混凝土|钢铁|炼钢|铝|钨|锡|桥梁|隧道|建筑|土木|岩土|道路|铁路|高铁|轨道交通|船舶|港口|水利|防洪|洪水|大坝|地震|滑坡|泥石流|地质|测绘|气象|气候变化|大气|雾霾|臭氧|土壤|黑臭|湖泊|鄱阳湖|湿地|候鸟|鸟类|生物多样性|海洋|茶|脐橙|柑橘|蔬菜|果树|水果|蜜蜂|蚕|水产|鱼|虾|渔业|花卉|园林|农药|农机|白酒|酿酒|烟草|食品安全|预制菜|纺织|服装|皮革|造纸|塑料|橡胶|涂料|化肥|催化|石墨烯|疫苗|传染病|新冠|病毒|艾滋|结核|眼科|近视|视网膜|口腔|牙|儿科|妇产|生殖|辅助生殖|试管|皮肤|美容|化妆品|针灸|推拿|护理|养老|康复|精神|抑郁|法医|基因治疗|干细胞|blockchain|finance|quantum comput|semiconductor|chip|battery|batteries|lithium|photovoltaic|solar|wind power|hydrogen|education|tourism|psychology|law|history|ceramic|robot|5g|vaccine|covid|ophthalm|dental|fisher|aquaculture|tea\b|navigation|concrete|bridge|steel|social science|economics|economist|macroecon/;

/** Where they stand. */
export function foreignWords(text: string): Span[] {
  return [...text.matchAll(new RegExp(fields.source, 'g'))].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
