/** Texts for people are looked up by language: `zh` is complete, another language may be absent and falls back. */
export type Language = 'zh' | 'en';
export type Texts<T> = { zh: T; en?: { [K in keyof T]?: T[K] | undefined } | undefined };

/** One sentence by language; a bare string is its Chinese, which stands in for every language. */
export type Phrase = string | { zh: string; en?: string | undefined };

/** The text in the wanted language; what is absent there comes from Chinese. */
export function inLanguage<T extends object>(texts: Texts<T>, language: Language): T {
  if (language === 'zh') return texts.zh;
  const own = Object.entries(texts[language] ?? {}).filter(([, text]) => text !== undefined);
  return { ...texts.zh, ...Object.fromEntries(own) };
}

/** The sentence in the wanted language, or in Chinese. */
export function phraseIn(phrase: Phrase, language: Language): string {
  return typeof phrase === 'string' ? phrase : (phrase[language] ?? phrase.zh);
}

/** `{name}` replaced by its value. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
