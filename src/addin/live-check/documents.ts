// The Word document on its way through Drive: made, taken for a Google document, printed as PDF. Whether the page numbers survive, a
// person looks: the PDF stays beside the answers.
import { type DocumentParts, paragraph } from '../../report/document/content.ts';
import { documentParts } from '../../report/document/package.ts';
import { wordBlob } from '../drive.ts';
import type { Probe } from './probe.ts';

const DOCUMENT = 'application/vnd.google-apps.document';
const PDF = 'application/pdf';
const PAGES = 3;

/** The PDF people look at. */
const PRINTED = 'Tự kiểm - số trang.pdf';

function files() {
  const service = Drive?.Files;
  if (!service) throw new Error('Drive API chưa bật');
  return service;
}

/** Google's types know neither that `alt` is needed nor that bytes come as a blob. */
function print(id: string): GoogleAppsScript.Base.Blob {
  const service = files() as unknown as {
    export(id: string, type: string, options: { alt: 'media' }): GoogleAppsScript.Base.Blob;
  };
  return service.export(id, PDF, { alt: 'media' });
}

/** Three pages of the form our reports have: the number in the head, not on the first page. */
export function sampleParts(): DocumentParts {
  const blocks = Array.from({ length: PAGES }, (_, i) =>
    paragraph([{ text: `Trang ${i + 1} của văn bản tự kiểm: chữ có dấu ế, ộ, ữ, đ.` }], { newPage: i > 0 }),
  );
  const sections = [{ landscape: false, blocks }];
  const about = {
    title: 'Tự kiểm',
    trace: 'tu-kiem',
    author: 'Đề án 06',
    program: '',
    madeAt: '2024-05-15T08:00:00+07:00',
  };
  return documentParts({ ...about, sections });
}

/** «/Count 3» of the root of the page tree; compressed trees are not read. */
function pagesIn(blob: GoogleAppsScript.Base.Blob): number | null {
  const letters = blob.getBytes().map((byte) => String.fromCharCode(byte & 255));
  const counts = [...letters.join('').matchAll(/\/Count (\d+)/gu)].map(([, n]) => Number(n));
  return counts.length === 0 ? null : Math.max(...counts);
}

export const DOCUMENT_PROBES: readonly Probe[] = [
  {
    id: 'word-to-pdf',
    about: `Văn bản Word thành PDF (mở tệp «${PRINTED}» xem số trang ở giữa lề trên, không có ở trang 1)`,
    ask: () => {
      const sample = wordBlob({ name: 'Tự kiểm - số trang.docx', parts: sampleParts() });
      const made = files().create({ name: 'Tự kiểm', mimeType: DOCUMENT }, sample, { fields: 'id' });
      const id = made.id ?? '';
      try {
        const printed = print(id);
        files().create({ name: PRINTED, mimeType: PDF }, printed.setName(PRINTED), { fields: 'id' });
        return { type: printed.getContentType(), pages: pagesIn(printed) };
      } finally {
        files().update({ trashed: true }, id);
      }
    },
  },
];
