// The `fields` parameter of the Drive API: names, with sub-fields in brackets: «files(id,name),nextPageToken».
import { ApiError } from '../contract.ts';
import { isList, isRecord, type Value } from '../service.ts';

interface Fields {
  [name: string]: Fields;
}

/** The resource with the named fields alone. Throws ApiError 400 where the text names what is not a field. */
export function pickFields(resource: Value, text: string, known: readonly string[]): Value {
  const fields = readFields(text);
  for (const name of Object.keys(fields)) {
    if (name !== '*' && !known.includes(name)) throw new ApiError(400, `Invalid field selection ${name}`);
  }
  return pick(resource, fields);
}

function pick(value: Value, fields: Fields): Value {
  if (isList(value)) return value.map((item) => pick(item, fields));
  if (!isRecord(value) || '*' in fields || Object.keys(fields).length === 0) return value;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, below]) => (name in value ? [[name, pick(value[name], below)]] : [])),
  );
}

function readFields(text: string): Fields {
  const tokens = text.match(/[A-Za-z*]+|[(),/]/gu) ?? [];
  if (tokens.join('') !== text.replace(/\s/gu, '')) throw new ApiError(400, `Invalid field selection ${text}`);
  let at = 0;
  const list = (): Fields => {
    const fields: Fields = {};
    for (;;) {
      const name = tokens[at] ?? '';
      at += 1;
      let below: Fields = {};
      if (tokens[at] === '(') {
        at += 1;
        below = list();
        at += 1;
      } else if (tokens[at] === '/') {
        at += 1;
        below = list();
        fields[name] = below;
        return fields;
      }
      fields[name] = below;
      if (tokens[at] !== ',') return fields;
      at += 1;
    }
  };
  return list();
}
