/** The only door for HTML that is not escaped: bodies that our own renderer made, our own style sheet, and data. */
import type { JSX } from "preact";

export function Html({ of, className }: { readonly of: string; readonly className: string }): JSX.Element {
  return <div class={className} dangerouslySetInnerHTML={{ __html: of }} />;
}

export function Style({ of }: { readonly of: string }): JSX.Element {
  return <style dangerouslySetInnerHTML={{ __html: of }} />;
}

/** JSON-LD: data, which no browser runs. Without `<` in it, nothing can end the element but its own end. */
export function LinkedData({ of }: { readonly of: object }): JSX.Element {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(of).replaceAll("<", "\\u003c") }} />;
}
