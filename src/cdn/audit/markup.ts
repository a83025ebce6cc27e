/**
 * What a strict policy refuses, and what tells others of readers, on one page.
 *
 * After the published rules of internet.nl and Mozilla Observatory, asked of the bytes before anybody
 * else can. A table of rules: each looks at an element and says where it breaks it.
 */
import { type Standing, targetOf } from "../../address.ts";
import type { Finding, Rule } from "../finding.ts";
import { attributeOf, type Element } from "../../markup.ts";

export interface AuditedPage {
  readonly path: string;
  readonly text: string;
  readonly standing: Standing;
}

type Look = (element: Element, page: AuditedPage) => readonly Finding[];

/** Types of script that run; anything else is data (HTML Standard, section 4.12.1). */
const running = /^(|module|importmap|speculationrules|((text|application)\/(x-)?(java|ecma)script|text\/(javascript1\.[0-5]|jscript|livescript)))$/i;

const found = (rule: Rule, at: number, got: string): readonly Finding[] => [{ rule, at, got }];
const none: readonly Finding[] = [];

/** Elements that may not stand on a page, whatever they hold. */
const refused: Readonly<Record<string, Rule>> = {
  base: "base-element",
  iframe: "embedded-page", frame: "embedded-page", object: "embedded-page", embed: "embedded-page", applet: "embedded-page", portal: "embedded-page", fencedframe: "embedded-page",
};

/** What `<meta http-equiv>` may not say. */
const refusedMeta: Readonly<Record<string, Rule>> = { refresh: "meta-refresh", "set-cookie": "cookie", "content-security-policy": "meta-policy" };

export const looks: readonly Look[] = [
  (element) => (Object.hasOwn(refused, element.name) ? found(refused[element.name] as Rule, element.start, `<${element.name}>`) : none),
  (element) => {
    const says = element.name === "meta" ? attributeOf(element, "http-equiv")?.trim().toLowerCase() ?? "" : "";
    return Object.hasOwn(refusedMeta, says) ? found(refusedMeta[says] as Rule, element.start, attributeOf(element, "content") ?? "") : none;
  },
  (element, { text }) => {
    if (element.name !== "script" || element.attributes.some(({ name }) => /^(src|href|xlink:href)$/.test(name))) return none;
    return running.test(attributeOf(element, "type")?.trim() ?? "") ? found("inline-script", element.start, text.slice(element.content?.start, element.content?.end)) : none;
  },
  (element) => element.attributes.flatMap(({ name, start, value }) => (/^on[a-z]+$/.test(name) ? found("event-attribute", start, `${name}="${value}"`) : none)),
  (element, { path }) => element.attributes.flatMap(({ name, start, value }) => (name === "style" && !isPicture(path) ? found("style-attribute", start, value) : none)),
  (element, page) => element.attributes.flatMap(({ name, start, value }) => (/^(href|xlink:href|src|action|formaction|data)$/.test(name) ? scriptLink(value, start, page) : none)),
  (element, page) => element.attributes.flatMap(({ name, start, value }) => (/^(action|formaction)$/.test(name) ? formElsewhere(value, start, page) : none)),
  (element) => element.attributes.flatMap(({ name, start, value }) => (name === "ping" ? found("ping-attribute", start, value) : none)),
  (element) => element.attributes.flatMap(({ name, start, value }) => (name === "referrerpolicy" && !/^(|no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/i.test(value) ? found("unsafe-referrer", start, value) : none)),
  (element, page) => {
    if (!/^(a|area|form)$/.test(element.name) || !/^_?blank$/i.test(attributeOf(element, "target") ?? "")) return none;
    const address = attributeOf(element, "href") ?? attributeOf(element, "action") ?? "";
    const isElsewhere = targetOf(address, page.path, page.standing).kind === "elsewhere";
    const isSafe = /\b(noopener|noreferrer)\b/i.test(attributeOf(element, "rel") ?? "");
    return isElsewhere && !isSafe ? found("missing-rel", element.start, address) : none;
  },
];

/** A picture is shown without the policy of a page; only what it loads and runs matters. */
const isPicture = (path: string): boolean => /\.svg$/i.test(path);

function scriptLink(value: string, at: number, { path, standing }: AuditedPage): readonly Finding[] {
  const target = targetOf(value, path, standing);
  return target.kind === "elsewhere" && /^(javascript|vbscript)$/.test(target.scheme) ? found("script-link", at, value) : none;
}

function formElsewhere(value: string, at: number, { path, standing }: AuditedPage): readonly Finding[] {
  const target = targetOf(value, path, standing);
  return target.kind === "elsewhere" && !/^(javascript|vbscript)$/.test(target.scheme) ? found("form-elsewhere", at, value) : none;
}

