// Whether what leaves is whole, as parsers nobody here has written see it: XML by saxes, mails' HTML by parse5.
import { unzipSync } from 'fflate';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';

/** Complaints about a part of a file; none where it is well-formed, with every prefix declared. */
function xmlFaults(xml: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => faults.push(message));
  parser.write(xml).close();
  return faults;
}

/** The same of a page; what parse5 has to say besides is about taste. */
export function htmlFaults(page: string): string[] {
  const faults: string[] = [];
  parse(page, { onParseError: ({ code }) => faults.push(code) });
  return faults;
}

/** The same of every part of a .docx or .xlsx. */
export function packageFaults(file: Uint8Array): string[] {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return Object.entries(unzipSync(file)).flatMap(([name, part]) =>
    /\.(?:xml|rels|vml)$/u.test(name) ? xmlFaults(utf8.decode(part)).map((fault) => `${name}: ${fault}`) : [],
  );
}
