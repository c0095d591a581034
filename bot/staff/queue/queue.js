/**
 * Helps who answers, where there is a script: puts a passage of the guide into the answer (the buttons for it appear only then), and keeps what
 * was typed until it is sent, since every other deed on the page loads it anew.
 */
// @ts-check

function begin() {
  const text = document.querySelector('#text');
  const clause = document.querySelector('#clause');
  if (!(text instanceof HTMLTextAreaElement) || !(clause instanceof HTMLSelectElement)) return;
  for (const button of document.querySelectorAll('.hints button')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const { text: passage = '', clause: named = '' } = button.dataset;
      const before = text.value.trimEnd();
      text.value = before === '' ? passage : `${before}\n${passage}`;
      if (named !== '') clause.value = named;
      text.focus();
      text.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  const keep = keeping(text);
  // A second press of the button says nothing new; the form would be sent once anyway.
  const form = text.form;
  form?.addEventListener('submit', (event) => {
    if (form.dataset.sent && event.submitter?.getAttribute('formaction') === null) event.preventDefault();
    else if (event.submitter?.getAttribute('formaction') === null) {
      form.dataset.sent = 'yes';
      keep.forget();
    }
  });
  // Coming back to the page by the browser's history, it may be sent again.
  addEventListener('pageshow', () => delete form?.dataset.sent);
}

/**
 * Keeps what is typed for this item in this tab alone. What the page itself brings goes before what was kept.
 * @param {HTMLTextAreaElement} text
 */
function keeping(text) {
  const name = `answer ${text.form?.getAttribute('action')}`;
  /** Storage may be full or forbidden: then nothing is kept. @param {(storage: Storage) => void} deed */
  const attempt = (deed) => {
    try {
      deed(sessionStorage);
    } catch {}
  };
  attempt((storage) => {
    if (text.value === '') text.value = storage.getItem(name) ?? '';
  });
  const forget = () => attempt((storage) => storage.removeItem(name));
  text.addEventListener('input', () =>
    text.value === '' ? forget() : attempt((storage) => storage.setItem(name, text.value)),
  );
  return { forget };
}

begin();
