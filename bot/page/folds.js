/** What a card folds away: its heading tells whether it is open, and on paper nothing stays folded. */

function* within(element) {
  yield element;
  const count = element.getItemCount?.() ?? 0;
  for (let at = 0; at < count; at += 1) yield* within(element.getItemAt(at));
}

/** For a rendered card. */
export function watchFolds(card) {
  const { ToggleVisibilityAction } = window.AdaptiveCards;
  const folds = [];
  for (const { selectAction, renderedElement: head } of within(card)) {
    if (!(selectAction instanceof ToggleVisibilityAction) || !head) continue;
    head.classList.add('fold-head');
    // Its name is what it says; whether it is open is told beside it, and seen from the sign at its end.
    for (const attribute of ['aria-label', 'title']) head.removeAttribute(attribute);
    if (head.childElementCount > 1) {
      head.lastElementChild.classList.add('fold-sign');
      head.lastElementChild.setAttribute('aria-hidden', 'true');
    }
    // A label of the heading may change with it; what it opens stands outside.
    const targets = Object.keys(selectAction.targetElements)
      .map((id) => card.getElementById(id))
      .filter((target) => target?.renderedElement);
    const opened = targets.filter(({ renderedElement }) => !head.contains(renderedElement));
    for (const { renderedElement } of opened) renderedElement.classList.add('fold');
    folds.push({ head, targets, opened });
  }

  function tell() {
    for (const { head, targets, opened } of folds) {
      head.setAttribute('aria-expanded', String(opened.some(({ isVisible }) => isVisible)));
      // The renderer says it of what is opened, where it means nothing.
      for (const { renderedElement } of targets) renderedElement.removeAttribute('aria-expanded');
    }
  }
  tell();
  card.onElementVisibilityChanged = () => queueMicrotask(tell);
}
