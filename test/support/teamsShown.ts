/**
 * A message about as Teams shows it: its text as markup, its card drawn by Microsoft's renderer with Teams' host config
 * (github.com/microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-*.json; colours of today's client), its suggested actions below.
 */
import { readFileSync } from 'node:fs';
import type { Activity } from 'botbuilder';
import type { Browser, Page } from './browser.ts';

export type Theme = 'light' | 'dark' | 'contrast';

interface Colours {
  page: string;
  ink: string;
  subtle: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  line: string;
  button: string;
  grounds: Record<'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>;
}

const themes: Readonly<Record<Theme, Colours>> = {
  light: {
    page: '#f5f5f5',
    ink: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#c4314b',
    line: '#e0e0e0',
    button: '#d1d1d1',
    grounds: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#e7f2da',
      warning: '#ffe2b2',
      attention: '#fcf4f6',
    },
  },
  dark: {
    page: '#1f1f1f',
    ink: '#ffffff',
    subtle: '#adadad',
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    line: '#525252',
    button: '#666666',
    grounds: {
      default: '#292929',
      emphasis: '#333333',
      accent: '#2f2f4a',
      good: '#294903',
      warning: '#463100',
      attention: '#3e1f25',
    },
  },
  contrast: {
    page: '#000000',
    ink: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#13a10e',
    warning: '#ffff01',
    attention: '#ff5f5f',
    line: '#ffffff',
    button: '#ffffff',
    grounds: {
      default: '#000000',
      emphasis: '#000000',
      accent: '#000000',
      good: '#000000',
      warning: '#000000',
      attention: '#000000',
    },
  },
};

function hostConfig({ ink, subtle, accent, good, warning, attention, line, grounds }: Colours): object {
  const one = (color: string, dim = color) => ({ default: color, subtle: dim });
  const foregroundColors = {
    default: one(ink, subtle),
    dark: one(ink, subtle),
    light: one(ink, subtle),
    accent: one(accent),
    good: one(good),
    warning: one(warning),
    attention: one(attention),
  };
  const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
  return {
    choiceSetInputValueSeparator: ',',
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontSizes: sizes,
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    containerStyles: Object.fromEntries(
      Object.entries(grounds).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }]),
    ),
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}

const styleOf = ({ page, ink, subtle, accent, line, button, grounds }: Colours, width: number): string => `
  body { margin: 0; padding: 12px; width: ${width - 24}px; background: ${page}; color: ${ink};
    font: 14px/20px 'Segoe UI', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
  .said { background: ${grounds.default}; border-radius: 6px; padding: 8px 16px; width: fit-content; }
  .card { background: ${grounds.default}; border: 1px solid ${line}; border-radius: 6px; margin-top: 8px; overflow: hidden; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton, .suggested button { font: 600 14px/20px inherit; font-family: inherit; color: ${ink}; background: transparent;
    border: 1px solid ${button}; border-radius: 4px; padding: 5px 12px; min-width: 0; }
  .ac-pushButton.style-positive { background: ${accent}; border-color: ${accent}; color: ${grounds.default}; }
  .ac-input-label { color: ${subtle}; }
  .ac-choiceSetInput-multiSelect > div { padding: 3px 0; }
  [role=button].ac-selectable { cursor: pointer; }
  .suggested { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; justify-content: flex-end; }
  .suggested button { border-color: ${accent}; color: ${accent}; border-radius: 16px; background: ${grounds.default}; }`;

const renderer = readFileSync(new URL(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js')), 'utf8');

/** Runs in the page, whose types are not those of Node. */
const draw = `function ({ text, cards, suggested, config }) {
  const add = (tag, name) => {
    const made = Object.assign(document.createElement(tag), { className: name });
    document.querySelector('main').append(made);
    return made;
  };
  if (text) add('div', 'said').innerHTML = text;
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  for (const content of cards) {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(config);
    card.parse(content);
    add('div', 'card').append(card.render());
  }
  if (suggested.length === 0) return;
  const row = add('div', 'suggested');
  for (const title of suggested) row.append(Object.assign(document.createElement('button'), { textContent: title }));
}`;

/** @param activity in the form in which it is sent */
export async function shownInTeams(
  browser: Browser,
  activity: Partial<Activity>,
  { theme = 'light', width = 360 }: { theme?: Theme; width?: number } = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: 1.5 });
  const colours = themes[theme];
  const cards = (activity.attachments ?? []).map(({ content }) => content);
  const suggested = (activity.suggestedActions?.actions ?? []).map(({ title }) => title);
  await page.setContent(
    `<!doctype html><html lang="zh"><title>Teams</title><style>${styleOf(colours, width)}</style><main></main></html>`,
  );
  await page.addScriptTag({ content: renderer });
  await page.evaluate(
    `(${draw})(${JSON.stringify({ text: activity.text ?? '', cards, suggested, config: hostConfig(colours) })})`,
  );
  return page;
}
