/**
 * Texts for people are looked up by language: `zh` is complete and comes first. A table with a `name` has its other languages in
 * `languages/<language>/<name>.json`; what is absent there is looked up by its Chinese, and else said in Chinese.
 */
import { translated } from './languages/catalogue.ts';
import { tableOf } from './languages/tables.ts';

export type Language = 'zh' | 'en';
export type Texts<T> = { zh: T; en?: { [K in keyof T]?: T[K] | undefined } | undefined; name?: string };

/** One sentence by language; a bare string is its Chinese. */
export type Phrase = string | { zh: string; en?: string | undefined };

const laid = new WeakMap<object, object>();

/** The text in the wanted language; what is absent there comes from Chinese. */
export function inLanguage<T extends object>(texts: Texts<T>, language: Language): T {
  if (language === 'zh') return texts.zh;
  const known = laid.get(texts);
  if (known) return known as T; // made of this very table below
  const own = texts.en ?? (texts.name === undefined ? undefined : tableOf(language, texts.name));
  const made = laidOver(texts.zh, own, language) as T; // has the shape of the Chinese
  laid.set(texts, made);
  return made;
}

/** A table with what another language has of it. */
function laidOver(zh: unknown, own: unknown, language: 'en'): unknown {
  if (typeof zh === 'string') return typeof own === 'string' ? own : (translated(zh, language) ?? zh);
  if (Array.isArray(zh))
    return zh.map((each, at) => laidOver(each, Array.isArray(own) ? own[at] : undefined, language));
  if (typeof zh !== 'object' || zh === null) return own ?? zh;
  const beside = new Map(Object.entries(own ?? {}));
  return Object.fromEntries(Object.entries(zh).map(([key, each]) => [key, laidOver(each, beside.get(key), language)]));
}

/** The sentence in the wanted language, or in Chinese. */
export function phraseIn(phrase: Phrase, language: Language): string {
  const { zh, en } = typeof phrase === 'string' ? { zh: phrase, en: undefined } : phrase;
  return language === 'zh' ? zh : (en ?? translated(zh, language) ?? zh);
}

/** `{name}` replaced by its value. */
export function say(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
