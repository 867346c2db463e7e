import type { Pages } from './start-cockpit-server.ts';

type Asked = Parameters<Pages>[0];
type Answer = NonNullable<Awaited<ReturnType<Pages>>>;

/** Where the list of tokens is, and with it the way to the form. */
export const LIST_PATH = '/admin/tokens';

export const FORM_PATH = `${LIST_PATH}/new`;

/** A script that the form's page loads before the form is there. */
const SCRIPT_PATH = `${FORM_PATH}.js`;

const PERMISSIONS = ['Read', 'Write', 'Create', 'Delete'];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (title: string, body: string): Answer => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><title>${title}</title>
<nav><a href="${LIST_PATH}" aria-current="page">API</a></nav><main><h1>${title}</h1>${body}</main>`,
});

const goTo = (location: string): Answer => ({
  status: 303,
  type: 'text/plain',
  body: '',
  headers: { location },
});

const list = ({ record }: Asked): Answer => {
  const rows = record
    .all()
    .filter(({ state }) => state === 'saved')
    .map(({ name }) => `<tr><td>${escaped(name)}</td><td>Active</td></tr>`);
  return page(
    'API tokens',
    `<p><a href="${FORM_PATH}">Create</a></p>${
      rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : '<p>No tokens yet</p>'
    }`,
  );
};

const form = (): Answer =>
  page(
    'New token',
    `<script src="${SCRIPT_PATH}"></script><form method="post" action="${FORM_PATH}">
<p><label>Name <input name="name" required></label></p>
<p><label>Description <input name="description"></label></p>
<p><label>Expiration date <input type="date" name="expires"></label></p>
<fieldset><legend>Permissions</legend>${PERMISSIONS.map(
      (each) =>
        `<label><input type="checkbox" name="permissions" value="${each.toLowerCase()}"> ${each}</label>`,
    ).join('')}</fieldset>
<p><button>Next</button> <a href="${LIST_PATH}">Cancel</a></p></form>`,
  );

const token = (id: string, value: string): Answer =>
  page(
    'Copy the token',
    `<form method="post" action="${LIST_PATH}/${id}">
<p><label>API token <input readonly value="${escaped(value)}"></label></p>
<p><button name="verb" value="cancelled">Cancel</button>
<button name="verb" value="saved">Save</button></p></form>`,
  );

/**
 * A cockpit that its server renders, one document a step: the list, the form, the token, the list.
 * @param detour where a step leads instead, by its method and path; undefined where it should lead
 * @param meanwhile what happens while the form's page is there and the form is not yet
 */
export const pageByPage = (
  detour: (step: string) => string | undefined = () => undefined,
  meanwhile: () => Promise<void> = async () => undefined,
): Pages => {
  /** The values of the tokens that are shown once. */
  const shown = new Map<string, string>();
  return async (asked) => {
    const { method, url, body, record } = asked;
    const { pathname } = url;
    if (!pathname.startsWith(LIST_PATH)) return undefined;
    const away = detour(`${method} ${pathname}`);
    if (away !== undefined) return goTo(away);
    if (pathname === SCRIPT_PATH) {
      await meanwhile();
      return { type: 'text/javascript', body: '' };
    }
    const id = pathname.slice(LIST_PATH.length + 1);
    const sent = new URLSearchParams(body);
    if (method === 'GET') {
      if (id === '') return list(asked);
      if (id === 'new') return form();
      const value = shown.get(id);
      shown.delete(id);
      return value === undefined ? goTo(LIST_PATH) : token(id, value);
    }
    if (id !== 'new') {
      const verb = sent.get('verb') === 'saved' ? 'saved' : 'cancelled';
      record.finish(id, verb);
      return goTo(LIST_PATH);
    }
    const made = record.make({
      name: sent.get('name') ?? '',
      description: sent.get('description') ?? '',
      expires: sent.get('expires') ?? '',
      permissions: sent.getAll('permissions'),
    });
    if ('error' in made) return goTo(FORM_PATH);
    shown.set(made.id, made.token);
    return goTo(`${LIST_PATH}/${made.id}`);
  };
};
