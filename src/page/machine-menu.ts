// The menu of our own machine: sample entries, beginning again, files to save and to open.
import { confirmed, tell, toast } from './dialogs.ts';
import { download, el } from './dom.ts';
import type { Item } from './menu.ts';
import type { Beginning } from './protocol.ts';
import type { Shell } from './shell.ts';
import { WORDS } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const STATE_FILE = 'may-thu-de-an-06.json.gz';

/** @param begun another sheet takes the place of the one on the screen */
export function machineItems(shell: Shell, begun: () => void): Item[] {
  const { client } = shell;
  const deed = (run: () => Promise<void>) => () => {
    run().catch((error: unknown) => shell.failed(error));
  };
  const over = async (how: Beginning) => {
    if (!(await confirmed(WORDS.test, WORDS.startQuestion))) return;
    begun();
    if ((await shell.act(() => client.startOver(how))) && how === 'empty') toast(WORDS.emptyStarted);
  };
  const sample = async () => {
    const done = await shell.act(() => client.sample());
    if (!done) return;
    toast(WORDS.sampleDone(done.typed));
    if (done.failed.length > 0) await tell(WORDS.refused, done.failed.join('\n'));
  };
  const workbook = async () => {
    download(`${shell.standing?.title ?? 'workbook'}.xlsx`, XLSX, await client.exportWorkbook());
  };
  const state = async () => download(STATE_FILE, 'application/gzip', await client.exportState());
  const open = async (chosen: File) => {
    if (!(await confirmed(WORDS.importState, WORDS.importQuestion(chosen.name)))) return;
    try {
      const told = await client.importState(new Uint8Array(await chosen.arrayBuffer()));
      begun();
      shell.told(told);
    } catch {
      await tell(WORDS.importState, WORDS.importWrong);
    }
  };
  return [
    { caption: WORDS.sample, hint: WORDS.sampleHint, act: deed(sample) },
    'line',
    { caption: WORDS.startOver, act: deed(() => over('ready')) },
    { caption: WORDS.startEmpty, act: deed(() => over('empty')) },
    'line',
    { caption: WORDS.exportWorkbook, act: deed(workbook) },
    { caption: WORDS.exportState, act: deed(state) },
    { caption: WORDS.importState, act: () => choose((file) => deed(() => open(file))()) },
    'line',
    { caption: WORDS.keys, act: () => void tell(WORDS.keys, WORDS.keysText) },
    { caption: WORDS.about, act: () => void tell(WORDS.about, WORDS.aboutText) },
  ];
}

function choose(chosen: (file: File) => void): void {
  const input = el('input', { type: 'file', accept: '.gz,.json,application/gzip,application/json' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) chosen(file);
  });
  input.click();
}
