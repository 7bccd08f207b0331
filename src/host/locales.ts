// The locales a spreadsheet may have here: how each writes formulas and shows values. Certain: which of them separate arguments
// by «;», and their decimal marks. Guessed: the group mark of fr_FR and the words of de_DE and fr_FR for TRUE and FALSE, as CLDR
// and the screen have them; function names and TRUE are English in the formulas of the API in every locale.
import { NotEmulated } from './contract.ts';

export interface Locale {
  /** Between a formula's arguments. */
  readonly separator: ';' | ',';
  readonly decimal: ',' | '.';
  readonly group: string;
  /** The pattern of a date without one. */
  readonly date: string;
  /** How FALSE and TRUE are shown. */
  readonly truth: readonly [no: string, yes: string];
}

const TRUTH = ['FALSE', 'TRUE'] as const;
const LOCALES: Readonly<Record<string, Locale>> = {
  vi_VN: { separator: ';', decimal: ',', group: '.', date: 'dd/mm/yyyy', truth: TRUTH },
  en_US: { separator: ',', decimal: '.', group: ',', date: 'm/d/yyyy', truth: TRUTH },
  en_GB: { separator: ',', decimal: '.', group: ',', date: 'dd/mm/yyyy', truth: TRUTH },
  de_DE: { separator: ';', decimal: ',', group: '.', date: 'dd.mm.yyyy', truth: ['FALSCH', 'WAHR'] },
  fr_FR: { separator: ';', decimal: ',', group: '\u202F', date: 'dd/mm/yyyy', truth: ['FAUX', 'VRAI'] },
};

/** What the host knows of a locale; any other is `NotEmulated`. */
export function localeNamed(name: string): Locale {
  const known = LOCALES[name];
  if (!known) throw new NotEmulated(`a spreadsheet of locale ${name}`);
  return known;
}
