// The page begins here.
import { App } from './app.ts';
import { WORDS } from './words.ts';

const root = document.getElementById('page');
if (root) {
  new App(root).start().catch((error: unknown) => {
    root.textContent = `${WORDS.failed}: ${error instanceof Error ? error.message : String(error)}`;
  });
}
