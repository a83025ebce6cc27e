/**
 * Listens to a field: tells its text as the reader types.
 *
 * The first key is told at once, those that follow fast after a short rest. What an input method
 * still composes waits until it is done, or until the reader rests: a phone composes every word.
 */
const [restMs, composingMs] = [70, 300];

export function listen(field: HTMLInputElement, tell: (text: string) => void): void {
  let timer = 0;
  const hear = (event: Event): void => {
    const composing = (event as InputEvent).isComposing;
    const first = timer === 0 && !composing;
    clearTimeout(timer);
    if (first) tell(field.value);
    timer = setTimeout(() => {
      timer = 0;
      if (!first) tell(field.value);
    }, composing ? composingMs : restMs);
  };
  field.addEventListener("input", hear);
  field.addEventListener("compositionend", hear);
}
