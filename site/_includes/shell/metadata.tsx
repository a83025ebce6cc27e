/** What the head of a page says to others than its reader: who shares it, lists it or searches it. */
import type { JSX } from "preact";
import { originOf, site } from "../../site.ts";
import { addresses, copyOf } from "../../standards/addresses.ts";
import { changedOn, isPublished } from "../../standards/published.ts";
import { imageSize } from "../../standards/shareImage.ts";
import { structuredData } from "../../standards/structuredData.ts";
import { wholeAddresses } from "../../standards/where.ts";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { LinkedData } from "../parts/html.tsx";
import { summaryOf } from "../reading/summary.ts";

export function Metadata({ here }: { readonly here: Here }): JSX.Element {
  const { page, href } = here;
  const whole = wholeAddresses(originOf(site), href);
  // A search engine keeps what it is not told to leave.
  if (!isPublished(page)) return <meta name="robots" content="noindex" />;
  return (
    <>
      <link rel="alternate" type="application/atom+xml" href={href(addresses.feed)} title={words.feedTitle(site.name)} />
      <link rel="alternate" type="text/markdown" href={href(copyOf(page.url))} title={words.markdownCopy} />
      {page.url === "/begrippen/" && <link rel="alternate" type="text/turtle" href={href(addresses.turtle)} title={words.glossaryTitle(site.name)} />}
      {page.url === "/begrippen/" && <link rel="alternate" type="application/ld+json" href={href(addresses.jsonLd)} title={words.glossaryTitle(site.name)} />}
      <link rel="search" type="application/opensearchdescription+xml" href={href(addresses.openSearch)} title={site.name} />
      <OpenGraph here={here} whole={whole} />
      <LinkedData of={structuredData(here, site, whole)} />
    </>
  );
}

/** For whoever shows a page where somebody shared it: ogp.me. */
function OpenGraph({ here: { page, graph }, whole }: { readonly here: Here; readonly whole: (url: string) => string }): JSX.Element {
  const changed = changedOn(graph, page);
  const isArticle = page.url !== "/";
  return (
    <>
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={summaryOf(page)} />
      <meta property="og:url" content={whole(page.url)} />
      <meta property="og:type" content={isArticle ? "article" : "website"} />
      <meta property="og:locale" content={site.locale} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:image" content={whole(addresses.shareImage)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(imageSize.width)} />
      <meta property="og:image:height" content={String(imageSize.height)} />
      <meta property="og:image:alt" content={words.shareImage} />
      <meta name="twitter:card" content="summary_large_image" />
      {isArticle && changed !== undefined && <meta property="article:modified_time" content={changed} />}
    </>
  );
}
