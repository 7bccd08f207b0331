// Since when a difficulty or a proposal has stood, for mail and document alike. What a silent unit left standing is not told as said in the period.
import { twoDigits } from '../core/figures.ts';
import { comparePeriods, type Period, periodLabel, shiftPeriod } from '../core/period.ts';
import type { Raised, RaisedText, ReportedTask } from '../core/report.ts';

/** Of texts together, some of which nobody may be known to have reported. */
export const CARRIED = 'chưa có báo cáo kỳ này';

const isCarried = ({ raised }: Pick<ReportedTask, 'raised'>, text: RaisedText) => raised?.[text]?.carried === true;

/** How many of the texts of a list were not said in the period. */
export function carriedIn(tasks: readonly ReportedTask[], text: RaisedText): number {
  return tasks.filter((task) => isCarried(task, text)).length;
}

/** «đã nêu 03 kỳ liên tiếp», «nêu từ Kỳ 03/2024, chưa có báo cáo mới»; of what is new, nothing. */
export function raisedWords(raised: Raised | undefined): string {
  if (!raised) return '';
  if (raised.carried) return carriedWords(raised);
  const { periods, atLeast } = raised;
  const oldest = periods[periods.length - 1];
  if (periods.length < 2 || !oldest) return '';
  const count = `đã nêu ${atLeast ? 'ít nhất ' : ''}${twoDigits(periods.length)} kỳ`;
  return isInARow(periods) ? `${count} liên tiếp` : `${count}, từ ${periodLabel(oldest)}`;
}

/** Of what is not said in the period; of everything else, nothing. */
export function carriedOnly(raised: Raised | undefined): string {
  return raised?.carried ? carriedWords(raised) : '';
}

/** A text with the same behind it, in brackets. */
export function withCarried(words: string, raised: Raised | undefined): string {
  const since = carriedOnly(raised);
  return words === '' || since === '' ? words : `${words} (${since})`;
}

function carriedWords({ periods: [newest, ...earlier], atLeast }: Raised): string {
  if (!newest) return CARRIED;
  const oldest = earlier[earlier.length - 1];
  const since = `nêu ${atLeast ? 'ít nhất ' : ''}từ ${periodLabel(oldest ?? newest)}`;
  return `${since}${oldest ? ` đến ${periodLabel(newest)}, sau đó` : ','} chưa có báo cáo mới`;
}

function isInARow(periods: readonly Period[]): boolean {
  const [newest] = periods;
  return newest !== undefined && periods.every((period, i) => comparePeriods(period, shiftPeriod(newest, -i)) === 0);
}
