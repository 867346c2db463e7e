/**
 * Runs in the open page, in the extension's isolated world there: the addresses that stand behind a
 * label, of which at most five are brought back, and nothing else. It is sent as source text, so it
 * uses nothing from outside itself.
 * @param origin the origin that was shown; on any other one nothing is read
 * @param labels in lower case, with straight apostrophes
 */
export const labelledUrls = (origin: string, labels: readonly string[]): string[] => {
  if (location.origin !== origin) return [];
  const isLabel = (text: string): boolean =>
    text.length < 100 &&
    labels.includes(
      text
        .replaceAll('’', "'")
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^[\s*:]+|[\s*:]+$/g, '')
        .toLowerCase(),
    );
  const textIn = (element: Element | null | undefined): string => {
    const field = element?.matches('input,textarea')
      ? element
      : element?.querySelector('input,textarea');
    // No `instanceof`: in Firefox the element is of another realm.
    return (field ? (field as HTMLInputElement).value : (element?.textContent ?? '')).slice(0, 500);
  };
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let left = 100_000; left > 0; left -= 1) {
    const node = walker.nextNode();
    if (!node) break;
    const label = node.parentElement;
    if (!label || !isLabel(node.nodeValue ?? '') || !label.checkVisibility()) continue;
    const control = label.closest('label')?.control;
    const beside = label.closest('dt,th,td')?.nextElementSibling ?? label.nextElementSibling;
    const text = textIn(control ?? beside ?? label.parentElement?.nextElementSibling);
    for (const [url] of text.matchAll(/https?:\/\/[^\s"'<>]+/g)) found.add(url);
  }
  return [...found].slice(0, 5);
};
