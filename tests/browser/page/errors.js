/** Everything that went wrong outside of a panel. */
export const pageErrors = [];

const shorten = (text) => String(text).slice(0, 400);

window.addEventListener('error', (event) => pageErrors.push(`window: ${shorten(event.message)}`));
window.addEventListener('unhandledrejection', (event) => pageErrors.push(`promise: ${shorten(event.reason)}`));

const writeError = console.error;
console.error = (...parts) => {
  pageErrors.push(`console: ${shorten(parts.map(String).join(' '))}`);
  writeError(...parts);
};
