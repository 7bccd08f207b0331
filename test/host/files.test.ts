// Copies, versions and sharing: what goes with a file, and what does not.
import { describe, expect, it } from 'vitest';
import { OWNER, POLICE, stage, UNIT, value } from './story.ts';

const CODE = `
function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create(); PropertiesService.getScriptProperties().setProperty('k', '1'); }
function tick() { var p = PropertiesService.getScriptProperties(); p.setProperty('n', String(Number(p.getProperty('n')) + 1)); }
function all() { return PropertiesService.getScriptProperties().getProperties(); }
function onEdit(e) { return e.source.getId(); }
`;

function protectedStage() {
  const one = stage(CODE);
  const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  one.host.batchUpdateAs(OWNER, one.fileId, [
    {
      addProtectedRange: {
        protectedRange: { protectedRangeId: 5, range, description: 'k', editors: { users: [OWNER, UNIT] } },
      },
    },
  ]);
  value(one.run('install'));
  return one;
}

describe('a copy', () => {
  it('is the copier’s alone, with the script and without its triggers and properties', () => {
    const { host, fileId, scriptId } = protectedStage();
    const copy = host.copyFile(POLICE, fileId);
    const { files, sheets, scripts } = host.state();
    expect(files[copy]).toMatchObject({ name: 'Bản sao của Đề án 06', owner: POLICE, permissions: [], apps: [] });
    expect(sheets[copy]).toMatchObject({ spreadsheetId: copy, properties: { title: 'Bản sao của Đề án 06' } });
    expect(sheets[copy]?.sheets?.[0]?.protectedRanges).toMatchObject([
      { protectedRangeId: 5, editors: { users: [POLICE] } },
    ]);
    expect(sheets[fileId]?.sheets?.[0]?.protectedRanges).toMatchObject([{ editors: { users: [OWNER, UNIT] } }]);
    const script = Object.values(scripts).find((one) => one.container === copy);
    expect(script).toMatchObject({ owner: POLICE, code: CODE, triggers: [], properties: { script: {}, document: {} } });
    expect(script?.id).not.toBe(scriptId);
    expect(host.run(POLICE, script?.id ?? '', 'all').kind).toBe('consent');
    expect(host.type(POLICE, copy, 'B1', 'x').runs).toMatchObject([{ value: copy }]);
    expect(() => host.see(UNIT, copy)).toThrow('Requested entity was not found.');
  });

  it('and an earlier version keep smart chips, rules and hidden rows', () => {
    const { host, fileId } = protectedStage();
    const place = { richLinkProperties: { uri: 'https://maps.app.goo.gl/x' } };
    expect(host.insertChip(UNIT, fileId, 'B2', place)).toMatchObject({ typed: { kind: 'accepted' }, runs: [{}] });
    expect(host.insertChip(POLICE, fileId, 'A1', place).typed).toMatchObject({ reason: 'protected' });
    const range = { dimension: 'ROWS', startIndex: 3, endIndex: 4 };
    host.batchUpdateAs(OWNER, fileId, [
      { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    ]);
    const seen = (id: string) => JSON.stringify(host.see(OWNER, id, { fields: 'sheets.data(rowData,rowMetadata)' }));
    const before = seen(fileId);
    expect(before).toContain('"chipRuns":[{"chip":{"richLinkProperties":{"uri":"https://maps.app.goo.gl/x"}}}]');
    expect(before).toContain('"hiddenByUser":true');
    expect(seen(host.copyFile(OWNER, fileId))).toBe(before);
    const version = host.saveVersion(fileId);
    host.type(OWNER, fileId, 'B2', 'khác');
    expect(seen(fileId)).not.toContain('chipRuns');
    host.restoreVersion(fileId, version);
    expect(seen(fileId)).toBe(before);
  });

  it('changes apart from the original', () => {
    const { host, fileId } = protectedStage();
    const copy = host.copyFile(OWNER, fileId, 'B');
    host.type(OWNER, copy, 'A1', 'chỉ ở bản sao');
    const cell = (id: string) =>
      host.see(OWNER, id, { ranges: ['A1'], fields: 'sheets.data.rowData.values.formattedValue' });
    expect(JSON.stringify(cell(copy))).toContain('chỉ ở bản sao');
    expect(JSON.stringify(cell(fileId))).not.toContain('chỉ ở bản sao');
  });
});

describe('an earlier version', () => {
  it('brings back cells and protections, not properties', () => {
    const { host, fileId, run } = protectedStage();
    host.type(OWNER, fileId, 'A1', 'cũ');
    host.type(OWNER, fileId, 'A2', '=A1&"!"');
    const version = host.saveVersion(fileId);
    host.type(OWNER, fileId, 'A1', 'mới');
    host.batchUpdateAs(OWNER, fileId, [{ deleteProtectedRange: { protectedRangeId: 5 } }]);
    host.advance({ by: 600_000 });
    host.restoreVersion(fileId, version);
    const book = host.see(OWNER, fileId, { ranges: ['A1:A2'], includeGridData: true });
    const rows = book.sheets?.[0]?.data?.[0]?.rowData?.map((row) => row.values?.[0]?.formattedValue);
    expect(rows).toEqual(['cũ', 'cũ!']);
    expect(book.sheets?.[0]?.protectedRanges).toHaveLength(1);
    expect(host.type(POLICE, fileId, 'A1', 'x').typed).toMatchObject({ kind: 'refused', reason: 'protected' });
    expect(value(run('all'))).toEqual({ k: '1', n: '1' });
    expect(() => host.restoreVersion(fileId, '9')).toThrow('has no version 9');
  });
});

describe('sharing', () => {
  it('is by address, whatever its letters', () => {
    const { host, fileId } = stage(CODE);
    host.share(fileId, OWNER, ' Xa.Moi@Gmail.com', 'editor');
    expect(host.type('xamoi@gmail.com', fileId, 'A1', 'x').typed.kind).toBe('accepted');
    host.share(fileId, OWNER, 'xamoi@gmail.com', 'viewer');
    expect(host.type('XaMoi@gmail.com', fileId, 'A1', 'y').typed.kind).toBe('refused');
    host.unshare(fileId, OWNER, 'xamoi@gmail.com');
    expect(() => host.type('xamoi@gmail.com', fileId, 'A1', 'y')).toThrow('Requested entity was not found.');
  });

  it('needs the right to share, and some right to open', () => {
    const { host, fileId } = stage(CODE);
    const stranger = 'la@example.vn';
    expect(() => host.share(fileId, stranger, stranger, 'editor')).toThrow('may not do that');
    expect(() => host.open(stranger, fileId)).toThrow('may not do that');
  });
});

describe('state', () => {
  it('is JSON, and a copy', () => {
    const { host, fileId } = protectedStage();
    const state = host.state();
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    state.outbox.push({} as never);
    const file = state.files[fileId];
    if (file) file.name = 'khác';
    expect(host.state().outbox).toEqual([]);
    expect(host.state().files[fileId]?.name).toBe('Đề án 06');
  });
});
