import { useTexts } from '../messages/texts.ts';
import { OutIcon } from '../parts/icons.tsx';
import { Link } from '../routing/link.tsx';
import { PATHS } from '../routing/path.ts';
import { useSignedIn } from '../session/context.ts';
import { Menu } from './menu.tsx';
import { Monogram } from './monogram.tsx';

/** What stands above every page: menu, whose cockpit this is, who is signed in, the way out. */
export const TopBar = ({ onSignOut }: { readonly onSignOut: () => void }) => {
  const { own } = useTexts();
  const { tenant, user } = useSignedIn();
  return (
    <header class="top-bar">
      <Menu />
      <Link to={PATHS.home} class="whose">
        <Monogram name={tenant.name} />
        <span>{tenant.name}</span>
      </Link>
      <div class="person">
        <span class="person-name">{user?.name}</span>
        <span class="person-role">{user?.role}</span>
      </div>
      <button type="button" class="button button-quiet sign-out" onClick={onSignOut}>
        <OutIcon />
        <span>{own.signIn.signOut}</span>
      </button>
    </header>
  );
};
