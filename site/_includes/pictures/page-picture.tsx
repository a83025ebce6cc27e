/** The drawing that belongs to a page, if there is one. */
import type { JSX } from "preact";
import type { AnyPage } from "../data.ts";

export function PagePicture(_: { readonly page: AnyPage }): JSX.Element | null {
  return null;
}
