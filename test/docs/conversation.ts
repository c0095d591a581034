/** The conversation that the README and its pictures show, as the person types it. */

/** A stretch of the talk; of one that is not shown only the last reply is printed, since it asks what follows. */
interface Stretch {
  shown: boolean;
  lines: readonly string[];
}

export const stretches: readonly Stretch[] = [
  {
    shown: true,
    lines: ['开始自查', '帮别人问', '张老师', '企业', '亚琛工业大学，德国，亚琛', '为什么', '内地', '1978年7月'],
  },
  {
    shown: false,
    lines: [
      '教授级高工',
      '都不是',
      '都没有',
      '江西某某新材料有限公司',
      '南昌市，2015-03-09',
      '有',
      '1870年',
      '大学，独立法人',
    ],
  },
  { shown: true, lines: ['方向十七，冶炼废水', '上一题', '方向十，航空发动机用超高温铌硅合金涂层'] },
  {
    shown: false,
    lines: [
      ...['100万', '150万', '都有，表也全', '3年', '合作五年了，论文和协议都作附件了', '只有外方一家'],
      ...[
        '双方都签了字，日期也写了',
        '1 2 3 4 5 6 7 8 9',
        '中外文对照',
        '还没标',
        '没有，都办了',
        '都有',
        '还没开',
        '都没有',
        '都全了',
      ],
    ],
  },
  { shown: true, lines: ['没有'] },
];

/** Everything that is typed, in order. */
export const typed: readonly string[] = stretches.flatMap(({ lines }) => lines);
