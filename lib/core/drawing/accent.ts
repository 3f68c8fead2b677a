// A colour of a team's own, made readable: on light paper darkened, on dark paper lightened, until WCAG's 4.5:1 is met.

const LIGHT_PAPER = '#ffffff';
const DARK_PAPER = '#121416';
/** WCAG 2.2, 1.4.3: text of normal size. */
const LEAST_CONTRAST = 4.5;
const STEPS = 40;

type Rgb = readonly [red: number, green: number, blue: number];

/** `#rrggbb` in, `#rrggbb` out. */
export function readableAccent(colour: string): { light: string; dark: string } {
  const rgb = parse(colour);
  return { light: towards(rgb, [0, 0, 0], LIGHT_PAPER), dark: towards(rgb, [255, 255, 255], DARK_PAPER) };
}

/** WCAG's, 1 to 21; both `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parse(one)), luminance(parse(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The first mixture of the colour with black or white that can be read on the paper. */
function towards(rgb: Rgb, end: Rgb, paper: string): string {
  for (let step = 0; step < STEPS; step++) {
    const mixed = format(mix(rgb, end, step / STEPS));
    if (contrast(mixed, paper) >= LEAST_CONTRAST) return mixed;
  }
  return format(end);
}

function mix([red, green, blue]: Rgb, [r, g, b]: Rgb, share: number): Rgb {
  const part = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [part(red, r), part(green, g), part(blue, b)];
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function parse(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
