/**
 * What keeps an activity from being shown by Teams as it is meant: learn.microsoft.com/microsoftteams/platform, pages
 * bots/how-to/format-your-bot-messages, bots/how-to/conversations/conversation-messages, task-modules-and-cards/cards/*.
 */
import type { Activity } from 'botbuilder';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Since which version of the schema a type is there; what is not named here is not used. */
const since: Record<string, number> = {
  AdaptiveCard: 1,
  TextBlock: 1,
  Container: 1,
  ColumnSet: 1,
  Column: 1,
  FactSet: 1,
  'Input.ChoiceSet': 1,
  'Action.OpenUrl': 1,
  'Action.Submit': 1,
  'Action.ShowCard': 1,
  ActionSet: 1.2,
  RichTextBlock: 1.2,
  TextRun: 1.2,
  'Action.ToggleVisibility': 1.2,
};

/** Types that stand in a card without being elements of it. */
const others = /^(imBack|messageBack)$/;

/** What Teams reads as Markdown in a TextBlock or in a message that is not plain. */
const markdown =
  /\*\S|\S\*|_\S.*_|~~|`|!?\[[^\]]*\]\(|^\s*(?:\d{1,9}[.)]|[-+*]|#{1,6})\s|^\s*>|&(?:#\d+|#x[\da-f]+|\w+);|<\/?[a-z][^>]*>/im;

export const teamsLimits = {
  /** Bytes of the whole activity as UTF-8: the least that is documented anywhere (the connector's 28 KB). */
  bytes: 28_000,
  /** The same as UTF-16, which is how Teams counts (40 KB in the older pages, 100 KB in the newer). */
  utf16: 40_960,
  suggested: 3,
  /** Primary actions of a card or of an ActionSet that are shown. */
  actions: 6,
  /** A text of a button, in characters: longer ones are cut on a phone. */
  title: 40,
  /** What a button says when it is pressed. */
  value: 2000,
} as const;

/** One sentence a fault, with where it is; none when Teams shows the activity whole. */
export function faultsOf(activity: Partial<Activity>): string[] {
  const plain: unknown = JSON.parse(JSON.stringify(activity));
  if (!isNode(plain)) return ['no activity'];
  return [...sizeFaults(plain), ...messageFaults(plain), ...suggestedFaults(plain), ...attachmentFaults(plain)];
}

function sizeFaults(activity: Node): string[] {
  const json = JSON.stringify(activity);
  const [bytes, utf16] = [Buffer.byteLength(json), json.length * 2];
  return [
    ...(bytes > teamsLimits.bytes ? [`${bytes} bytes`] : []),
    ...(utf16 > teamsLimits.utf16 ? [`${utf16} bytes as UTF-16`] : []),
  ];
}

function messageFaults({ type, text, textFormat, summary, attachments }: Node): string[] {
  const cards = listOf(attachments).length;
  const said = typeof text === 'string' ? text : '';
  return [
    ...(type === 'message' ? [] : [`type ${String(type)}`]),
    ...(said.trim() === '' && cards === 0 ? ['nothing is said'] : []),
    // Without it the notification says no more than that a card was sent.
    ...(said.trim() === '' && cards > 0 && !wordy(summary) ? ['a card without a text for the notification'] : []),
    ...textFaults(said, textFormat),
    ...(said !== '' && cards > 0 ? ['a text beside a card: Teams makes two messages of it'] : []),
    ...(cards > 1 ? [`${cards} attachments`] : []),
  ];
}

/** Simple markup is what it says; a text of another format is Markdown to Teams, and loses its single line breaks. */
function textFaults(said: string, format: unknown): string[] {
  if (format === 'xml') {
    const rest = said.replace(/<br\/>|&(?:amp|lt|gt|quot);/g, '');
    return /[<>&\n]/.test(rest) ? [`no simple markup: ${cut(rest)}`] : [];
  }
  if (format === 'plain') return [];
  return [
    ...(markdown.test(said) ? [`text read as Markdown: ${cut(said)}`] : []),
    ...(said.includes('\n') ? [`lines that Teams joins: ${cut(said)}`] : []),
  ];
}

function suggestedFaults({ suggestedActions, attachments }: Node): string[] {
  if (suggestedActions === undefined) return [];
  const actions = isNode(suggestedActions) ? listOf(suggestedActions.actions) : [];
  return [
    ...(actions.length === 0 ? ['suggestedActions without actions'] : []),
    ...(actions.length > teamsLimits.suggested ? [`${actions.length} suggested actions`] : []),
    // They stand below texts; beside an attachment not every client shows them.
    ...(listOf(attachments).length > 0 ? ['suggested actions beside a card'] : []),
    ...actions.flatMap((action) => {
      if (!isNode(action)) return ['a suggested action that is none'];
      const { type, title, value } = action;
      return [
        ...(type === 'imBack' ? [] : [`suggested action of type ${String(type)}`]),
        ...titleFaults(title, 'suggested action'),
        ...(wordy(value) ? [] : [`suggested action ${String(title)} says nothing`]),
      ];
    }),
  ];
}

function attachmentFaults({ attachments }: Node): string[] {
  return listOf(attachments).flatMap((attachment) => {
    if (!isNode(attachment)) return ['an attachment that is none'];
    const { contentType, content } = attachment;
    if (contentType !== 'application/vnd.microsoft.card.adaptive') return [`attachment of type ${String(contentType)}`];
    return isNode(content) ? cardFaults(content) : ['a card without content'];
  });
}

function cardFaults(card: Node): string[] {
  const nodes = nodesOf(card);
  const ids = nodes.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const targets = nodes.flatMap(({ targetElements }) => listOf(targetElements)).map(String);
  return [
    ...(card.type === 'AdaptiveCard' ? [] : ['the content is no Adaptive Card']),
    ...(Number(card.version) <= 1.5 ? [] : [`version ${String(card.version)}`]),
    ...(wordy(card.fallbackText) ? [] : ['a card without fallbackText']),
    ...(listOf(card.body).length > 0 ? [] : ['a card without a body']),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} twice`),
    ...targets.filter((target) => !ids.includes(target)).map((target) => `nothing has the id ${target}`),
    ...nodes.flatMap((node) => nodeFaults(node)),
  ];
}

