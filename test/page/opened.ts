// A browser with the page, and the gestures a person makes on it. Debian's Chromium; without it these tests are skipped, loudly.
import { readFile } from 'node:fs/promises';
import type { Locator, Page, Response } from 'playwright-core';
import { isInstalled } from '../../src/node/installed.ts';
import { launchChromium } from '../../src/tools/build/chromium.ts';
import { servePage } from '../../src/tools/build/serve-page.ts';

export const hasBrowser = isInstalled('chromium');
if (!hasBrowser)
  process.stderr.write('\nKhông có Chromium: BỎ QUA mọi kiểm thử trang trên trình duyệt (apt-get install chromium).\n');

export interface Opened {
  readonly page: Page;
  /** The window's name in the bar: «H12». */
  chosen(): Promise<string>;
  press(...keys: string[]): Promise<void>;
  /** Puts a text on the clipboard, as another program does. */
  carry(text: string): Promise<void>;
  /** Another window of the same browser. */
  another(): Promise<Page>;
  /** Bytes that came over the line so far, packed and unpacked. */
  weight(): Promise<{ packed: number; unpacked: number }>;
  /** Every address anything was asked of. */
  readonly requests: string[];
  /** Errors of the page itself. */
  readonly errors: string[];
  readonly dialog: Locator;
  /** Waits until nothing is at work. */
  settled(): Promise<void>;
  sit(user: string): Promise<void>;
  goTo(cell: string): Promise<void>;
  /** What the bar shows of a cell. */
  held(cell: string): Promise<string>;
  /** Types into a cell as at the keyboard; the words of the refusal, if there was one. */
  type(cell: string, text: string): Promise<string | undefined>;
  choose(button: string, item: string): Promise<void>;
  /** Opens a filter view, or all rows. */
  view(title: string | RegExp): Promise<void>;
  /** Answers dialogs with their first button as long as there are any; their words. */
  answerAll(): Promise<string[]>;
  pass(how: string): Promise<void>;
  /** The file everything is saved to, and opened from. */
  save(): Promise<Buffer>;
  /** Answers «yes» to the question before it. */
  open(file: Buffer): Promise<void>;
  /** Reloads and waits. */
  again(): Promise<void>;
  mails(): Promise<string[]>;
  mark(name: string): Promise<number>;
  close(): Promise<void>;
}

/** Waits until the page begins to be busy. */
const BUSY = `new Promise((done) => {
  new MutationObserver((_, watch) => {
    if (document.body.getAttribute('aria-busy') !== 'true') return;
    watch.disconnect();
    done();
  }).observe(document.body, { attributes: true });
})`;

/** Serves a built page and opens it in a browser of that size. */
export async function openPage(folder: string, width = 1280, height = 800): Promise<Opened> {
  const { url, server } = await servePage(folder);
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const requests: string[] = [];
  const responses: Response[] = [];
  context.on('response', (response) => responses.push(response));
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(url);
  await page.waitForSelector('body[data-page=warm]', { timeout: 40_000 });
  const dialog = page.locator('dialog');
  const opened: Opened = {
    page,
    requests,
    errors,
    dialog,
    chosen: () => page.inputValue('#cell'),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
      await opened.settled();
    },
    carry: async (text) => {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    },
    async another() {
      const other = await context.newPage();
      await other.goto(url);
      await other.waitForSelector('body[data-page=warm]', { timeout: 40_000 });
      return other;
    },
    async weight() {
      const sizes = await Promise.all(
        responses.map(async (response) => {
          const packed = Number((await response.allHeaders())['content-length'] ?? 0);
          return { packed, unpacked: (await response.body().catch(() => Buffer.alloc(0))).length };
        }),
      );
      const sum = (of: 'packed' | 'unpacked') => sizes.reduce((all, size) => all + size[of], 0);
      return { packed: sum('packed'), unpacked: sum('unpacked') };
    },
    async settled() {
      // What was just asked for must have been sent first.
      await page.waitForTimeout(60);
      await page.waitForSelector('body[aria-busy=false]', { timeout: 60_000 });
    },
    async sit(user) {
      await page.selectOption('#user', user);
      await opened.settled();
    },
    async goTo(cell) {
      await page.fill('#cell', cell);
      await page.press('#cell', 'Enter');
      await page.waitForTimeout(160);
    },
    async held(cell) {
      await opened.goTo(cell);
      return page.inputValue('#content');
    },
    async type(cell, text) {
      await opened.goTo(cell);
      await page.keyboard.type(text.slice(0, 1));
      const refusal = page.locator('.refusal:not([hidden])');
      if ((await refusal.count()) > 0) return refusal.innerText();
      await page.keyboard.type(text.slice(1));
      await page.keyboard.press('Enter');
      await opened.settled();
      if ((await dialog.count()) === 0) return undefined;
      const words = await dialog.locator('.said').innerText();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return words;
    },
    async choose(button, item) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await opened.settled();
    },
    async view(title) {
      await page.click('#views');
      await page.getByRole('menuitemradio', { name: title }).click();
      await opened.settled();
    },
    async answerAll() {
      const words: string[] = [];
      for (;;) {
        await opened.settled();
        if ((await dialog.count()) === 0) return words;
        words.push(await dialog.innerText());
        await dialog.locator('.buttons button').first().click();
      }
    },
    async pass(how) {
      await page.click(`[data-pass=${how}]`);
      await opened.settled();
    },
    async save() {
      const saving = page.waitForEvent('download');
      await opened.choose('Máy thử', 'Lưu cả máy thử');
      return readFile(await (await saving).path());
    },
    async open(file) {
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Máy thử', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Mở tệp đã lưu' }).click();
      const chooser = await choosing;
      // However long the browser reads the file: what the page asks for has begun before anybody waits for its end.
      const begun = page.evaluate(BUSY);
      await chooser.setFiles({ name: 'kept.json.gz', mimeType: 'application/gzip', buffer: file });
      await dialog.locator('.buttons button').first().click();
      await begun;
      await opened.settled();
    },
    async again() {
      await page.waitForTimeout(900);
      await page.reload();
      await page.waitForSelector('body[data-page=warm]', { timeout: 40_000 });
    },
    async mails() {
      await page.click('#open-outbox');
      await page.waitForSelector('#mails');
      const subjects = await page.locator('#mails li').allInnerTexts();
      await page.keyboard.press('Escape');
      return subjects;
    },
    async mark(name) {
      const script = `performance.getEntriesByName(${JSON.stringify(name)}).at(-1)?.startTime ?? 0`;
      return Math.round(Number(await page.evaluate(script)));
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
  return opened;
}
