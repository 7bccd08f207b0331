// Everything that reads a text somebody typed, and what writes one into a mail or a document, each as a function of a text.

import { readScope } from '../../src/core/ad-hoc-scope.ts';
import { readAddresses } from '../../src/core/addresses.ts';
import { nearWord } from '../../src/core/check/near-word.ts';
import { quoted } from '../../src/core/check/quoted.ts';
import { secretMark } from '../../src/core/check/secret-mark.ts';
import { personalDataIn } from '../../src/core/check/texts.ts';
import { checkRow } from '../../src/core/check-row.ts';
import { foldPhrase, phrasesWith, readPhrases, saysSomething } from '../../src/core/content.ts';
import { readDeadline } from '../../src/core/deadline.ts';
import { readPeriodLabel } from '../../src/core/period.ts';
import { findPersonalData } from '../../src/core/personal-data.ts';
import type { Unit } from '../../src/core/plan.ts';
import { typedText } from '../../src/core/report/typed-text.ts';
import { readRuleRecord } from '../../src/core/rule-record.ts';
import { readSettings } from '../../src/core/settings.ts';
import { KINDS, STATES } from '../../src/core/status.ts';
import { fold, tidy, tidyLines } from '../../src/core/text.ts';
import { readUnits } from '../../src/core/units.ts';
import { oneLine } from '../../src/report/document/counts.ts';
import { escaped } from '../../src/report/document/wordprocessing.ts';
import { html } from '../../src/report/markup.ts';
import { cut } from '../../src/report/page.ts';
import { taskRow } from './task-row.ts';

const units: readonly Unit[] = [
  {
    code: 'CAX',
    name: 'Công an xã',
    aliases: ['Công an'],
    level: 'xã',
    collective: false,
    memberOf: [],
    reporting: 'có dòng',
  },
  {
    code: 'VP',
    name: 'Văn phòng UBND xã',
    aliases: ['UBND xã'],
    level: 'xã',
    collective: false,
    memberOf: [],
    reporting: 'có dòng',
  },
];
const phrases = phrasesWith();
const view = { asOf: 45_427, period: { year: 2024, month: 5 }, indicators: [], phrases, planYear: 2024 };

export const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  tidy,
  tidyLines,
  fold,
  foldPhrase,
  readPhrases,
  saysSomething: (text) => saysSomething(text, phrases),
  findPersonalData,
  typedText,
  secretMark,
  personalDataIn,
  checkRow: (text) =>
    checkRow(
      taskRow({
        state: STATES.paused,
        kind: KINDS.dated,
        result: text,
        evidence: text,
        difficulty: text,
        period: text,
      }),
      view,
    ),
  quoted,
  nearWord: (text) => nearWord(text, Object.values(STATES)),
  readUnits: (text) => readUnits(text, units),
  readDeadline: (text) => readDeadline(text, 2024),
  readScope: (text) => readScope(text, [], []),
  readAddresses,
  readRuleRecord,
  readPeriodLabel,
  readSettings: (text) =>
    readSettings(
      new Map(['commune', 'superiorBodies', 'copies', 'holidays', 'ruleRecord'].map((key) => [key, text])),
      2024,
    ),
  oneLine: (text) => oneLine(text, 400),
  cut: (text) => cut(text, 300),
  escaped,
  html: (text) => html`<p>${text}</p>`,
};
