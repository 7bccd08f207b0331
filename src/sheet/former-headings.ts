// Headings of earlier versions on all tabs: those a keystroke needs (core/former-headings.ts), and the figures of «Sổ báo cáo».
import { FIGURE_CODES, FIGURE_NAMES, type FigureCode } from '../core/figures.ts';
import { FORMER, foldedHeadings, headingsNow } from '../core/former-headings.ts';

/** A figure's column in «Sổ báo cáo»: its code, which was all of it once, and what it is. */
export const figureHeading = (code: FigureCode): string => `${code} – ${FIGURE_NAMES[code]}`;

const ON_ALL_TABS: Readonly<Record<string, string>> = {
  ...FORMER,
  ...Object.fromEntries(FIGURE_CODES.map((code) => [figureHeading(code), code])),
};
const BEFORE = foldedHeadings(ON_ALL_TABS);

/** What a heading said in earlier versions. */
export const formerHeading = (heading: string): string | undefined => ON_ALL_TABS[heading];

/** The texts of a row of headings of any tab, folded and as the program words them today. */
export const sheetHeadingsNow = (texts: readonly string[]): string[] => headingsNow(texts, BEFORE);
