// Enough of an XML reader to know that a part is well-formed and to walk in it; throws where it is not. Entities are the five
// of XML, and no control character passes.
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Its own text. */
  text: string;
}

const TAG =
  /<(?:\?[^>]*\?|\/(?<close>[\w:]+)|(?<open>[\w:]+)(?<attributes>(?:\s+[\w:]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(?<empty>\/)?)>/gu;

export function readXml(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let end = 0;
  for (const tag of xml.matchAll(TAG)) {
    const inside = open[open.length - 1] as Element;
    inside.text += plain(xml.slice(end, tag.index));
    end = tag.index + tag[0].length;
    const { close, open: name, attributes, empty } = tag.groups as Record<string, string | undefined>;
    if (close !== undefined) {
      if (inside.name !== close) throw new Error(`</${close}> in <${inside.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: Element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' };
      inside.children.push(element);
      if (empty === undefined) open.push(element);
    }
  }
  const rest = xml.slice(end);
  if (open.length !== 1 || rest.trim() !== '' || top.text.trim() !== '' || top.children.length !== 1)
    throw new Error(`not one whole element: ${open.map(({ name }) => name).join(' > ')} ${rest.slice(0, 80)}`);
  return top.children[0] as Element;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:]+)="([^"]*)"/gu)].map(
    ([, key = '', value = '']) => [key, plain(value)] as const,
  );
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`twice the same attribute: ${text}`);
  return Object.fromEntries(pairs);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/u.test(text)) throw new Error(`markup in text: ${text.slice(0, 80)}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u.test(text))
    throw new Error('a character XML has not');
  return text.replace(/&(\w+);/gu, (_, name: string) => ENTITIES[name] ?? '');
}

/** All elements of a name, in the order of the text. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((one) => one.name === name);
}
