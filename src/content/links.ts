/** Links and pictures in Markdown: checked to the anchor, and turned into addresses. */
import type { Problem } from "../problem.ts";
import type { Entry } from "./entries.ts";
import type { FoundLink } from "./markdown/parse.ts";
import type { Messages } from "./messages.ts";
import { nearestTo } from "./nearest.ts";
import type { SiteContext } from "./options.ts";
import { decoded, encodedPath, partsOf, relativePath, resolvedPath } from "./paths.ts";
import type { Targets } from "./targets.ts";

/** Schemes that lead somewhere and run nothing, and what must follow each; a name before a host is a trap or a password. */
const SAFE_SCHEME = /^(?:https?|mailto|tel):/i;
const HOST = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]|$)/i;
const MAILBOX = /^(?:mailto:[^\s?@]+@[^\s?@]+|tel:[+\d][\d().-]*)(?:\?(?!.*%0[ad]).*)?$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Looking for what was meant costs time; a generated page may hold thousands of broken links. */
const MAX_NEAREST = 50;

/** Either the address that goes into the page, or what is wrong. */
type Outcome =
  | { readonly href: string; readonly isExternal?: boolean }
  | { readonly fault: string; readonly expected: string; readonly candidates?: () => Iterable<string>; readonly written?: (candidate: string) => string; readonly level?: "warning"; readonly remedy?: string };

/** Sets the final address on every link of an entry; what cannot be reached is a problem and becomes inert. */
export function resolveLinks(entry: Entry, targets: Targets, context: SiteContext): Problem[] {
  const problems: Problem[] = [];
  for (const link of entry.body?.links ?? []) {
    const outcome = outcomeOf(link, entry, targets, context);
    if ("href" in outcome) setAddress(link, outcome.href, outcome.isExternal === true);
    else {
      setAddress(link, "", false);
      problems.push(problemOf(link, outcome, problems.length < MAX_NEAREST));
    }
  }
  return problems;
}

function setAddress({ token, isImage }: FoundLink, href: string, isExternal: boolean): void {
  token.attrSet(isImage ? "src" : "href", href);
  if (!isExternal || isImage) return;
  token.attrSet("rel", "external");
  token.attrJoin("class", "external");
}

