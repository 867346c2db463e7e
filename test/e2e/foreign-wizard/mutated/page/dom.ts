/** Makes an element. */
export const make = (
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: (Node | string)[]
): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
};

/** Makes a button. */
export const button = (text: string, pressed: () => void): HTMLElement => {
  const element = make('button', { type: 'button' }, text);
  element.addEventListener('click', pressed);
  return element;
};

/** Sends something to the server behind the page. @returns its answer */
export const post = async (path: string, sent: object = {}): Promise<string> => {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(sent) });
  return answer.text();
};