function nodeFaults(node: Node): string[] {
  const { type, text, inlines, actions, choices, items, columns } = node;
  if (typeof type !== 'string') return [];
  if (others.test(type)) return [];
  return [
    ...((since[type] ?? 9) > 1.5 ? [`${type} is not in schema 1.5`] : []),
    ...(type === 'TextBlock' && markdown.test(String(text)) ? [`read as Markdown: ${cut(String(text))}`] : []),
    ...(/^Text(Block|Run)$/.test(type) && String(text ?? '').includes('\n')
      ? [`lines that Teams joins: ${cut(String(text))}`]
      : []),
    ...(/^Text(Block|Run)$/.test(type) && String(text ?? '').trim() === '' ? [`${type} without text`] : []),
    ...(type === 'RichTextBlock' && listOf(inlines).length === 0 ? ['RichTextBlock without text'] : []),
    ...(type === 'Input.ChoiceSet' ? choiceFaults(node, listOf(choices)) : []),
    ...(/^(Container|Column)$/.test(type) && listOf(items).length === 0 ? [`${type} without items`] : []),
    ...(type === 'ColumnSet' && listOf(columns).length === 0 ? ['ColumnSet without columns'] : []),
    ...(/^(AdaptiveCard|ActionSet)$/.test(type) ? shownFaults(listOf(actions)) : []),
    ...(type.startsWith('Action.') ? actionFaults(node) : []),
  ];
}

function choiceFaults({ id }: Node, choices: readonly unknown[]): string[] {
  const values = choices.map((choice) => (isNode(choice) ? String(choice.value) : ''));
  return [
    ...(wordy(id) ? [] : ['an input without id: its value is not sent']),
    ...(choices.length > 0 ? [] : ['an input without choices']),
    // Several values come back joined by commas.
    ...values.filter((value) => value === '' || value.includes(',')).map((value) => `choice value “${value}”`),
    ...values.filter((value, at) => values.indexOf(value) !== at).map((value) => `choice ${value} twice`),
    ...choices.flatMap((choice) => (isNode(choice) && wordy(choice.title) ? [] : ['a choice without a title'])),
  ];
}

/** Those in the overflow menu (`mode: secondary`) do not count. */
function shownFaults(actions: readonly unknown[]): string[] {
  const shown = actions.filter((action) => isNode(action) && action.mode !== 'secondary');
  return shown.length > teamsLimits.actions
    ? [`${shown.length} actions, of which ${teamsLimits.actions} are shown`]
    : [];
}

function actionFaults({ type, title, data, url }: Node): string[] {
  // A fold's heading is a whole line that can be pressed; its title is read aloud only.
  const own = type === 'Action.ToggleVisibility' ? [] : titleFaults(title, String(type));
  if (type === 'Action.OpenUrl') return /^https?:\/\/\S+$/.test(String(url)) ? own : [...own, `address ${String(url)}`];
  if (type !== 'Action.Submit') return own;
  // A string comes back as nothing at all.
  if (!isNode(data)) return [...own, `${String(title)} submits no object`];
  const { msteams } = data;
  if (!isNode(msteams)) return own;
  const saying = msteams.type === 'imBack' ? msteams.value : msteams.text;
  const length = typeof saying === 'string' ? saying.length : 0;
  return length > 0 && length <= teamsLimits.value ? own : [...own, `${String(title)} says ${length} characters`];
}

function titleFaults(title: unknown, what: string): string[] {
  if (!wordy(title)) return [`${what} without title`];
  return title.length <= teamsLimits.title ? [] : [`${what}: a title of ${title.length} characters: ${cut(title)}`];
}

/** The node and every element and action in it. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];
}

const wordy = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const cut = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);
