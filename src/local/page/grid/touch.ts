// A finger scrolls the grid; the library takes it for a mouse that selects.

/** Pixels a finger may tremble before it scrolls. */
const TREMBLE = 6;

/** Tells how far a finger has drawn the sheet, in pixels; a tap is left to the library. */
export function scrollByTouch(element: HTMLElement, scroll: (right: number, down: number) => void): void {
  let from: { x: number; y: number } | undefined;
  let drawing = false;
  const listen = (type: string, act: (event: PointerEvent) => void) =>
    element.addEventListener(
      type,
      (event) => {
        if (event instanceof PointerEvent && event.pointerType === 'touch') act(event);
      },
      { capture: true },
    );
  listen('pointerdown', ({ clientX, clientY }) => {
    from = { x: clientX, y: clientY };
    drawing = false;
  });
  listen('pointermove', (event) => {
    if (!from) return;
    const [right, down] = [from.x - event.clientX, from.y - event.clientY];
    if (!drawing && Math.hypot(right, down) < TREMBLE) return;
    drawing = true;
    event.stopPropagation();
    from = { x: event.clientX, y: event.clientY };
    scroll(right, down);
  });
  listen('pointerup', () => {
    from = undefined;
  });
}
