/** The box to type in: Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */

/** Calls `onSay(text)` with what was typed; returns a way to put the cursor back. */
export function openComposer({ form, box, onSay }) {
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };
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
    if (text === '') return;
    box.value = '';
    grow();
    onSay(text);
  }

  box.addEventListener('keydown', (event) => {
    const plainEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey;
    if (!plainEnter || event.isComposing || composing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  box.addEventListener('input', grow);
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
  };
  focusWithKeyboard();
  return { focusWithKeyboard };
}
