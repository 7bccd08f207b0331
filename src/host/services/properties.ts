// PropertiesService: strings by key, a store a script, a user and a document, each script its own.
import { utf8 } from '../bytes.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, type Method, ServiceObject, type Value } from '../service.ts';

const LARGEST_VALUE = 9 * 1024;
const LARGEST_STORE = 500 * 1024;

export function propertiesService(run: Run): ServiceObject {
  const kept = () => run.machine.store.script(run.scriptId).properties;
  return new ServiceObject({
    service: 'PropertiesService',
    methods: {
      getScriptProperties: { effect: () => properties('script', () => kept().script) },
      getUserProperties: {
        effect: () =>
          properties('user', () => {
            const all = kept().user;
            all[run.user] ??= {};
            return all[run.user] ?? {};
          }),
      },
      getDocumentProperties: {
        effect: () => (run.fileId === undefined ? null : properties('document', () => kept().document)),
      },
    },
  });
}

function properties(name: string, entries: () => Record<string, string>): ServiceObject {
  const write = (key: string, value: Value): void => {
    if (value === null || value === undefined || typeof value === 'object') {
      throw new GoogleError(`Invalid argument: value`);
    }
    const text = String(value);
    if (utf8(text).length > LARGEST_VALUE) throw new GoogleError('Argument too large: value');
    const after = { ...entries(), [key]: text };
    const size = Object.entries(after).reduce((sum, [k, v]) => sum + utf8(k).length + utf8(v).length, 0);
    if (size > LARGEST_STORE) {
      throw new GoogleError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    entries()[key] = text;
  };
  const clear = (): void => {
    for (const key of Object.keys(entries())) delete entries()[key];
  };
  const methods: Record<string, (args: Args) => Value> = {
    getProperty: (args) => entries()[args.text(0)] ?? null,
    getProperties: () => ({ ...entries() }),
    getKeys: () => Object.keys(entries()),
    setProperty: (args) => {
      write(args.text(0), args.values[1]);
      return object;
    },
    setProperties: (args) => {
      const values = args.record(0);
      if (args.values[1] === true) clear();
      for (const [key, value] of Object.entries(values)) write(key, value);
      return object;
    },
    deleteProperty: (args) => {
      delete entries()[args.text(0)];
      return object;
    },
    deleteAllProperties: () => {
      clear();
      return object;
    },
  };
  const object: ServiceObject = new ServiceObject({
    service: 'PropertiesService.Properties',
    on: name,
    methods: Object.fromEntries(
      Object.entries(methods).map(([key, effect]): [string, Method] => [key, { remote: true, effect }]),
    ),
  });
  return object;
}
