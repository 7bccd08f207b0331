// What Google says of a formula that has no value: the type of its `errorValue`, and a sentence.
import { NotEmulated } from '../contract.ts';

type ErrorValue = GoogleAppsScript.Sheets.Schema.ErrorValue;

const ERRORS: Record<string, { type: string; message: string }> = {
  '#N/A': { type: 'N_A', message: 'Value is not available.' },
  '#REF!': { type: 'REF', message: 'Reference does not exist.' },
  '#VALUE!': { type: 'VALUE', message: 'An argument has a value of the wrong type.' },
  '#DIV/0!': { type: 'DIVIDE_BY_ZERO', message: 'Division by zero.' },
  '#NAME?': { type: 'NAME', message: 'Unknown function or range name.' },
  '#NUM!': { type: 'NUM', message: 'The value is not a valid number.' },
  '#NULL!': { type: 'NULL_VALUE', message: 'Null value.' },
};

/** The `errorValue` of «#N/A» and its kin; errors only the engine has (#SPILL!, #N/IMPL!) are not emulated. */
export function errorValueOf(code: string): ErrorValue {
  const known = ERRORS[code];
  if (!known) throw new NotEmulated(`a formula the engine answers with ${code}`);
  return { ...known };
}
