// Where the days stand on the screen. Pure geometry over the drawn bars: one drawing of ninety columns of which a narrow
// page shows the last sixty or thirty. It knows no data and no React.

const DAYS = 90;

/** The bars of one server: `<div data-bars="slug">` with the link, the drawing and the place for button and card. */
export interface BarPlace {
  slug: string;
  frame: HTMLElement;
  /** Button and card are put here; nothing else ever stands in it. */
  slot: Element;
}

/** All bars that can be seen, from top to bottom; those in closed groups are left out. */
export function barPlaces(): BarPlace[] {
  return [...document.querySelectorAll<HTMLElement>('[data-bars]')].flatMap((frame) => {
    const slot = frame.querySelector('[data-bars-slot]');
    const isShown = frame.checkVisibility();
    return slot && isShown ? [{ slug: frame.dataset.bars ?? '', frame, slot }] : [];
  });
}

/** The bars around an element of the page. */
export function placeAround(target: EventTarget | null): BarPlace | null {
  const frame = target instanceof Element ? target.closest('[data-bars]') : null;
  return barPlaces().find((place) => place.frame === frame) ?? null;
}

/** The first day that is not cut off, 0 for the oldest of all. */
export function firstShownDay({ frame }: BarPlace): number {
  const { left, pitch } = columns(frame);
  return Math.max(0, Math.round((frame.getBoundingClientRect().left - left) / pitch));
}

/** The day under a point of the screen. */
export function dayAt({ frame }: BarPlace, x: number): number {
  const { left, pitch } = columns(frame);
  return Math.min(DAYS - 1, Math.max(0, Math.floor((x - left) / pitch)));
}

/** Of the column of a day inside its frame, in pixels. */
export function columnOf({ frame }: BarPlace, day: number): { left: number; width: number; frameWidth: number } {
  const { left, pitch } = columns(frame);
  const box = frame.getBoundingClientRect();
  return { left: left - box.left + day * pitch, width: pitch * 0.75, frameWidth: box.width };
}

function columns(frame: HTMLElement): { left: number; pitch: number } {
  const box = (frame.querySelector('svg') ?? frame).getBoundingClientRect();
  // 90 columns of 6 with 89 gaps of 2 between them.
  return { left: box.left, pitch: (box.width * 8) / 718 };
}
