/**
 * What a result shows of its page: the text at its top, and the sections that answer best.
 *
 * The text under a link is what a reader lands on, so a stretch from further down is shown with the
 * heading it stands under.
 */
import type { Hit } from "./engine.ts";
import { type Mark, type Marker, type Spot, spotOf } from "./spot.ts";

/** A text cut to what is shown, with marks that count from its beginning. */
export interface ShownText {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Whether something was left out before and after. */
  readonly cut: readonly [before: boolean, after: boolean];
}

export interface ShownSection {
  readonly url: string;
  readonly heading: ShownText;
  readonly text: ShownText;
}

export interface ShownPage {
  readonly url: string;
  readonly title: ShownText;
  readonly text: ShownText;
  readonly sections: readonly ShownSection[];
}

interface Cut {
  readonly shown: ShownText;
  /** Of its spot. */
  readonly value: number;
}
type Section = Hit["excerpt"]["sections"][number];

/** Sections of a page that are results of their own. */
const mostSections = 2;
/** Documents of a page in which they are looked for; a long page has sixteen. */
const mostDocuments = 3;
/** Sections without an address of their own that are looked through. */
const mostTops = 8;
/** Characters to show at most. */
const [pageLength, sectionLength] = [170, 120];
/** A section whose heading was asked for is the place to be. */
const headingBoost = 2;

export function shownPage({ excerpt, ordinals }: Hit, mark: Marker): ShownPage {
  const { url, title, sections, lead } = excerpt;
  const places = ordinals.slice(0, mostDocuments).flatMap((ordinal) => {
    const [from, to] = excerpt.rangeOf(ordinal);
    return Array.from({ length: to - from }, (_, at) => from + at);
  });
  const rated = [...new Set(places)].flatMap((place) => {
    const section = sections[place];
    if (!section || !isOwn(section)) return [];
    const [heading, text] = [cutOut(section.heading, mark, Infinity), cutOut(section.text, mark, sectionLength)];
    const value = text.value + headingBoost * heading.value;
    return value > 0 ? [{ value, place, url: `${url.split("#", 1)[0] ?? url}#${section.anchor}`, heading: heading.shown, text: text.shown }] : [];
  });
  // Two of the best, in the order of the page.
  const best = rated.sort((a, b) => b.value - a.value || a.place - b.place).slice(0, mostSections).sort((a, b) => a.place - b.place);
  return {
    url,
    title: cutOut(title, mark, Infinity).shown,
    text: topOf(sections, lead, mark),
    sections: best.map(({ url, heading, text }) => ({ url, heading, text })),
  };
}

/** A section that a reader can land on. */
const isOwn = ({ anchor, heading }: Section): boolean => anchor !== "" && heading !== "";

/** What stands under no heading to land on, where it answers best; else the beginning of the page. */
function topOf(sections: readonly Section[], lead: string, mark: Marker): ShownText {
  const others = sections.filter((section) => !isOwn(section)).slice(0, mostTops).map(({ heading, text }) => cutOut(heading === "" ? text : `${heading}. ${text}`, mark, pageLength));
  return others.reduce((best, one) => (one.value > best.value ? one : best), cutOut(lead, mark, pageLength)).shown;
}

function cutOut(text: string, mark: Marker, length: number): Cut {
  const marks = mark(text);
  const { start, end, value }: Spot = spotOf(text, marks, length);
  const within = marks.filter((one) => one.start >= start && one.end <= end);
  return {
    value,
    shown: {
      text: text.slice(start, end),
      marks: within.map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
      cut: [start > 0, end < text.length],
    },
  };
}
