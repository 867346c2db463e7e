import { browser } from 'wxt/browser';

// Browsers put a background to sleep 30 s after its last call or event.
const REST_MS = 10_000;

/** Keeps this process from being put to sleep until the work has ended. */
export const stayAwake = async <T>(work: Promise<T>): Promise<T> => {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), REST_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
};
