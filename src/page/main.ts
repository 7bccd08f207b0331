// The page begins here: the worker is at work while the browser still reads the grid's library.
import { startClient } from './client.ts';
import { WORDS } from './words.ts';

const root = document.getElementById('page');

async function main(into: HTMLElement): Promise<void> {
  const { client, listen } = startClient(new URL('worker.js', document.baseURI));
  const first = client.start();
  const ready = client.ready();
  // Awaited below; a failure on the way there is no surprise.
  ready.catch(() => undefined);
  const { App } = await import('./app.ts');
  await new App(into, client, listen).start(first, ready);
}

if (root) {
  main(root).catch((error: unknown) => {
    root.textContent = `${WORDS.failed}: ${error instanceof Error ? error.message : String(error)}`;
  });
}
