// Colours of a table as conditional formats: one rule a colour, decided by the words of one column.
import { columnLetters } from '../core/a1.ts';
import type { TableTab } from './declare.ts';
import type { PlacedTab } from './reading/place.ts';
import type { RawConditionalFormat } from './reading/snapshot.ts';
import { colourStyle } from './style.ts';

export function wantedColours(declared: TableTab, tab: PlacedTab, sheetId: number): RawConditionalFormat[] {
  const indexOf = (key: string) => {
    const column = tab.columns.find((placed) => placed.declared.key === key);
    if (!column) throw new Error(`a colour of ${declared.key} names the unknown column ${key}`);
    return column.index;
  };
  return declared.colours.map(({ by, columns, words, background, foreground }) => {
    const cell = `$${columnLetters(indexOf(by))}2`;
    const tests = words.map((word) => `${cell}="${word}"`);
    const formula = tests.length === 1 ? `=${tests[0]}` : `=OR(${tests.join(';')})`;
    return {
      ranges: columns.map(indexOf).map((column) => ({
        sheetId,
        startRowIndex: 1,
        endRowIndex: tab.rowCount,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      })),
      booleanRule: {
        condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
        format: {
          backgroundColorStyle: colourStyle(background),
          ...(foreground === undefined ? {} : { textFormat: { foregroundColorStyle: colourStyle(foreground) } }),
        },
      },
    };
  });
}
