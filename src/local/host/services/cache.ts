// CacheService: strings that are forgotten, at the latest after six hours on the host's clock.
import { utf8 } from '../bytes.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, ServiceObject, type Value } from '../service.ts';

const LARGEST_VALUE = 100 * 1024;
const LONGEST_KEY = 250;
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 21_600;

export function cacheService(run: Run): ServiceObject {
  return new ServiceObject({
    service: 'CacheService',
    methods: {
      getScriptCache: { effect: () => cache(run, 'script') },
      getUserCache: { effect: () => cache(run, `user ${run.user}`) },
      getDocumentCache: { effect: () => (run.fileId === undefined ? null : cache(run, `document ${run.fileId}`)) },
    },
  });
}

function cache(run: Run, kind: string): ServiceObject {
  const { store } = run.machine;
  const entries = () => store.script(run.scriptId).cache;
  const full = (key: string): string => {
    if (key.length > LONGEST_KEY) throw new GoogleError('Argument too large: key');
    return `${kind} ${key}`;
  };
  const read = (key: string): string | null => {
    const entry = entries()[full(key)];
    return entry && entry.until > store.state.clock ? entry.value : null;
  };
  const write = (key: string, value: Value, seconds: number): void => {
    if (typeof value !== 'string') throw new GoogleError('Invalid argument: value');
    if (utf8(value).length > LARGEST_VALUE) throw new GoogleError('Argument too large: value');
    entries()[full(key)] = { value, until: store.state.clock + Math.min(MOST_SECONDS, Math.max(1, seconds)) * 1000 };
  };
  const strings = (args: Args): string[] => args.list(0).map(String);
  return new ServiceObject({
    service: 'CacheService.Cache',
    on: kind.split(' ')[0] ?? kind,
    methods: {
      get: { effect: (args) => read(args.text(0)) },
      getAll: {
        effect: (args) => {
          const found = strings(args).map((key) => [key, read(key)] as const);
          return Object.fromEntries(found.filter(([, value]) => value !== null));
        },
      },
      put: {
        effect: (args) => {
          write(args.text(0), args.values[1], args.optionalInteger(2, DEFAULT_SECONDS));
          return null;
        },
      },
      putAll: {
        effect: (args) => {
          const seconds = args.optionalInteger(1, DEFAULT_SECONDS);
          for (const [key, value] of Object.entries(args.record(0))) write(key, value, seconds);
          return null;
        },
      },
      remove: {
        effect: (args) => {
          delete entries()[full(args.text(0))];
          return null;
        },
      },
      removeAll: {
        effect: (args) => {
          for (const key of strings(args)) delete entries()[full(key)];
          return null;
        },
      },
    },
  });
}
