import { useTexts } from '../messages/texts.ts';
import { KeyIcon } from '../parts/icons.tsx';

/** In the place of a list of tokens that has none. */
export const EmptyList = ({ filtered }: { readonly filtered: boolean }) => {
  const { tokens } = useTexts().own;
  if (filtered) {
    return (
      <p class="empty" role="status">
        {tokens.noMatch}
      </p>
    );
  }
  return (
    <div class="empty">
      <KeyIcon />
      <p class="empty-title">{tokens.none}</p>
      <p>{tokens.noneWhat}</p>
    </div>
  );
};
