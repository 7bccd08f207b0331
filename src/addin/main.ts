// The deeds of the plain way, where one script bound to the sheet does everything: one function a name that Google calls. The build makes a
// top-level function of each export.

export { serveClock } from './doors/clock.ts';
export { closeReport, closeYear, correctPrevious, reportOutOfTurn } from './doors/closing.ts';
export { aboutProgram, checkSheetData, showSchedule } from './doors/looking.ts';
export { remindAllUnits, sendMailPreview, sendTestMail, sendToChairman } from './doors/requests.ts';
export { setUp } from './doors/set-up.ts';
export { syncSheet } from './doors/sync.ts';
export { checkOnGoogle } from './live-check/door.ts';
