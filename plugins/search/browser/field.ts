/**
 * Listens to a field: tells its text as the reader types.
 *
 * The first key is told at once, those that follow fast after a short rest. What an input method
 * still composes (Chinese, Korean, a dead key) is no text yet.
 */
const restMs = 70;

/** @returns stops listening. */
export function listen(field: HTMLInputElement, tell: (text: string) => void): void {
  let timer = 0;
  let told = field.value;
  const now = (): void => {
    timer = 0;
    if (field.value === told) return;
    told = field.value;
    tell(told);
  };
  const hear = (event: Event): void => {
    if ((event as InputEvent).isComposing) return;
    if (timer === 0) now();
    clearTimeout(timer);
    timer = setTimeout(now, restMs);
  };
  field.addEventListener("input", hear);
  field.addEventListener("compositionend", hear);
}
