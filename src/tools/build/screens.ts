// npm run screens: pictures of the page for the README, in .github/, of the project's sample month.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accountOf, typistOf } from '../month/cast.ts';
import { typedFields } from '../month/entries.ts';
import { sampleOf } from '../month/sample.ts';
import { setStage } from '../month/stage.ts';
import { bundleAddin } from './bundle.ts';
import { checkSeeds } from './check-seeds.ts';
import { launchChromium } from './chromium.ts';
import { endFailed } from './end-failed.ts';
import { writePage } from './page.ts';
import { tellProgress } from './progress.ts';
import { ROOT } from './root.ts';
import { servePage } from './serve-page.ts';

const PICTURES = '.github/screens';
/** A week before the deadline: the clock need not run long. */
const BEGINS = '2024-05-09T08:00';
const WIDE = { width: 1280, height: 760 };
const NARROW = { width: 360, height: 740 };
const QUALITY = 0.82;

async function main(): Promise<void> {
  tellProgress('Đang dựng chương trình, bảng và số liệu mẫu…');
  const seeds = checkSeeds(join(ROOT, 'seeds'));
  const bundle = await bundleAddin(ROOT, seeds);
  const stage = setStage({ seeds, bundle, clock: BEGINS, tell: () => {} });
  for (const entry of sampleOf(seeds, [{ year: 2024, month: 5 }])) {
    const unit = typistOf(seeds, entry.by);
    if (!unit) continue;
    for (const { column, text } of typedFields(entry)) stage.type(accountOf(unit), 'tasks', entry.code, column, text);
  }
  tellProgress('Đang dựng trang…');
  const folder = await writePage(ROOT, { stage, out: 'out/page-of-screens' });
  tellProgress('Đang mở trang, chụp từng hình (khoảng một phút)…');
  const { url, server } = await servePage(folder);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: WIDE, locale: 'vi-VN' });
  await mkdir(join(ROOT, PICTURES), { recursive: true });
  const take = async (name: string) => {
    const bytes = await pictureOf(page);
    await writeFile(join(ROOT, PICTURES, `${name}.webp`), bytes);
    process.stdout.write(`${PICTURES}/${name}.webp: ${Math.round(bytes.length / 1000)} kB\n`);
  };
  try {
    await page.goto(url);
    await page.waitForSelector('body[data-page=warm]', { timeout: 60_000 });
    await play(page, take);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The way a newcomer goes: a unit's rows, the closing, the mail, the board, a narrow screen. */
async function play(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const settled = async () => {
    await page.waitForTimeout(250);
    await page.waitForSelector('body[aria-busy=false]', { timeout: 120_000 });
    await page.waitForTimeout(400);
  };
  const close = async () => {
    await page.click('[data-pass=minutes]');
    await settled();
  };
  const command = async (item: string) => {
    await page.getByRole('button', { name: 'Đề án 06', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await settled();
  };
  const answer = async () => {
    await page.locator('dialog .buttons button').first().click();
    await settled();
  };
  await page.selectOption('#user', 'tp@example.vn');
  await settled();
  await page.click('#views');
  await page.getByRole('menuitemradio', { name: 'Ban Tư pháp' }).click();
  await settled();
  await page.fill('#cell', 'F2');
  await page.press('#cell', 'Enter');
  await settled();
  await page.keyboard.press('Alt+ArrowDown');
  // The line that tells how many rows there are has gone by then.
  await page.waitForTimeout(6500);
  await take('don-vi');
  await page.keyboard.press('Escape');

  await page.click('[data-pass=deadline]');
  await settled();
  await page.selectOption('#user', 'cax@example.vn');
  await settled();
  await command('Tổng hợp báo cáo…');
  await answer();
  await command('Tổng hợp báo cáo…');
  await page.waitForTimeout(6500);
  await take('chot');
  await answer();
  await answer();
  await close();
  await page.click('#open-outbox');
  await page.locator('#mails button', { hasText: 'chu-tich@example.vn' }).first().click();
  await page.waitForTimeout(6500);
  await take('thu-chu-tich');
  await page.keyboard.press('Escape');
  await page.locator('aside.panel header button').click();
  await page.getByRole('tab', { name: 'Tổng hợp' }).click();
  await settled();
  await take('tong-hop');

  await page.setViewportSize(NARROW);
  await page.selectOption('#user', 'tp@example.vn');
  await page.getByRole('tab', { name: 'Nhiệm vụ' }).click();
  await settled();
  await page.locator('.card summary').first().click();
  await settled();
  await take('man-hinh-hep');
}

/** What is on the screen as WebP; the browser itself writes it smaller than its own PNG. */
async function pictureOf(page: Page): Promise<Buffer> {
  const png = (await page.screenshot()).toString('base64');
  const made: unknown = await page.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png}';
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', ${QUALITY});
  })()`);
  return Buffer.from(String(made).replace(/^[^,]*,/u, ''), 'base64');
}

main().catch(endFailed);
