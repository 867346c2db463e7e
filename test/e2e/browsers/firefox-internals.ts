// The shapes of Firefox's own objects that firefox-toolkit.ts leans on, as of ESR 153.

export interface XulBrowser {
  permanentKey?: object;
  isConnected: boolean;
  currentURI: { spec: string } | null;
  browsingContext: { prefersColorSchemeOverride: string } | null;
  messageManager: FrameMessageManager;
  closest: (selector: 'panel') => XulPanel | null;
  fixupAndLoadURIString: (url: string, options: { triggeringPrincipal: object }) => void;
}

export interface FrameMessageManager {
  loadFrameScript: (url: string, allowDelayedLoad: boolean, runInGlobal?: boolean) => void;
  sendAsyncMessage: (name: string, data: object) => void;
}

interface XulPanel {
  state: string;
  hidePopup: () => void;
}

/** The panel in which Firefox asks whether an extension may work on a host. */
export interface PermissionQuestion {
  textContent: string;
  button?: { disabled: boolean; click: () => void };
  secondaryButton?: { disabled: boolean; click: () => void };
}

export interface Extension {
  shortcuts: { onCommand: (name: string) => void };
  baseURL: string;
  principal: object;
  backgroundState: string | undefined;
  wakeupBackground: () => Promise<void>;
  views: Iterable<{ viewType: string; xulBrowser: XulBrowser }>;
  terminateBackground: (options: { disableResetIdleForTest: boolean }) => Promise<void>;
}

export interface NavigableManager {
  getIdForBrowser: (browser: XulBrowser) => string | null;
  getBrowsingContextById: (id: string) => unknown;
  /** Ours: what `adopt` added, by context id. */
  adopted?: Map<string, XulBrowser>;
}

export interface ExtensionParent {
  apiManager: {
    global: {
      browserActionFor: (extension: Extension) => { triggerAction: (window: object) => void };
    };
    emit: (event: string, browser: XulBrowser) => void;
  };
  HiddenExtensionPage: new (
    extension: Extension,
    viewType: string,
  ) => { createBrowserElement: () => Promise<XulBrowser> };
}

export interface ScriptError {
  errorMessage: string;
  sourceName: string;
}

export interface Transferable {
  init: (context: null) => void;
  addDataFlavor: (flavor: string) => void;
  getTransferData: (
    flavor: string,
    into: { value?: { QueryInterface: (i: unknown) => { data: string } } },
  ) => void;
}
