// Names of cells outside the board that formulas look at.
import { SETTING_LABELS, type SettingKey } from '../../core/settings.ts';
import type { NamedCell } from '../declare.ts';
import { CLOCK_LINES } from './controls.ts';

/** A named cell of a row, which people call so. */
interface LabelledCell extends NamedCell {
  readonly label: string;
}

const setting = (name: string, key: SettingKey): LabelledCell => ({
  name,
  id: `da06_${name}`,
  tab: 'settings',
  at: { key, column: 'value' },
  label: SETTING_LABELS[key],
});

const clockLine = (name: string, key: string): LabelledCell => ({
  name,
  id: `da06_${name}`,
  tab: 'controls',
  at: { key, column: 'outcome' },
  label: key,
});

export const CELL_NAMES: readonly LabelledCell[] = [
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
