// What the build writes into the script (tools/build/built-plan.ts): the plan, and in the hardened way where each script finds the other.
// There are no such files.
declare module 'built:plan' {
  import type { TabulatedPlan } from '../core/resolved-plan.ts';

  export const plan: TabulatedPlan['plan'];
  export const tasks: TabulatedPlan['tasks'];
  export const units: TabulatedPlan['units'];
  export const indicators: TabulatedPlan['indicators'];
}

declare module 'built:target' {
  /** Id of the one spreadsheet the scripts serve; empty in the plain way, where the script lives in it. */
  export const sheetId: string;
  /** Address of the standalone script in Google's editor; empty in the plain way. */
  export const editorUrl: string;
}
