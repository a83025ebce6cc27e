/** One pack in a list: its name, its size, how far it is, and what can be done with it. */
import { marks, type PackState, shellPack, type State, wholePack } from "../../../src/offline/protocol.ts";
import { element } from "./element.ts";
import type { Ask, Speech } from "./packs.ts";
import { isWhole } from "./seen.ts";

type Action = "store" | "remove" | "pause" | "resume";

/** Made once and changed in place: a button that is replaced loses the focus. */
export function drawControl(name: string, { words, size }: Speech, ask: Ask | undefined) {
  const title = element("span", { class: "ww-pack-title" });
  const note = element("span", { class: "ww-pack-note" });
  const bar = element("progress", {});
  const [main, second] = [element("button", { type: "button" }), element("button", { type: "button" })];
  const item = element("li", { class: "ww-pack" }, element("span", {}, title, " ", note), bar, main, second);
  for (const button of [main, second]) button.addEventListener("click", () => act(button.getAttribute(marks.action) as Action, name, ask));
  const put = (button: HTMLElement, action: Action | undefined, text = ""): void => {
    button.hidden = action === undefined;
    button.setAttribute(marks.action, action ?? "");
    button.dataset["pack"] = name;
    button.textContent = action === undefined ? "" : words[action];
    // Several buttons read alike; their names tell them apart.
    if (text !== "") button.setAttribute("aria-label", text);
    else button.removeAttribute("aria-label");
  };
  return {
    draw(pack: PackState, state: State): HTMLElement {
      const named = name === wholePack ? words.whole : name === shellPack ? words.shell : pack.title;
      title.textContent = named;
      note.textContent = noteOf(pack, state, { words, size });
      const isWaiting = pack.wanted && !isWhole(pack) && name !== shellPack;
      bar.hidden = !isWaiting;
      Object.assign(bar, { max: pack.size, value: pack.stored });
      bar.setAttribute("aria-label", named);
      put(main, isWaiting ? (state.paused ? "resume" : "pause") : pack.wanted || name === shellPack || isWithin(pack, state) ? undefined : "store", isWaiting ? "" : words.storePack(named));
      put(second, pack.wanted && name !== shellPack ? "remove" : undefined, words.removePack(named));
      return item;
    },
  };
}

/** Whether it is there because the whole site is. */
const isWithin = (pack: PackState, { packs }: State): boolean => isWhole(pack) && packs.some((other) => other.name === wholePack && other.wanted);

function noteOf(pack: PackState, state: State, { words, size }: Speech): string {
  if (pack.name === shellPack && isWhole(pack)) return words.always(size(pack.size));
  if (isWhole(pack) && pack.wanted) return words.stored(size(pack.size));
  if (isWithin(pack, state)) return words.within;
  return words.sizes(size(pack.size), size(pack.transfer));
}

function act(action: Action, pack: string, ask: Ask | undefined): void {
  if (action === "pause" || action === "resume") return ask?.({ kind: "pause", paused: action === "pause" });
  // Only who chooses is asked to have it kept when the device is full.
  if (action === "store") void navigator.storage?.persist?.().catch(() => false);
  ask?.({ kind: "choose", pack, wanted: action === "store" });
}
