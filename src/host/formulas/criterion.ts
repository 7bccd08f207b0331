// What COUNTIF and its kin may be asked to look for: the criteria that every engine reads alike.

/** Why a criterion is not emulated, or undefined where it is. `text` is the whole criterion, its operator included. */
export function criterionFault(text: string): string | undefined {
  const operator = /^(?:<=|>=|<>|=|<|>)?/u.exec(text)?.[0] ?? '';
  const operand = text.slice(operator.length);
  if (/^[-+]?[0-9]+$/u.test(operand)) return operand.length > 15 ? 'more than 15 digits' : undefined;
  if (looksLikeNumber(operand)) return 'read as a number or a date in one locale and as text in another';
  // «<>x» leaves out empty cells and numbers in IronCalc, not in LibreOffice and Google.
  if (operator === '<>' && operand !== '') return '«<>» before a text';
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') return 'the order of texts';
  return undefined;
}

/** A number with a fraction, a group mark, a percent or an exponent, a date, a time, a truth value. */
function looksLikeNumber(text: string): boolean {
  const value = text.trim();
  return (
    /^[-+]?[0-9.,]*[0-9][0-9.,]*(?:[eE][-+]?[0-9]+)?\s*[%₫đ$€]?$/u.test(value) ||
    /^[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,4})?$/u.test(value) ||
    /^[0-9]{1,2}:[0-9]{2}/u.test(value) ||
    /^(?:true|false|inf|infinity|nan)$/iu.test(value)
  );
}
