// Colours as Google keeps them: eight bits a channel, cut down and not rounded (0.5 is 127), given back as 32-bit floats, zero channels left out, no alpha, and
// every colour under two names (`…Color`, deprecated, and `…ColorStyle`, which wins where both are given).

interface Rgb {
  red?: number;
  green?: number;
  blue?: number;
}

/** The colours of the default theme of a new spreadsheet. */
const THEME: Readonly<Record<string, number>> = {
  TEXT: 0x000000,
  BACKGROUND: 0xffffff,
  ACCENT1: 0x4285f4,
  ACCENT2: 0xea4335,
  ACCENT3: 0xfbbc04,
  ACCENT4: 0x34a853,
  ACCENT5: 0xff6d01,
  ACCENT6: 0x46bdc6,
  LINK: 0x1155cc,
};

/** Cuts the colours of one message and fills in the missing twin of each pair, in place. */
export function normaliseColours(message: Record<string, unknown>, pairs: readonly string[]): void {
  if (message['rgbColor']) message['rgbColor'] = eightBits(message['rgbColor']);
  for (const name of pairs) {
    const style = message[`${name}Style`] as { rgbColor?: Rgb; themeColor?: string } | undefined;
    if (style) {
      message[name] = style.themeColor ? ofTheme(style.themeColor) : eightBits(style.rgbColor ?? {});
    } else if (message[name]) {
      const colour = eightBits(message[name]);
      message[name] = colour;
      message[`${name}Style`] = { rgbColor: colour };
    }
  }
}

function eightBits(colour: unknown): Rgb {
  const given = colour as Rgb;
  return {
    ...channel('red', given.red),
    ...channel('green', given.green),
    ...channel('blue', given.blue),
  };
}

function channel(name: keyof Rgb, value: number | undefined): Rgb {
  const bits = Math.floor(Math.fround(Math.min(1, Math.max(0, value ?? 0))) * 255);
  if (bits === 0) return {};
  const known = floats[bits] ?? shortest(bits / 255);
  floats[bits] = known;
  return { [name]: known };
}

/** What a channel is given back as, by its eight bits. */
const floats: number[] = [];

/** The shortest decimal that is the same 32-bit float: 217/255 is printed 0.8509804. */
function shortest(value: number): number {
  const float = Math.fround(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const candidate = Number(float.toPrecision(digits));
    if (Math.fround(candidate) === float) return candidate;
  }
  return Number(float.toPrecision(9));
}

function ofTheme(name: string): Rgb {
  const bits = THEME[name] ?? 0;
  return eightBits({ red: ((bits >> 16) & 255) / 255, green: ((bits >> 8) & 255) / 255, blue: (bits & 255) / 255 });
}
