/** Whether a browser lets the extension read the clipboard; `unknown` to it where it never does. */
export type ClipboardAccess = PermissionState | 'unknown';

/** Asks without asking the person. A copied token can be cleared only where this is `granted`. */
export const clipboardAccess = async (): Promise<ClipboardAccess> => {
  try {
    return (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state;
  } catch {
    return 'unknown';
  }
};

/** Lets the browser ask the person; must be called from a click. */
export const askForClipboard = async (): Promise<ClipboardAccess> => {
  await navigator.clipboard.readText().catch(() => undefined);
  return clipboardAccess();
};
