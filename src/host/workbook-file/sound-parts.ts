// What the library leaves to be done so that every program opens the file: characters XML cannot hold written as Excel writes them,
// words that look like such writing kept as words, the parts of a font in the order of the schema.

/** Half a character, what is no character, and what reads as one that is written out: «_x0041_» would come back as «A». */
const UNWRITABLE = /\p{Cs}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** Text for a cell or a note: it comes back as it was. */
export function excelText(text: string): string {
  return text.replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** Of a note of a file, what `excelText` wrote; the library reads cells so by itself. */
export function textOfNote(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** In the order of CT_Font; a run calls its font `rFont`. */
const FONT_ORDER = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color'],
  ...['name', 'rFont', 'family', 'charset', 'scheme'],
];

/** A part of the file as its schema has it. */
export function soundPart(xml: string): string {
  return xml
    .replace(/[\uFFFE\uFFFF]/gu, '')
    .replace(/<(font|rPr)>(.*?)<\/\1>/gsu, (_, name: string, inner: string) => `<${name}>${inOrder(inner)}</${name}>`);
}

function inOrder(children: string): string {
  const each = children.match(/<[^>]*>/gu) ?? [];
  const rank = (child: string) => FONT_ORDER.indexOf(/\w+/u.exec(child)?.[0] ?? '');
  return each.every((child) => child.endsWith('/>')) ? each.sort((a, b) => rank(a) - rank(b)).join('') : children;
}
