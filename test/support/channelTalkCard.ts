/** What a person reads and can press in a Bot Framework message: its text, its card, its buttons. */
import type { Message } from '../../bot/channels/channel.ts';

type Node = Record<string, unknown>;

/** A button with what the client makes of pressing it: words as if typed, a value, or both (messageBack). */
export interface Pressable {
  label: string;
  said: { text?: string; value?: Node };
}

export interface Shown {
  /** The message's text and every text of its cards, folded ones too. */
  text: string;
  pressable: Pressable[];
  /** What is sent when these numbers of a list are ticked; absent where there is none. */
  ticked?: (numbers: readonly number[]) => Pressable['said'];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every element and action of a card, in the order in which they are shown. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesIn)] : [];
}

const textsOf = (node: Node): string[] => {
  const { type, text, title, label, value, placeholder } = node;
  if (type === 'TextBlock' || type === 'TextRun') return [String(text)];
  if (type === 'Input.ChoiceSet')
    return [label, placeholder].flatMap((each) => (typeof each === 'string' ? [each] : []));
  // A fact or a choice has no type.
  return type === undefined && typeof title === 'string' && typeof value === 'string' ? [title, value] : [];
};

function pressableOf({ type, title, value, data }: Node): Pressable[] {
  const label = String(title);
  if (type === 'imBack') return [{ label, said: { text: String(value) } }];
  if (type !== 'Action.Submit' || !isNode(data)) return [];
  const { msteams, ...own } = data;
  if (!isNode(msteams)) return [{ label, said: { value: own } }];
  if (msteams.type === 'imBack') return [{ label, said: { text: String(msteams.value) } }];
  return [{ label, said: { text: String(msteams.text), value: isNode(msteams.value) ? msteams.value : {} } }];
}

/** What of a message can be seen. */
export function shownOf({ text = '', attachments = [], suggestedActions }: Message): Shown {
  const cards = nodesIn(attachments.map(({ content }): unknown => content));
  return {
    text: [text, ...cards.flatMap(textsOf)].filter(Boolean).join('\n'),
    pressable: [...nodesIn(suggestedActions?.actions), ...cards].flatMap(pressableOf),
    ...tickingIn(cards),
  };
}

/** Inputs come beside what the button carries that needs them. */
function tickingIn(cards: readonly Node[]): Pick<Shown, 'ticked'> {
  const list = cards.find(({ type, isMultiSelect }) => type === 'Input.ChoiceSet' && isMultiSelect === true);
  const submit = cards.find(
    ({ type, data, associatedInputs }) =>
      type === 'Action.Submit' && associatedInputs !== 'none' && isNode(data) && !('text' in data),
  );
  const { data } = submit ?? {};
  if (!list || !isNode(data)) return {};
  return { ticked: (numbers) => ({ value: { ...data, [String(list.id)]: numbers.join(',') } }) };
}
