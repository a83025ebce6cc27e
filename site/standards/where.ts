/** Whole addresses: what is read away from the site cannot do with a part of one. */

/** Of a site-absolute address, `/themas/energie/#kop`, with origin and prefix before it. */
export type Whole = (url: string) => string;

/** @param origin - Without a slash at the end: `https://wegwijzer.example`. */
export function wholeAddresses(origin: string, href: (url: string) => string): Whole {
  return (url) => new URL(href(url), origin).href;
}
