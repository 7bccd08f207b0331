// What the bench measures: of a use case its cost, or why it could not be done; of a thing its size.
import type { Figures } from './figures.ts';

export interface Measured {
  readonly useCase: string;
  /** How many tasks the plan had. */
  readonly tasks: number;
  readonly figures: Figures | { readonly fails: string };
}

export interface MeasuredSize {
  readonly what: string;
  readonly bytes: number;
}