function problemOf(link: FoundLink, outcome: Exclude<Outcome, { href: string }>, mayLook: boolean): Problem {
  const { fault, expected, candidates, written, level = "error", remedy } = outcome;
  const got = decoded(link.target);
  const nearest = mayLook && candidates !== undefined ? nearestTo(got, candidates()) : undefined;
  return {
    ...link.place,
    rule: fault,
    level,
    expected,
    got,
    ...(nearest === undefined ? {} : { nearest: written?.(nearest) ?? nearest }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function outcomeOf(link: FoundLink, entry: Entry, targets: Targets, context: SiteContext): Outcome {
  const { target, isImage } = link;
  const { m } = context;
  if (target === "") return { fault: "empty-link", expected: m.linkNotEmpty, level: "warning" };
  if (SAFE_SCHEME.test(target)) return externalOutcome(target, isImage, m);
  if (SCHEME.test(target) || target.startsWith("//") || target.startsWith("\\")) return { fault: "link-scheme", expected: m.linkForm };
  const { path, rest, fragment } = partsOf(target);
  if (path === "") return anchorOutcome(entry, fragment, "", rest, targets, context);
  if (path.startsWith("/")) return addressOutcome(link, path, rest, fragment, targets, context);
  return fileOutcome(link, entry, path, rest, fragment, targets, context);
}

/** A picture from elsewhere would be a request to a third party. */
function externalOutcome(target: string, isImage: boolean, m: Messages): Outcome {
  if (isImage) return { fault: "foreign-image", expected: m.existingImage };
  const isExternal = /^https?:/i.test(target);
  if (!(isExternal ? HOST : MAILBOX).test(target)) return { fault: "link-address", expected: isExternal ? m.safeLink : m.mailLink };
  return { href: target, isExternal };
}

/** `#kop` of a page that is known; without a fragment, the page itself. */
function anchorOutcome(to: Entry, fragment: string | undefined, prefix: string, rest: string, targets: Targets, context: SiteContext): Outcome {
  const url = targets.urlOf.get(to);
  // A page that could not be read has its own problems; more of them would be noise.
  if (url === undefined) return { href: `${prefix}${rest}` };
  const here = prefix === "" ? "" : context.href(encodeURI(url));
  if (fragment === undefined || fragment === "") return { href: `${here}${rest}` || context.href(encodeURI(url)) };
  const anchors = targets.anchorsOf(url);
  if (anchors === undefined || anchors.has(decoded(fragment))) return { href: `${here}${rest}#${encodeURI(decoded(fragment))}` };
  return {
    fault: "unknown-anchor",
    expected: context.m.existingAnchor(to.file),
    candidates: () => [...anchors].map((anchor) => `${prefix}#${anchor}`),
  };
}

/** `/themas/energie/` or `/beeld/kaart.svg`. */
function addressOutcome(link: FoundLink, path: string, rest: string, fragment: string | undefined, targets: Targets, context: SiteContext): Outcome {
  const url = decoded(path);
  if (targets.byUrl.has(url)) {
    const entry = targets.byUrl.get(url);
    if (entry !== undefined) return draftOutcome(entry, context) ?? anchorOutcome(entry, fragment, url, rest, targets, context);
    return { href: context.href(encodeURI(url)) + rest + (fragment === undefined ? "" : `#${fragment}`) };
  }
  return {
    fault: link.isImage ? "broken-image" : "broken-link",
    expected: link.isImage ? context.m.existingImage : context.m.existingTarget,
    candidates: () => targets.byUrl.keys(),
  };
}

/** `../themas/energie.md` or `kaart.svg`, from the folder of the file that holds the link. */
function fileOutcome(link: FoundLink, entry: Entry, path: string, rest: string, fragment: string | undefined, targets: Targets, context: SiteContext): Outcome {
  for (const name of [decoded(path), path]) {
    const resolved = resolvedPath(entry.path, name);
    const page = resolved === undefined || link.isImage ? undefined : targets.byPath.get(resolved);
    if (page !== undefined) return draftOutcome(page, context, entry) ?? anchorOutcome(page, fragment, name, rest, targets, context);
    const asset = resolved === undefined ? undefined : targets.assets.get(resolved);
    if (asset !== undefined) return { href: context.href(encodeURI(asset)) + rest + (fragment === undefined ? "" : `#${fragment}`) };
  }
  const known = link.isImage ? [...targets.assets.keys()] : [...targets.byPath.keys(), ...targets.assets.keys()];
  return {
    fault: link.isImage ? "broken-image" : "broken-link",
    expected: link.isImage ? context.m.existingImage : context.m.existingTarget,
    candidates: () => known.map((each) => relativePath(entry.path, each)),
    written: encodedPath,
    ...(context.unpublished?.has(resolvedPath(entry.path, decoded(path)) ?? "") === true ? { remedy: context.m.notCopied } : {}),
  };
}

/** The page that a link leads to, by its file or by its address; undefined for all else. */
export function linkedEntry({ target, isImage }: FoundLink, from: Entry, { byPath, byUrl }: Targets): Entry | undefined {
  if (isImage || target === "" || SCHEME.test(target)) return undefined;
  const { path } = partsOf(target);
  if (path === "") return from;
  if (path.startsWith("/")) return byUrl.get(decoded(path));
  const found = [decoded(path), path].map((name) => byPath.get(resolvedPath(from.path, name) ?? ""));
  return found.find((entry) => entry !== undefined);
}

function draftOutcome(to: Entry, { publish, m }: SiteContext, from?: Entry): Outcome | undefined {
  if (!publish || !to.draft || from?.draft === true) return undefined;
  return { fault: "draft-link", expected: m.publishedPage, remedy: m.publishedPageRemedy };
}
