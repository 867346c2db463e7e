import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../messages/texts.ts';
import { BookIcon, ChevronIcon, HomeIcon, MenuIcon, SlidersIcon } from '../parts/icons.tsx';
import { Link } from '../routing/link.tsx';
import { API_REFERENCE, PATHS, usePath } from '../routing/path.ts';

/** The cockpit's menu: a button, and the pages below it. Escape or a click elsewhere closes it. */
export const Menu = () => {
  const { menu } = useTexts().own;
  const path = usePath();
  const [open, setOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const groupId = useId();

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  // At once: after the next picture, on a busy machine, it would close what was opened meanwhile.
  useLayoutEffect(() => {
    setOpen(false);
    setUnfolded(false);
  }, [path]);

  useLayoutEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    addEventListener('pointerdown', closeOutside);
    addEventListener('focusin', closeOutside);
    addEventListener('keydown', closeOnEscape);
    return () => {
      removeEventListener('pointerdown', closeOutside);
      removeEventListener('focusin', closeOutside);
      removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  return (
    <div class="menu" ref={root}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={menu.label}
        title={menu.label}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        <MenuIcon />
      </button>
      <nav
        class="menu-panel"
        id={panelId}
        aria-label={menu.label}
        hidden={!open}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('a')) close();
        }}
      >
        <ul>
          <li>
            <Link to={PATHS.home} current={path === PATHS.home}>
              <HomeIcon />
              {menu.home}
            </Link>
          </li>
          <li>
            <button
              type="button"
              aria-expanded={unfolded}
              aria-controls={groupId}
              onClick={() => setUnfolded(!unfolded)}
            >
              <SlidersIcon />
              {menu.administration}
              <ChevronIcon />
            </button>
            <ul id={groupId} hidden={!unfolded}>
              <li>
                <Link to={PATHS.tenant} current={path.startsWith(PATHS.tenant)}>
                  {menu.tenant}
                </Link>
              </li>
            </ul>
          </li>
          <li>
            <a href={API_REFERENCE}>
              <BookIcon />
              {menu.apiReference}
            </a>
          </li>
        </ul>
      </nav>
    </div>
  );
};
