// Names of cells outside the board that formulas look at.
import type { NamedCell } from '../declare.ts';
import { CLOCK_LINES } from './controls.ts';

const setting = (name: string, key: string): NamedCell => ({
  name,
  id: `da06_${name}`,
  tab: 'settings',
  at: { key, column: 'value' },
});

const clockLine = (name: string, key: string): NamedCell => ({
  name,
  id: `da06_${name}`,
  tab: 'controls',
  at: { key, column: 'outcome' },
});

export const CELL_NAMES: readonly NamedCell[] = [
  setting('CauHinhNgayTinh', 'asOf'),
  setting('SoNgayCanhBao', 'warningDays'),
  setting('CauHinhNgayChot', 'deadlineDay'),
  setting('CauHinhNgayGiaHan', 'graceDay'),
  setting('LichChot', 'ruleRecord'),
  setting('NamKeHoach', 'planYear'),
  setting('KyDauTien', 'firstPeriod'),
  setting('TuDongGui', 'automaticSending'),
  setting('TheoDoiDen', 'followUntil'),
  setting('EmailChuTich', 'chairmanEmail'),
  setting('CauHinhCau', 'phrases'),
  clockLine('LanChayCuoi', CLOCK_LINES.heartbeat),
  clockLine('KyDaGhi', CLOCK_LINES.stamped),
  clockLine('ThuChuaGui', CLOCK_LINES.mailTrouble),
];
