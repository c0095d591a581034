/** The answers offered under the last message: buttons in the order of the keyboard, gone once something was said. */
import { openLink } from './cards.js';
import { element } from './element.js';

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** `add(node)` puts them into the talk; `onSay(said)` when one is chosen. */
export function openQuick({ add, onSay }) {
  let row;

  function roam(event) {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = step > 0 ? event.target.nextElementSibling : event.target.previousElementSibling;
    event.preventDefault();
    next?.focus();
  }

  return {
    clear() {
      row?.remove();
      row = undefined;
    },
    offer(actions) {
      if (!actions?.length) return;
      row = element('div', 'quick');
      row.setAttribute('role', 'group');
      row.setAttribute('aria-label', '可以这样回答');
      for (const { type, title, value } of actions) {
        const button = element('button', 'choice', title);
        button.type = 'button';
        button.addEventListener('click', () => {
          if (type === 'openUrl') openLink(value);
          else onSay({ text: title });
        });
        row.append(button);
      }
      row.addEventListener('keydown', roam);
      add(row);
    },
    /** Whether there was one to put the cursor on. */
    focus() {
      row?.firstElementChild?.focus();
      return row !== undefined;
    },
  };
}
