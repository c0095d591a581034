/** Texts for people are looked up by language: `zh` is complete, another language may be absent and falls back. */
export type Language = 'zh' | 'en';
export type Texts<T> = { zh: T; en?: { [K in keyof T]?: T[K] | undefined } | undefined };

/** The text in the wanted language; what is absent there comes from Chinese. */
export function inLanguage<T extends object>(texts: Texts<T>, language: Language): T {
  if (language === 'zh') return texts.zh;
  const own = Object.entries(texts[language] ?? {}).filter(([, text]) => text !== undefined);
  return { ...texts.zh, ...Object.fromEntries(own) };
}
