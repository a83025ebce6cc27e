/**
 * The search of a page, once a reader has shown that they want it.
 */
import { openAsker } from "./asking.ts";
import { makeDialog } from "./dialog.ts";
import { askedInAddress } from "./following.ts";
import { takeHandedOver } from "./handing.ts";
import { startPage } from "./page.ts";
import css from "./search.css";
import { wordsFor } from "./words.ts";

export interface Search {
  /** @param field - The field of the page in which the reader types. */
  open(field?: HTMLInputElement): void;
}

/** @param manifest - The text of the manifest; empty when it could not be had. */
export function start(manifest: Promise<string>): Search {
  const words = wordsFor(document.documentElement.lang);
  const asker = manifest.then((text) => openAsker(text));
  const wanted = takeHandedOver(location.pathname);
  // Without a manifest nothing is marked; a reader who asks is told.
  asker.then(({ markPage }) => markPage(wanted), () => undefined);

  const field = document.querySelector<HTMLInputElement>(":is([data-wegwijzer-search],[role=search]) [type=search]");
  const region = document.querySelector("[data-wegwijzer-results]");
  if (region && field) {
    document.adoptedStyleSheets.push(makeSheet());
    startPage(asker, words, region, field);
    return { open: (from) => from ?? field.focus() };
  }
  const dialog = makeDialog(asker, words, makeSheet, field?.form ?? null);
  const asked = askedInAddress();
  if (asked !== "") dialog.open(asked, field ?? undefined);
  return { open: (from) => dialog.open(from?.value ?? "", from) };
}

function makeSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
