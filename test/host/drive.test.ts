// The advanced service Drive under `drive.file`: each account has its own Drive, and sees of it what this script made.
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../src/node/host.ts';
import { failure, MANIFEST, OWNER, POLICE, START, stage, value } from './story.ts';

const CODE = `
var DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
function docx() { return Utilities.newBlob('byte của tệp', DOCX, 'a.docx'); }
function folder() { return Drive.Files.create({ name: 'Báo cáo', mimeType: MimeType.FOLDER }).id; }
function make(parent) { return Drive.Files.create({ name: 'T5', mimeType: DOCX, parents: parent ? [parent] : ['root'] }, docx(), { fields: 'id,name,size,webViewLink,parents' }); }
function convert() { return Drive.Files.create({ name: 'T5', mimeType: MimeType.GOOGLE_DOCS }, docx()).id; }
function get(id, fields) { return Drive.Files.get(id, fields ? { fields: fields } : undefined); }
function media(id) { return Drive.Files.get(id, { alt: 'media' }).getDataAsString(); }
function out(id, type) { var b = Drive.Files.export(id, type, { alt: 'media' }); return [b.getName(), b.getContentType(), b.getDataAsString()]; }
function rename(id) { return Drive.Files.update({ name: 'Tên mới' }, id).name; }
function list(q) { return (Drive.Files.list({ q: q, fields: 'files(id,name)' }).files || []).map(function (f) { return f.name; }); }
function page() { var a = Drive.Files.list({ pageSize: 2 }); return [a.files.length, Drive.Files.list({ pageSize: 2, pageToken: a.nextPageToken }).files.length]; }
function share(id, address, role) { return Drive.Permissions.create({ type: 'user', role: role, emailAddress: address }, id, { sendNotificationEmail: false }).id; }
function shared(id) { return Drive.Permissions.list(id, { fields: 'permissions(emailAddress,role)' }).permissions; }
function unshare(id, permission) { Drive.Permissions.remove(id, permission); }
function remove(id) { Drive.Files.remove(id); }
function copy(id) { return Drive.Files.copy({ name: 'Bản sao' }, id).name; }
`;

describe('files', () => {
  it('are made, read, renamed, listed and removed', () => {
    const { run } = stage(CODE);
    const folder = String(value(run('folder')));
    const made = value(run('make', [folder])) as { id: string };
    expect(made).toEqual({
      id: made.id,
      name: 'T5',
      size: '16',
      webViewLink: `https://drive.google.com/file/d/${made.id}/view?usp=drivesdk`,
      parents: [folder],
    });
    expect(value(run('get', [made.id]))).toEqual({
      kind: 'drive#file',
      id: made.id,
      name: 'T5',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
    expect(value(run('media', [made.id]))).toBe('byte của tệp');
    expect(value(run('copy', [made.id]))).toBe('Bản sao');
    expect(value(run('rename', [made.id]))).toBe('Tên mới');
    expect(value(run('list', [`'${folder}' in parents and trashed = false`]))).toEqual(['Tên mới']);
    expect(value(run('list', ["name = 'Báo cáo' and mimeType = 'application/vnd.google-apps.folder'"]))).toEqual([
      'Báo cáo',
    ]);
    expect(value(run('list', ["mimeType != 'application/vnd.google-apps.folder' and 'root' in parents"]))).toEqual([
      'Bản sao',
    ]);
    expect(value(run('page'))).toEqual([2, 1]);
    value(run('remove', [made.id]));
    expect(failure(run('get', [made.id]))).toBe(
      `GoogleJsonResponseException: API call to drive.files.get failed with error: File not found: ${made.id}.`,
    );
  });

  it('keep the bytes they were converted from', () => {
    const { host, run } = stage(CODE);
    const id = String(value(run('convert')));
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(host.state().files[id]).toMatchObject({
      mimeType: 'application/vnd.google-apps.document',
      contentType: docx,
    });
    expect(value(run('out', [id, docx]))).toEqual(['T5', docx, 'byte của tệp']);
    expect(() => run('out', [id, 'text/plain'])).toThrow('conversion from');
    expect(failure(run('media', [id]))).toContain('Only files with binary content can be downloaded.');
  });

  it('become PDF by the converter the host was given', () => {
    const host = createNodeHost({
      clock: START,
      seed: 1,
      convert: ({ bytes, to }) => (to === 'application/pdf' ? Uint8Array.from([37, ...bytes]) : undefined),
    });
    const scriptId = host.createScript(OWNER, { code: CODE, manifest: MANIFEST });
    host.grant(OWNER, scriptId, 'all');
    const id = String(value(host.run(OWNER, scriptId, 'convert')));
    expect(value(host.run(OWNER, scriptId, 'out', [id, 'application/pdf']))).toEqual([
      'T5',
      'application/pdf',
      '%byte của tệp',
    ]);
  });

  it.each([
    ["Drive.Files.get('x', { fields: 'tên' })", 'File not found: x.'],
    ["Drive.Files.get(make().id, { fields: 'nme' })", 'Invalid field selection nme'],
    ["Drive.Files.create({ name: 'a', size: '5' })", 'fields which are not directly writable'],
    ["Drive.Files.create({ name: 'a', parents: ['none'] })", 'File not found: none.'],
    ["Drive.Files.export(make().id, 'application/pdf', { alt: 'media' })", 'Export only supports Docs Editors files.'],
    [
      "Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: 'x' }, make().id)",
      'The specified emailAddress is invalid',
    ],
    ["Drive.Permissions.remove(make().id, '1')", 'Permission not found: 1.'],
    ["Drive.Files.list({ q: 'hỏng' })", 'Invalid Value'],
  ])('%s is refused', (expression, message) => {
    expect(failure(stage(`${CODE} function f() { ${expression}; }`).run('f'))).toContain(message);
  });
});

describe('drive.file', () => {
  it('knows no file made by hand, not even the container', () => {
    const { fileId, run } = stage(CODE);
    expect(failure(run('get', [fileId]))).toContain(`File not found: ${fileId}.`);
  });

  it('knows no file another account made, even when shared', () => {
    const { host, scriptId, run } = stage(CODE);
    host.grant(POLICE, scriptId, 'all');
    const folder = String(value(run('folder')));
    const permission = String(value(run('share', [folder, POLICE, 'writer'])));
    expect(value(run('shared', [folder]))).toEqual([
      { emailAddress: OWNER, role: 'owner' },
      { emailAddress: POLICE, role: 'writer' },
    ]);
    expect(failure(host.run(POLICE, scriptId, 'get', [folder]))).toContain(`File not found: ${folder}.`);
    expect(failure(host.run(POLICE, scriptId, 'make', [folder]))).toContain(`File not found: ${folder}.`);
    expect(value(host.run(POLICE, scriptId, 'list', ['']))).toEqual([]);
    value(run('unshare', [folder, permission]));
    expect(value(run('shared', [folder]))).toEqual([{ emailAddress: OWNER, role: 'owner' }]);
  });

  it('knows no file another script of the same account made', () => {
    const { host, run } = stage(CODE);
    const other = host.createScript(OWNER, { code: CODE, manifest: MANIFEST });
    host.grant(OWNER, other, 'all');
    const id = String(value(run('folder')));
    expect(failure(host.run(OWNER, other, 'get', [id]))).toContain('File not found');
  });

  it('covers a spreadsheet the script made', () => {
    const { run } = stage(
      `${CODE} function sheet() { return get(Sheets.Spreadsheets.create({ properties: { title: 'S' } }).spreadsheetId).mimeType; }`,
    );
    expect(value(run('sheet'))).toBe('application/vnd.google-apps.spreadsheet');
  });
});
