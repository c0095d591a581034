/** Adaptive Cards in the page's own colours and sizes; text stays text, links open in a new tab. */
import { element } from './element.js';
import { watchFolds } from './folds.js';

const color = (name) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });
const foreground = {
  default: color('ink'),
  dark: color('ink'),
  light: color('ink'),
  accent: color('accent'),
  good: color('good'),
  warning: color('warning'),
  attention: color('attention'),
};
const container = (background) => ({ backgroundColor: background, foregroundColors: foreground });

/** Sizes are of a page whose letters are 16 px; people who set theirs larger get larger cards. */
const hostConfig = (scale) => ({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  spacing: { small: 6, default: 10, medium: 18, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: scaled({ small: 13, default: 16, medium: 17, large: 20, extraLarge: 26 }, scale),
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: scaled({ small: 20, default: 26, medium: 26, large: 28, extraLarge: 34 }, scale),
  textBlock: { headingLevel: 2 },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--quiet)'),
    accent: container('var(--accent-soft)'),
    good: container('var(--good-soft)'),
    warning: container('var(--warning-soft)'),
    attention: container('var(--attention-soft)'),
  },
  actions: {
    maxActions: 8,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  adaptiveCard: { allowCustomStyle: true },
  factSet: {
    title: { color: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 110 },
    value: { color: 'default', wrap: true },
    spacing: 14,
  },
});

const scaled = (sizes, by) => Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, size * by]));
const pageScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

/** A web address that may be opened, or nothing. */
export function safeLink(url) {
  const parsed = URL.parse?.(url, location.origin) ?? new URL(url, location.origin);
  return ['http:', 'https:'].includes(parsed?.protocol) ? parsed.href : undefined;
}

export function openLink(url) {
  const link = safeLink(url);
  if (link) window.open(link, '_blank', 'noopener,noreferrer');
}

/** What pressing a button of a card says: Teams' two ways of saying a text, or the button's data. */
function saidBy(action, inputs) {
  const { data, title = '' } = action;
  const teams = data?.msteams;
  if (teams?.type === 'imBack') return { text: String(teams.value) };
  if (teams?.type === 'messageBack') {
    return { text: teams.text, value: teams.value, channelData: { label: teams.displayText ?? title } };
  }
  if (typeof data === 'string') return { text: data };
  // With inputs the title (确定) says nothing; without, it is what a person would type.
  return { ...(inputs === 0 ? { text: title } : {}), value: data, channelData: { label: title } };
}

/**
 * `shell` shows the card; `onSay(said)` when one of its buttons says something; `retire()` takes those buttons away and
 * leaves its links.
 */
export function renderCard(content, onSay) {
  const { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(pageScale()));
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) openLink(action.url);
    else if (action instanceof SubmitAction) onSay(saidBy(action, card.getAllInputs().length));
  };
  const shell = element('div', 'card');
  // The message beside it says what came; the card itself is walked through by its headings.
  shell.setAttribute('role', 'group');
  shell.setAttribute('aria-label', `卡片：${content?.speak ?? ''}`);
  shell.setAttribute('aria-live', 'off');
  try {
    card.parse(content);
    shell.append(card.render());
    watchFolds(card);
  } catch {
    shell.textContent = String(content?.fallbackText ?? '这张卡片显示不了，请回复“结论”再看一次。');
  }
  function retire() {
    const said = card.getAllActions().filter((action) => action instanceof SubmitAction);
    for (const { renderedElement } of said) renderedElement?.setAttribute('hidden', '');
  }
  return { shell, retire };
}
