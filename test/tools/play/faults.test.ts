// Which calls a fault meets, until when, and what becomes of them.
import { describe, expect, test } from 'vitest';
import type { ObservedCall } from '../../../src/host/observer.ts';
import type { Json } from '../../../src/host/state.ts';
import { type Fault, meets, startFaults } from '../../../src/tools/play/faults.ts';

const fault = (call: string, more: Partial<Fault> = {}): Fault => ({ call, effect: 'none', ...more });
const call = (name: string, args: Json[] = [], at = '2024-05-15T08:30:00.400+07:00'): ObservedCall => {
  const dot = name.lastIndexOf('.');
  const [service, method] = [name.slice(0, dot), name.slice(dot + 1)];
  return { service, method, args, at, user: '', remote: true, run: 1, functionName: '', scriptId: '' };
};
const mail = (message: Json) => call('MailApp.sendEmail', [message]);

describe('meets', () => {
  test.each<[boolean, string, ObservedCall]>([
    [true, 'MailApp.sendEmail', call('MailApp.sendEmail')],
    [true, 'MailApp', call('MailApp.getRemainingDailyQuota')],
    [false, 'MailApp.sendEmail', call('MailApp.getRemainingDailyQuota')],
    [true, 'Sheets.', call('Sheets.Spreadsheets.batchUpdate')],
    [true, 'Sheets.Spreadsheets', call('Sheets.Spreadsheets.get')],
    [false, 'Sheets.Spread', call('Sheets.Spreadsheets.get')],
    [false, 'Sheets', call('SpreadsheetApp.Range.getValues')],
    [false, 'clock', call('MailApp.sendEmail')],
  ])('%j: %s', (expected, name, met) => expect(meets(fault(name), met)).toBe(expected));

  test.each<[boolean, Json]>([
    [true, { to: 'Chu-Tich@example.vn', subject: '' }],
    [true, { to: 'a@b.vn', cc: 'x@y.vn,chu-tich@example.vn' }],
    [true, 'chu-tich@example.vn'],
    [false, { to: 'a@b.vn', subject: 'chu-tich' }],
    [false, null],
  ])('%j: a mail to %j', (expected, message) =>
    expect(meets(fault('MailApp', { to: 'chu-tich@' }), mail(message))).toBe(expected),
  );

  test('a recipient makes it a matter of mails', () =>
    expect(meets(fault('Drive', { to: 'x' }), call('Drive.Files.create', ['x']))).toBe(false));
});

describe('a fault', () => {
  const verdict = (given: Fault, name: string) => {
    const faults = startFaults();
    faults.begin({ index: 3 }, given);
    return faults.observer(call(name));
  };
  test.each<[Fault['effect'], string]>([
    ['none', 'failBefore'],
    ['done', 'failAfter'],
    ['dies', 'die'],
  ])('%s: %s', (effect, key) => expect(verdict(fault('MailApp', { effect }), 'MailApp.sendEmail')).toHaveProperty(key));
  test('says what it is told to', () =>
    expect(verdict(fault('MailApp', { message: 'hết' }), 'MailApp.sendEmail')).toEqual({
      failBefore: new Error('hết'),
    }));
  test('of the advanced services is an error of their API', () =>
    expect(verdict(fault('Drive'), 'Drive.Files.create')).toMatchObject({
      failBefore: { name: 'ApiError', code: 503 },
    }));

  test('ends, and counts what it met', () => {
    const faults = startFaults();
    faults.begin({ index: 3 }, fault('MailApp', { until: '2024-05-15T08:31' }));
    expect(faults.observer(call('MailApp.sendEmail', [], '2024-05-15T08:30:59.999+07:00'))).toBeDefined();
    expect(faults.observer(call('MailApp.sendEmail', [], '2024-05-15T08:31:00.000+07:00'))).toBeUndefined();
    faults.begin({ index: 4 }, fault('clock', { until: '2024-05-16T00:00:30' }));
    expect(faults.keepsClockAway('2024-05-16T00:00:29.000+07:00')).toBe(true);
    expect(faults.keepsClockAway('2024-05-16T00:00:30.000+07:00')).toBe(false);
    expect([...faults.hits()]).toEqual([
      [3, 1],
      [4, 1],
    ]);
  });
});
