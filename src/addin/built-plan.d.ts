// The plan as the build writes it into the script (local/build/bundle.ts); there is no such file.
declare module 'built:plan' {
  import type { TabulatedPlan } from '../core/resolved-plan.ts';

  export const plan: TabulatedPlan['plan'];
  export const tasks: TabulatedPlan['tasks'];
  export const units: TabulatedPlan['units'];
  export const indicators: TabulatedPlan['indicators'];
}
