/** The only door for HTML that is not escaped: bodies that our own renderer made, and our own style sheet. */
import type { JSX } from "preact";

export function Html({ of, className }: { readonly of: string; readonly className: string }): JSX.Element {
  return <div class={className} dangerouslySetInnerHTML={{ __html: of }} />;
}

export function Style({ of }: { readonly of: string }): JSX.Element {
  return <style dangerouslySetInnerHTML={{ __html: of }} />;
}
