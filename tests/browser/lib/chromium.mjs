import { chromium } from 'playwright-core';
import { programs } from './programs.mjs';

/** Starts the Chromium of the system, without a window and without a word to the network. */
export async function launchChromium() {
  return chromium.launch({
    executablePath: programs.chromium,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
