/** The drawing that belongs to a page, if there is one. */
import type { JSX } from "preact";
import type { AnyPage } from "../data.ts";
import { foodWaste, proteins } from "./bars.tsx";
import { wayOfWorking } from "./choice.tsx";
import { schoolFlower } from "./flower.tsx";
import { fourOs } from "./four-os.tsx";
import { influenceLadder, savingLadder } from "./ladders.tsx";
import { Figure } from "./picture.tsx";
import type { Picture } from "./picture.tsx";
import { sCurve } from "./s-curve.tsx";
import { threeLayers } from "./three-layers.tsx";
import { xCurve } from "./x-curve.tsx";

/** By the id of the page. */
export const pictures: Readonly<Record<string, Picture>> = {
  "uitleg:de-4-os": fourOs,
  "uitleg:fasen-van-een-transitie": sCurve,
  "uitleg:x-curve": xCurve,
  "uitleg:niche-regime-landschap": threeLayers,
  "onderwerp:r-ladder": savingLadder,
  "begrip:participatieladder": influenceLadder,
  "onderwerp:whole-school-approach": schoolFlower,
  "onderwerp:voedselverspilling": foodWaste,
  "transitie:eiwittransitie": proteins,
  "instrument:creatieve-werkvormen": wayOfWorking,
};

export function PagePicture({ page }: { readonly page: AnyPage }): JSX.Element | null {
  const picture = Object.hasOwn(pictures, page.id) ? pictures[page.id] : undefined;
  return picture === undefined ? null : <Figure picture={picture} />;
}
