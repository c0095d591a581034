/** How alike two texts are: the share of their pairs of neighbouring characters that both have (Dice), 0 to 1. */
export function alike(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  if (left.length + right.length === 0) return one === other ? 1 : 0;
  const rest = new Map<string, number>();
  for (const pair of left) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const there = rest.get(pair) ?? 0;
    if (there === 0) continue;
    rest.set(pair, there - 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

const pairsOf = (text: string): string[] => {
  const letters = [...text.replace(/[\s\p{P}]/gu, '')];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
};
