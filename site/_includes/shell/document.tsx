/** The shell of every page: head, signpost, content, ways on, foot. */
import type { ComponentChildren, JSX } from "preact";
import { originOf, site } from "../../site.ts";
import { icons } from "../../standards/addresses.ts";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { Style } from "../parts/html.tsx";
import { summaryOf } from "../reading/summary.ts";
import { Foot } from "./foot.tsx";
import { Masthead } from "./masthead.tsx";
import { Metadata } from "./metadata.tsx";
import { Onward } from "./onward.tsx";
import { FONT_URL, styleSheet } from "./style-sheet.ts";
import { Trail } from "./trail.tsx";

export interface DocumentProps {
  readonly here: Here;
  /** A class that gives the page its colour: `accent-thema-energie`. */
  readonly accent?: string;
  /** Where the search form stands: in the head of the page, or in the page itself. */
  readonly search?: "head" | "page";
  /** Whether the page ends with a signpost. */
  readonly onward?: boolean;
  readonly children: ComponentChildren;
}

export function Document({ here, accent, search = "head", onward = true, children }: DocumentProps): JSX.Element {
  const { page } = here;
  return (
    <html lang={site.language}>
      <Head here={here} />
      <body class={accent}>
        <a class="skip" href="#inhoud">{words.skipToContent}</a>
        <Masthead here={here} search={search === "head"} />
        <Trail here={here} />
        <main id="inhoud" data-search>
          {page.draft && <p class="draft wide" data-search-ignore>{words.draft}</p>}
          {children}
        </main>
        {onward && <Onward here={here} />}
        <Foot here={here} />
      </body>
    </html>
  );
}

function Head({ here }: { readonly here: Here }): JSX.Element {
  const { page, href } = here;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{page.url === "/" ? `${site.name}: ${page.title}` : `${page.title} - ${site.name}`}</title>
      <link rel="preload" href={href(FONT_URL)} as="font" type="font/woff2" crossorigin="anonymous" />
      <Style of={styleSheet(href)} />
      <meta name="description" content={summaryOf(page)} />
      <link rel="canonical" href={originOf(site) + href(page.url)} />
      <link rel="icon" href={href("/pictures/icon.svg")} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={href(icons.apple)} />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#14181d" media="(prefers-color-scheme: dark)" />
      <Metadata here={here} />
    </head>
  );
}
