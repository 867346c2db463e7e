import { HOST_STYLE } from '../wizard/host-style.ts';
import { raiseOverlay } from '../wizard/overlay.ts';

/** One press that the card offers. */
interface CardButton {
  readonly text: string;
  readonly main?: boolean;
  readonly press: () => void;
}

/** What the card says and offers now. */
export interface CardContent {
  readonly title: string;
  readonly step: string;
  readonly text: string;
  readonly hint: string;
  readonly buttons: readonly CardButton[];
}

const STYLE = `.box{position:fixed;border:3px solid #0b57d0;border-radius:5px;background:rgb(11 87 208/.14);
outline:2px solid #fff}
.box.wrong{border-color:#b3261e;border-style:dashed;background:rgb(179 38 30/.14)}
.box.shut{pointer-events:auto}
.card{position:fixed;left:50%;bottom:20px;transform:translateX(-50%);box-sizing:border-box;
width:min(480px,94vw);max-height:calc(100vh - 40px);overflow:auto;padding:14px 18px;border-radius:12px;
background:light-dark(#fff,#22262c);color:light-dark(#1a1d21,#f2f4f6);color-scheme:light dark;
border:1px solid light-dark(#8a9099,#7b828c);box-shadow:0 6px 24px rgb(0 0 0/.3);
font:15px/1.45 system-ui,sans-serif}
.card.top{top:20px;bottom:auto}
.card.long{pointer-events:auto}
.head{display:flex;justify-content:space-between;gap:12px;font-size:13px;
color:light-dark(#4b5158,#c3c8ce)}
.unseen{position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
p{margin:4px 0 0;overflow-wrap:anywhere}
.text{font-weight:600;font-size:16px}
.hint{font-size:13px;color:light-dark(#4b5158,#c3c8ce)}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:12px}
button{all:unset;pointer-events:auto;box-sizing:border-box;min-height:32px;padding:5px 12px;
border-radius:7px;cursor:pointer;border:1px solid light-dark(#767d86,#8d949d)}
button.main{background:light-dark(#0b57d0,#a8c7fa);color:light-dark(#fff,#062e6f);
border-color:transparent;font-weight:600}
button:focus-visible,button.chosen{outline:3px solid light-dark(#0b57d0,#a8c7fa);outline-offset:2px}
@media (forced-colors:active){.box{border-color:Highlight}button.chosen{outline-color:Highlight}}`;

const element = <Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** Where an element stands in the window, through the frames around it. */
const placeOf = (element: Element | null): DOMRect => {
  if (!element) return new DOMRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = new DOMRect(left, top, width, height);
  for (let at: Element | null = element; ;) {
    at = at.ownerDocument.defaultView?.frameElement ?? null;
    if (!at) return place;
    const frame = at.getBoundingClientRect();
    place.x += frame.left + at.clientLeft;
    place.y += frame.top + at.clientTop;
  }
};

/** A card over the page that says what to point at, and a box around what is pointed at. */
export const raiseCard = (document: Document) => {
  const { host, root, stay } = raiseOverlay(document, 'tenant-token-pointer', HOST_STYLE + STYLE);
  const box = element(document, 'div', 'box');
  const card = element(document, 'div', 'card');
  card.setAttribute('role', 'dialog');
  const head = element(document, 'div', 'head');
  const title = element(document, 'b', '');
  const step = element(document, 'span', '');
  const text = element(document, 'p', 'text');
  const hint = element(document, 'p', 'hint');
  const row = element(document, 'div', 'row');
  head.append(title, step);
  card.append(head, text, hint, row);
  const heard = element(document, 'p', 'unseen');
  for (const each of [text, hint, heard]) each.setAttribute('role', 'status');
  root.append(box, card, heard);
  let presses: readonly (() => void)[] = [];
  /** The button that the keys are for where a dialog of the page's keeps the focus to itself; -1 for none. */
  let chosen = -1;

  const buttons = (): HTMLButtonElement[] => [...row.querySelectorAll('button')];
  const current = (): number => {
    const focused = buttons().findIndex((each) => each === root.activeElement);
    return focused < 0 ? chosen : focused;
  };
  const choose = (index: number): void => {
    chosen = index;
    for (const [at, each] of buttons().entries()) each.classList.toggle('chosen', at === index);
    buttons()[index]?.focus({ preventScroll: true });
    if (index >= 0) card.scrollTop = card.scrollHeight;
  };
  /** The pointer goes through the card to the page, unless its wheel is needed here. */
  const fit = (): void => void card.classList.toggle('long', card.scrollHeight > card.clientHeight);
  const sayHint = (said: string): void => {
    // What was said already is not to be read out again.
    if (hint.textContent !== said) hint.textContent = said;
    fit();
  };

  return {
    host,
    stay,
    lower: () => host.remove(),
    count: (): number => buttons().length,
    /**
     * Which button has the keyboard, -1 for none; asked of the root, as `:focus` says nothing while the
     * page has none.
     */
    current,
    /** Gives it to one, as far as the page lets go of the focus. */
    choose,
    /** Takes it away from all. */
    leave: (): void => {
      buttons()[current()]?.blur();
      choose(-1);
    },
    /** Presses the button that has the keyboard. */
    press: (): void => presses[current()]?.(),
    say: (content: CardContent): void => {
      const had = current() >= 0;
      card.setAttribute('aria-label', content.title);
      title.textContent = content.title;
      step.textContent = content.step;
      text.textContent = content.text;
      presses = content.buttons.map(({ press }) => press);
      row.replaceChildren(
        ...content.buttons.map(({ text: label, main, press }) => {
          const button = element(document, 'button', main ? 'main' : '', label);
          button.type = 'button';
          button.addEventListener('click', (event) => {
            // A page can press what it can reach; a person alone is trusted.
            if (event.isTrusted) press();
          });
          return button;
        }),
      );
      sayHint(content.hint);
      card.scrollTop = 0;
      choose(had ? 0 : -1);
    },
    hint: sayHint,
    /** Reads out what the keys have marked, which is otherwise only to be seen. */
    tell: (what: string): void => void (heard.textContent = what),
    /** Puts the box around something, and the card where it does not lie over that. */
    mark: (marked: Element | null, how: 'right' | 'wrong' | 'shut'): void => {
      const { left, top, width, height } = placeOf(marked);
      // What is heard by nobody here must not be pressed either.
      box.className = { right: 'box', wrong: 'box wrong', shut: 'box wrong shut' }[how];
      Object.assign(box.style, {
        display: marked ? 'block' : 'none',
        left: `${left - 4}px`,
        top: `${top - 4}px`,
        width: `${width + 2}px`,
        height: `${height + 2}px`,
      });
      fit();
      if (!marked) return;
      const view = document.defaultView?.innerHeight ?? 0;
      const room = card.offsetHeight + 24;
      const isLow = top + height > view - room;
      card.classList.toggle('top', isLow && top > room);
    },
  };
};

/** What is raised over a page in which a person points. */
export type Card = ReturnType<typeof raiseCard>;
