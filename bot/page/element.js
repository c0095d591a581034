/** An element with its class and its text; text stays text. */
export function element(name, className = '', text = undefined) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
