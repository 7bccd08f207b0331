// The page's end of the line to the worker: every action of the desk as a promise.
import { type Ask, CHANGING, type Desk, type Say, type Told } from './protocol.ts';

export interface Client extends Desk {
  /** Ends what takes long at its next stop. */
  stop(): void;
}

export interface ClientHandlers {
  /** How many actions are asked for and not answered. */
  busy(deeds: number): void;
  progress(deed: keyof Desk, now: string, done: number, whole: number): void;
  accepted(id: number): void;
  saved(): void;
  /** What another window has changed. */
  news(told: Told): void;
  /** The window that held the file is closed. */
  freed(): void;
  /** An action is sent that is lost where the page is closed before it is kept. */
  sent(deed: keyof Desk): void;
}

/** Starts the worker; `listen` is told of what happens between question and answer. */
export function startClient(url: URL): { client: Client; listen: (handlers: ClientHandlers) => void } {
  let handlers: Partial<ClientHandlers> = {};
  const worker = new Worker(url, { type: 'module' });
  const waiting = new Map<
    number,
    { deed: keyof Desk; resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  const isChanging = () => [...waiting.values()].some(({ deed }) => CHANGING.has(deed));
  let next = 1;
  worker.onmessage = ({ data }: MessageEvent<Say>) => {
    // What was asked for since is not kept by it.
    if (data.kind === 'saved') return isChanging() ? undefined : handlers.saved?.();
    if (data.kind === 'freed') return handlers.freed?.();
    if (data.kind === 'news') return handlers.news?.(data.told);
    const ask = waiting.get(data.id);
    if (!ask) return;
    if (data.kind === 'accepted') return handlers.accepted?.(data.id);
    if (data.kind === 'progress') return handlers.progress?.(ask.deed, data.now, data.done, data.whole);
    waiting.delete(data.id);
    handlers.busy?.(waiting.size);
    if (data.kind === 'done') ask.resolve(data.result);
    else ask.reject(new Error(data.message));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
    handlers.busy?.(0);
  };
  const ask = (deed: keyof Desk, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = next;
      next += 1;
      waiting.set(id, { deed, resolve, reject });
      handlers.busy?.(waiting.size);
      if (CHANGING.has(deed)) handlers.sent?.(deed);
      worker.postMessage({ id, deed, args } satisfies Ask);
    });
  const client = new Proxy({} as Client, {
    get: (_target, name) => {
      if (name === 'stop') return () => worker.postMessage('stop');
      return (...args: unknown[]) => ask(name as keyof Desk, args);
    },
  });
  const listen = (given: ClientHandlers) => {
    handlers = given;
  };
  return { client, listen };
}
