/** What the fragment of every link to a request begins with. Apart, since the popup carries it. */
export const LINK_MARK = '#tenant-token=';
