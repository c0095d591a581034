/** Puts a passage of the guide into the answer, where there is a script: the buttons for it appear only then. */
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
  // A second press of the button says nothing new; the form would be sent once anyway.
  const form = text.form;
  form?.addEventListener('submit', (event) => {
    if (form.dataset.sent && event.submitter?.getAttribute('formaction') === null) event.preventDefault();
    else if (event.submitter?.getAttribute('formaction') === null) form.dataset.sent = 'yes';
  });
  // Coming back to the page by the browser's history, it may be sent again.
  addEventListener('pageshow', () => delete form?.dataset.sent);
}

begin();
