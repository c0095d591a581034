/** As much of nlp.js (the engine of node-nlp) as is used; it comes without types. */
declare module '@nlpjs/core/src/index.js' {
  export interface Container {
    use(plugin: unknown): void;
    get(name: 'nlp'): import('@nlpjs/nlp/src/index.js').NlpEngine;
  }
  export function containerBootstrap(): Promise<Container>;
}
declare module '@nlpjs/nlp/src/index.js' {
  export interface NlpEngine {
    settings: Record<string, unknown>;
    addLanguage(language: string): void;
    addDocument(language: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    process(language: string, utterance: string): Promise<{ intent: string; score: number }>;
  }
  export const Nlp: unknown;
}
declare module '@nlpjs/lang-zh/src/index.js' {
  export const LangZh: unknown;
}
