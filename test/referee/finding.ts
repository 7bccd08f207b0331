// What the referee reports: the rule, where, the sentence, and what was true.
export interface Finding {
  readonly rule: Rule;
  readonly at: string;
  readonly where: string;
  readonly sentence: string;
  readonly truth: string;
}

export type Rule =
  | 'untrue'
  | 'not-asked'
  | 'two-numbers'
  | 'not-delivered'
  | 'twice'
  | 'changed-entry'
  | 'promise'
  | 'silent-failure'
  | 'unwarned'
  | 'unnamed'
  | 'no-way-to-correct';
