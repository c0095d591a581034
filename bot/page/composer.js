/** The box to type in: Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */

/** What the service takes at once. */
const longest = 4000;
const counted = (number) => number.toLocaleString('zh-CN');

/**
 * `onSay(text)` with what was typed; `onUp()` when an arrow leads up out of the empty box; `onPage(direction)` when
 * somebody leafs through the talk. Returns a way to put the cursor back.
 */
export function openComposer({ form, box, notice, onSay, onUp, onPage }) {
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  function measure() {
    const { length } = box.value.trim();
    const tooLong = length > longest;
    const text = `这段话有 ${counted(length)} 字，一次最多 ${counted(longest)} 字。请分几次发，或只发要点。`;
    notice.textContent = tooLong ? text : '';
    box.setAttribute('aria-invalid', String(tooLong));
    return !tooLong;
  }
  const focus = () => box.focus({ preventScroll: true });

  let composing = false;
  box.addEventListener('compositionstart', () => {
    composing = true;
  });
  box.addEventListener('compositionend', () => {
    // Safari ends the composition before the Enter that ended it arrives.
    setTimeout(() => {
      composing = false;
    });
  });

  function submit() {
    const text = box.value.trim();
    focus();
    if (text === '' || !measure()) return;
    box.value = '';
    grow();
    onSay(text);
  }

  box.addEventListener('keydown', (event) => {
    const plain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (plain && event.key === 'ArrowUp' && box.value === '' && onUp()) return event.preventDefault();
    if (plain && (event.key === 'PageUp' || event.key === 'PageDown')) {
      event.preventDefault();
      return onPage(event.key === 'PageUp' ? -1 : 1);
    }
    const plainEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey;
    if (!plainEnter || event.isComposing || composing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  box.addEventListener('input', () => {
    grow();
    measure();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  // The button must not take the cursor away (and close a phone's keyboard).
  form.querySelector('button').addEventListener('pointerdown', (event) => event.preventDefault());

  const withKeyboard = matchMedia('(hover: hover) and (pointer: fine)');
  const focusWithKeyboard = () => {
    // On a phone the keyboard would come up and hide the question.
    if (withKeyboard.matches) focus();
    return withKeyboard.matches;
  };
  focusWithKeyboard();
  return { focus, focusWithKeyboard };
}
