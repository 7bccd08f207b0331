// What hands do on the page's grid, in a real browser by real keys and a real clipboard: each line of it once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { writePage } from '../../src/tools/build/page.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { stageAt } from '../app/played.ts';
import { faultsOf } from './faults.ts';
import { hasBrowser, type Opened, openPage } from './opened.ts';

const [POLICE, JUSTICE, FINANCE] = ['cax@example.vn', 'tp@example.vn', 'tckh@example.vn'] as const;

describe.skipIf(!hasBrowser)('hands', () => {
  let opened: Opened;
  let stage: Stage;
  const cell = (code: string, column: ColumnKey<'tasks'>) => {
    const { row, column: index } = stage.locate('tasks', code, column);
    return `${String.fromCharCode(65 + index)}${row + 1}`;
  };

  beforeAll(async () => {
    stage = stageAt('2024-05-13T08:00');
    opened = await openPage(await writePage(ROOT, { stage, out: 'out/page-of-hands' }), 1440, 860);
    await opened.sit(JUSTICE);
  }, 120_000);

  afterAll(async () => opened?.close());

  beforeEach(async () => {
    expect(await opened.dialog.count()).toBe(0);
  });

  test('what is typed is entered by Enter, by Tab and by a click elsewhere; Esc drops it', async () => {
    const { page } = opened;
    const [result, evidence] = [cell('I.01', 'result'), cell('I.01', 'evidence')];
    const difficulty = cell('I.01', 'difficulty');
    await opened.goTo(evidence);
    await page.keyboard.type('Số 12/BC');
    await opened.press('Tab');
    expect(await opened.chosen()).toBe(difficulty);
    await page.keyboard.type('Thiếu máy');
    await opened.press('Shift+Tab');
    expect(await opened.chosen()).toBe(evidence);
    await opened.goTo(result);
    await page.keyboard.type('Rà soát 05 văn bản');
    await page.locator('.grid td', { hasText: 'Ban Tài chính xã' }).first().click();
    await opened.settled();
    await opened.goTo(cell('I.01', 'proposal'));
    await page.keyboard.type('Bỏ');
    await opened.press('Escape');
    expect(await Promise.all([opened.held(result)])).toEqual(['Rà soát 05 văn bản']);
    expect([await opened.held(evidence), await opened.held(difficulty)]).toEqual(['Số 12/BC', 'Thiếu máy']);
    expect(await opened.held(cell('I.01', 'proposal'))).toBe('');
  });

  test('what is typed in the bar is entered by leaving it', async () => {
    const { page } = opened;
    await opened.goTo(cell('I.01', 'proposal'));
    await page.fill('#content', 'Đề nghị trang bị');
    await page.locator('.grid td', { hasText: 'Ban Tài chính xã' }).first().click();
    await opened.settled();
    expect(await opened.held(cell('I.01', 'proposal'))).toBe('Đề nghị trang bị');
  });

  test('a cell of others is refused before anything is typed', async () => {
    const { page } = opened;
    await opened.goTo(cell('IV.38', 'result'));
    await page.keyboard.press('a');
    expect(await page.locator('.refusal').innerText()).toMatch(/được bảo vệ/u);
    expect(await page.locator('.editor').isVisible()).toBe(false);
    expect(await page.locator('#content').getAttribute('readonly')).not.toBeNull();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+x');
    expect(await page.locator('.cut').count()).toBe(0);
    await opened.goTo(cell('I.01', 'result'));
    expect(await page.locator('.refusal').isVisible()).toBe(false);
  });

  test('keys go where they go in Sheets', async () => {
    const result = cell('I.01', 'result');
    for (const [from, key, to] of [
      [result, 'Home', 'A2'],
      [result, 'Control+Home', 'A1'],
      [result, 'ArrowDown', result.replace('2', '3')],
      [result, 'Control+ArrowUp', result.replace('2', '1')],
      ['B2', 'Control+ArrowDown', 'B73'],
      ['A2', 'PageDown', expect.stringMatching(/^A\d+$/u)],
    ] as const) {
      await opened.goTo(from);
      await opened.press(key);
      expect([key, await opened.chosen()]).toEqual([key, to]);
    }
    await opened.goTo('A2');
    await opened.press('Control+End');
    expect(await opened.chosen()).toMatch(/73$/u);
    await opened.goTo('B2');
    await opened.press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await opened.page.locator('.grid [aria-selected=true]').count()).toBe(4);
  });

  test('Ctrl+C and Ctrl+V copy, Ctrl+X moves, Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z take back and do again', async () => {
    const [result, evidence] = [cell('II.16', 'result'), cell('II.16', 'evidence')];
    await opened.type(result, 'Một');
    await opened.goTo(result);
    await opened.press('Control+c');
    await opened.goTo(evidence);
    await opened.press('Control+v');
    expect(await opened.held(evidence)).toBe('Một');
    await opened.goTo(evidence);
    await opened.press('Control+x');
    const difficulty = cell('II.16', 'difficulty');
    await opened.goTo(difficulty);
    await opened.press('Control+v');
    expect([await opened.held(evidence), await opened.held(difficulty)]).toEqual(['', 'Một']);
    await opened.press('Control+z');
    expect([await opened.held(evidence), await opened.held(difficulty)]).toEqual(['Một', '']);
    await opened.press('Control+y');
    expect([await opened.held(evidence), await opened.held(difficulty)]).toEqual(['', 'Một']);
    await opened.press('Control+z', 'Control+z');
    expect(await opened.held(evidence)).toBe('');
    await opened.press('Control+Shift+z');
    expect(await opened.held(evidence)).toBe('Một');
  });

  test('folded columns are shown to who asks, and folded again', async () => {
    const { page } = opened;
    const heading = page.getByRole('grid').getByText('Đầu mối', { exact: true });
    expect(await heading.count()).toBe(0);
    await opened.view(/cột gấp lại/u);
    await heading.waitFor();
    await opened.view(/cột gấp lại/u);
    await heading.waitFor({ state: 'detached' });
  });

  test('one value fills a selection: pasted, by Ctrl+Enter, by Ctrl+D', async () => {
    const row = (code: string, column: ColumnKey<'tasks'>) => opened.held(cell(code, column));
    await opened.view('Ban Tư pháp');
    await opened.carry('Đủ');
    await opened.goTo(cell('V.53', 'evidence'));
    await opened.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
    expect([await row('V.53', 'evidence'), await row('V.54', 'evidence'), await row('V.55', 'evidence')]).toEqual([
      'Đủ',
      'Đủ',
      'Đủ',
    ]);
    await opened.goTo(cell('V.53', 'proposal'));
    await opened.press('Shift+ArrowDown');
    await opened.page.keyboard.type('Xin');
    await opened.press('Control+Enter');
    expect([await row('V.53', 'proposal'), await row('V.54', 'proposal')]).toEqual(['Xin', 'Xin']);
    await opened.type(cell('V.53', 'difficulty'), 'Khó');
    await opened.goTo(cell('V.53', 'difficulty'));
    await opened.press('Shift+ArrowDown', 'Control+d');
    expect(await row('V.54', 'difficulty')).toBe('Khó');
    await opened.press('Shift+ArrowUp', 'Delete');
    // One gesture is taken back as one.
    expect([await row('V.53', 'difficulty'), await row('V.54', 'difficulty')]).toEqual(['', '']);
    await opened.press('Control+z');
    expect([await row('V.53', 'difficulty'), await row('V.54', 'difficulty')]).toEqual(['Khó', 'Khó']);
  });

  test('a cell of Excel with a line break stays one cell; paragraphs of Word stay in the cell being typed in', async () => {
    const { page } = opened;
    const result = cell('V.56', 'result');
    await opened.carry('"Dòng một\r\nDòng hai"\t\tSố 5\r\n');
    await opened.goTo(result);
    await opened.press('Control+v');
    expect(await opened.held(result)).toBe('Dòng một\nDòng hai');
    expect(await opened.held(cell('V.56', 'evidence'))).toBe('Số 5');
    await opened.carry('Đoạn một\r\nĐoạn hai\r\n');
    await opened.goTo(cell('V.56', 'difficulty'));
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+v');
    await opened.press('Enter');
    expect((await opened.held(cell('V.56', 'difficulty'))).trim()).toBe('Đoạn một\nĐoạn hai');
  });

  test('a list offers what fits while one types, without marks too', async () => {
    const { page } = opened;
    await opened.goTo(cell('V.53', 'state'));
    await page.keyboard.type('dang');
    expect(await page.locator('.suggestions [aria-selected=true]').innerText()).toBe('Đang thực hiện');
    await opened.press('Enter');
    expect(await opened.held(cell('V.53', 'state'))).toBe('Đang thực hiện');
  });

  test('a day is picked from a calendar', async () => {
    const { page } = opened;
    const doneOn = cell('V.53', 'doneOn');
    await opened.goTo(doneOn);
    await page.keyboard.press('Alt+ArrowDown');
    await page.fill('.day input', '2024-05-10');
    await opened.press('Enter');
    expect(await opened.held(doneOn)).toBe('10/05/2024');
  });

  test('a text nobody knows Google’s reading of is refused in Vietnamese', async () => {
    await opened.goTo(cell('V.54', 'doneOn'));
    await opened.page.keyboard.type('6/2024');
    await opened.press('Enter');
    const words = (await opened.answerAll()).join();
    expect(words).toContain('«6/2024»');
    expect(words).not.toMatch(/typed|figures/u);
  });

  test('the browser finds any text of the tab', async () => {
    await opened.view('Tất cả các dòng');
    expect(await opened.page.evaluate(`window.find('Dòng hai', false, false, true)`)).toBe(true);
    // The last task, far below the screen.
    expect(await opened.page.locator('.grid td', { hasText: /^72$/u }).count()).toBe(1);
  });

  test('F6 leaves the grid and comes back, Tab alone does not; skip links lead past it', async () => {
    const { page } = opened;
    const where = () =>
      page.evaluate(`document.activeElement.closest('.grid, .tabs, .bar, .menus, .strip')?.className`);
    await opened.goTo('B2');
    await opened.press('Tab');
    expect([await where(), await opened.chosen()]).toEqual(['grid', 'C2']);
    await opened.press('F6');
    expect(await where()).toBe('tabs');
    await opened.press('Shift+F6');
    expect(await where()).toBe('grid');
    await opened.press('Shift+F6');
    expect(await where()).toBe('bar');
    await page.evaluate(`document.querySelector('.skip').focus()`);
    await opened.press('Enter');
    expect(await where()).toBe('grid');
  });

  test('readers and keyboards meet no fault: grid, menu, list, suggestions, refusal, mails, board, dialog', async () => {
    const { page } = opened;
    const faults: Record<string, string[]> = {};
    const look = async (what: string) => {
      faults[what] = await faultsOf(page);
      await page.keyboard.press('Escape');
    };
    await look('grid');
    await page.click('#views');
    await look('menu');
    await opened.goTo(cell('V.54', 'state'));
    await page.keyboard.press('Alt+ArrowDown');
    await look('list');
    await page.keyboard.type('dang');
    await look('suggestions');
    await opened.goTo('B3');
    await page.keyboard.press('d');
    await look('refusal');
    await page.click('#open-outbox');
    await page.waitForSelector('.panel-body .only');
    await look('mails');
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    await opened.settled();
    await look('board');
    await page.getByRole('tab', { name: 'Nhiệm vụ' }).click();
    await opened.settled();
    await page.click('#machine');
    await page.getByRole('menuitem', { name: 'Phím tắt' }).click();
    await look('dialog');
    await page.setViewportSize({ width: 390, height: 740 });
    await page.locator('.card summary').first().click();
    await look('cards');
    await page.setViewportSize({ width: 1440, height: 860 });
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
  });

  test('menus and tabs are gone through by keyboard', async () => {
    const { page } = opened;
    const said = () => page.evaluate('document.activeElement.innerText');
    await page.locator('#views').focus();
    await opened.press('ArrowDown', 'b', 'b');
    const first = await said();
    await opened.press('End');
    expect(await said()).not.toBe(first);
    await opened.press('ArrowLeft');
    expect(await page.locator('.menus .menu:not([hidden])').count()).toBe(1);
    expect(await said()).toMatch(/^Tổng hợp báo cáo/u);
    await opened.press('Escape');
    expect(await said()).toBe('Đề án 06');
    await page.locator('.tabs [aria-selected=true]').focus();
    await opened.press('ArrowRight', 'Enter');
    expect(await page.locator('.tabs [aria-selected=true]').innerText()).toBe('Tổng hợp');
    await opened.press('ArrowLeft', 'Enter');
    expect(await page.locator('.tabs [aria-selected=true]').innerText()).toBe('Nhiệm vụ');
  });

  test('each takes back only what is his', async () => {
    const finance = cell('I.02', 'result');
    await opened.type(cell('I.01', 'evidence'), 'Của Tư pháp');
    await opened.sit(FINANCE);
    await opened.type(finance, 'Của Tài chính');
    await opened.goTo(finance);
    await opened.press('Control+z', 'Control+z');
    expect(await opened.held(finance)).toBe('');
    await opened.sit(JUSTICE);
    expect(await opened.held(cell('I.01', 'evidence'))).toBe('Của Tư pháp');
    await opened.press('Control+z');
    expect(await opened.held(cell('I.01', 'evidence'))).toBe('Số 12/BC');
  });

  test('a chosen view stays: over tabs, people and a reload', async () => {
    const { page } = opened;
    const rows = () => page.locator('.grid tbody tr:not([hidden])').count();
    await opened.view('Ban Tư pháp');
    const shown = await rows();
    expect(shown).toBeLessThan(72);
    await page.getByRole('tab', { name: 'Đơn vị' }).click();
    await opened.settled();
    await page.getByRole('tab', { name: 'Nhiệm vụ' }).click();
    await opened.settled();
    expect(await rows()).toBe(shown);
    await opened.sit(POLICE);
    expect(await rows()).toBe(72);
    await opened.sit(JUSTICE);
    expect(await rows()).toBe(shown);
    await opened.again();
    await opened.settled();
    expect(await rows()).toBe(shown);
  });

  test('another window looks on', async () => {
    const { page } = opened;
    const other = await opened.another();
    expect(await other.locator('.looking').innerText()).toMatch(/chỉ xem/u);
    await opened.type(cell('I.01', 'result'), 'Ghi từ cửa sổ đầu');
    await other.locator('.grid td', { hasText: 'Ghi từ cửa sổ đầu' }).waitFor({ timeout: 20_000 });
    await other.locator('.grid td', { hasText: 'Ghi từ cửa sổ đầu' }).click();
    await other.keyboard.press('x');
    expect(await other.locator('.refusal').innerText()).toMatch(/chỉ xem/u);
    expect(await page.locator('.looking').isVisible()).toBe(false);
    await other.close();
  });

  test('a reload in the middle of a run says what was lost', async () => {
    const { page } = opened;
    await page.waitForTimeout(600);
    await page.click('[data-pass=month]');
    await page.waitForSelector('.progress button:not([hidden])');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.waitForSelector('body[data-page=warm]', { timeout: 40_000 });
    expect((await opened.answerAll()).join()).toMatch(/đã mất/u);
    expect(await page.locator('#now').innerText()).toContain('13/05/2024');
  });

  test('a sheet that begins again has nothing to take back and no view', async () => {
    const { page } = opened;
    await page.click('#machine');
    await page.getByRole('menuitem', { name: 'Bắt đầu lại: bảng' }).click();
    await page.locator('dialog .buttons button').first().click();
    await opened.settled();
    await opened.sit(JUSTICE);
    expect(await page.locator('.grid tbody tr:not([hidden])').count()).toBe(72);
    await opened.press('Control+z');
    expect(await opened.held(cell('I.01', 'result'))).toBe('');
  });

  test('a unit reports and CAX closes by keyboard alone', async () => {
    const { page } = opened;
    const to = async (region: string) => {
      for (let i = 0; i < 8; i += 1) {
        await page.keyboard.press('F6');
        if (await page.evaluate(`document.activeElement.closest('${region}') !== null`)) return;
      }
      throw new Error(`F6 does not come to ${region}`);
    };
    const until = async (selector: string) => {
      for (let i = 0; i < 25; i += 1) {
        if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not come to ${selector}`);
    };
    /** Through the list of people from its top, where CAX stands. */
    const sit = async (user: string) => {
      await to('.strip');
      await until('#user');
      await opened.press('Home');
      for (let i = 0; i < 30 && (await page.inputValue('#user')) !== user; i += 1) await opened.press('ArrowDown');
      expect(await page.inputValue('#user')).toBe(user);
    };
    const pass = async (how: string) => {
      await to('.strip');
      await until(`[data-pass=${how}]`);
      await opened.press('Enter');
    };
    const closing = async () => {
      await to('.menus');
      await opened.press('Enter', 'Enter');
    };
    await sit(JUSTICE);
    await to('.grid');
    await opened.press('Control+Home', 'ArrowDown');
    for (let i = 0; i < 5; i += 1) await opened.press('Tab');
    await page.keyboard.type('dang');
    await opened.press('Tab', 'Tab');
    await page.keyboard.type('Rà soát bằng bàn phím');
    await opened.press('Enter');
    expect(await page.locator('.grid td', { hasText: 'Rà soát bằng bàn phím' }).count()).toBe(1);
    await pass('deadline');
    await sit(POLICE);
    await closing();
    expect(await opened.dialog.innerText()).toContain('muốn có quyền truy cập');
    await opened.press('Enter');
    await closing();
    expect(await opened.dialog.innerText()).toContain('Chốt thành bản 1?');
    await opened.press('Enter');
    expect(await opened.dialog.innerText()).toContain('Đã chốt bản 1');
    await opened.press('Enter');
    await pass('minutes');
    await until('#open-outbox');
    await opened.press('Enter');
    await until('#mails button');
    await opened.press('Enter');
    await page.frameLocator('.mail iframe').locator('body').waitFor();
    await opened.press('Escape');
  }, 240_000);

  test('nothing went wrong in the page; when it is closed, the window that looked on takes over', async () => {
    expect(opened.errors).toEqual([]);
    const other = await opened.another();
    await other.locator('.looking').waitFor();
    const again = other.waitForEvent('load');
    await opened.page.close();
    await again;
    await other.waitForSelector('body[data-page=warm]', { timeout: 40_000 });
    expect(await other.locator('.looking').isVisible()).toBe(false);
    expect(await other.inputValue('#user')).toBe(POLICE);
  });
});
