/** The audit of an output: every page, picture and style sheet, against the policy that it is sent with. */
import { type Standing, targetOf } from "../../address.ts";
import type { Finding, Rule } from "../finding.ts";
import { type Element, elementsIn } from "../../markup.ts";
import type { Part } from "../../part.ts";
import { isMarkup, isStyle, isXml, partsOf } from "../../parts.ts";
import { looks } from "./markup.ts";

export interface AuditContext {
  readonly standing: Standing;
  /** Whether a file stands below the output. */
  readonly exists: (path: string) => boolean;
  /** Style sheets within pages that the policy allows, whole. */
  readonly styles: ReadonlySet<string>;
}

export function audit(path: string, text: string, context: AuditContext): readonly Finding[] {
  if (/\.m?js$/i.test(path)) return cookiesIn(text);
  if (!isMarkup(path) && !isStyle(path)) return [];
  const elements = isMarkup(path) ? elementsIn(text, isXml(path)) : [];
  const page = { path, text, standing: context.standing };
  return [
    ...elements.flatMap((element) => looks.flatMap((look) => look(element, page))),
    ...(/\.svg$/i.test(path) ? [] : otherStyles(text, elements, context)),
    ...partsOf(path, text, elements).flatMap((part) => loads(part, path, context)),
  ];
}

/** Styles within a page, whole; a policy can allow them by their hash. */
export function stylesIn(text: string, elements: readonly Element[] = elementsIn(text, false)): readonly string[] {
  return elements.flatMap(({ name, content }) => (name === "style" && content ? [text.slice(content.start, content.end)] : []));
}

function otherStyles(text: string, elements: readonly Element[], { styles }: AuditContext): readonly Finding[] {
  return elements.flatMap(({ name, start, content }): readonly Finding[] => {
    if (name !== "style" || !content) return [];
    const style = text.slice(content.start, content.end);
    return styles.has(style) ? [] : [{ rule: "inline-style", at: start, got: style }];
  });
}

function loads({ start, addresses }: Part, path: string, { standing, exists }: AuditContext): readonly Finding[] {
  return addresses.flatMap((address): readonly Finding[] => {
    const target = targetOf(address, path, standing);
    if (target.kind === "file" && !exists(target.path)) return [{ rule: "missing-file", at: start, got: address }];
    const rule = target.kind === "elsewhere" ? ruleOfScheme(target.scheme) : undefined;
    return rule === undefined ? [] : [{ rule, at: start, got: address }];
  });
}

function ruleOfScheme(scheme: string): Rule | undefined {
  if (/^(javascript|vbscript)$/.test(scheme)) return undefined;
  if (/^(data|blob|filesystem)$/.test(scheme)) return "data-source";
  return scheme === "http" ? "mixed-content" : "third-party";
}

/** A script that writes a cookie; one that reads it finds nothing. */
function cookiesIn(script: string): readonly Finding[] {
  return [...script.matchAll(/\bdocument\s*\.\s*cookie\s*=(?!=)|\bcookieStore\s*\.\s*set\b/g)].map(({ index, 0: got }) => ({ rule: "cookie", at: index, got }));
}
