// HTML that cannot be broken by what people type: a tagged template escapes every value unless it is markup already. Lists are
// joined, `undefined` and `false` vanish, numbers are kept.

/** Text that is HTML already. Made by `html` only. */
export interface Markup {
  readonly markup: string;
}

type MarkupValue = string | number | false | undefined | Markup | readonly MarkupValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What HTML writes otherwise, and what it cannot hold. */
const SIGNS = /[&<>"']|(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

export function html(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const markup = strings.map((text, i) => text + (i < values.length ? written(values[i]) : '')).join('');
  return { markup };
}

function written(value: MarkupValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return value.replace(SIGNS, (character) => ENTITIES[character] ?? '');
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(written).join('');
}
