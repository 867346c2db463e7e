/** The first letter of a name on a tile, in the place of a logo. */
export const Monogram = ({ name }: { readonly name: string }) => (
  <span class="monogram" aria-hidden="true">
    {Array.from(name.trim())[0]?.toLocaleUpperCase()}
  </span>
);
