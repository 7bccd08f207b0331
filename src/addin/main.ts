// The use cases of the plain way, where one script bound to the sheet does everything: one function a name that Google calls. The build makes a
// top-level function of each export.

export { serveClock } from './entry-points/clock.ts';
export {
  aboutProgram,
  checkSheetData,
  closeReport,
  closeYear,
  correctPrevious,
  remindAllUnits,
  reportOutOfTurn,
  sendMailPreview,
  sendTestMail,
  sendToChairman,
  setUp,
  showSchedule,
  syncSheet,
} from './entry-points/menu-items.ts';
export { checkOnGoogle } from './live-check/entry-point.ts';
