/** English. An expectation finishes the sentence "expected …"; a remedy is a sentence of its own. */
export const en = {
  // Words of a report.
  expected: "expected",
  got: "got",
  nothing: "nothing",
  didYouMean: (value: string) => `did you mean "${value}"?`,
  summary: (problems: number, files: number) =>
    `${problems} ${problems === 1 ? "problem" : "problems"} in ${files} ${files === 1 ? "file" : "files"}`,
  more: (count: number) => `… and ${count} more`,
  levels: { error: "", warning: "warning: ", hint: "hint: " },

  // Files and bytes.
  utf8: "text in UTF-8",
  saveAsUtf8: "Save the file as UTF-8.",
  visibleText: "visible text",
  removeCharacter: "Remove this character; it cannot be seen and can hide what is read.",
  maxBytes: (bytes: number) => `a file of at most ${bytes} bytes`,
  splitFile: "Split the page, or raise maxFileBytes.",
  notEmpty: "front matter between lines of ---, then text",
  fileName: "a file name without line ends, control characters and backslashes, ending in .md, .yaml or .yml in lower case",
  renameFile: "Rename the file.",
  ownName: (other: string) => `a name that differs from ${other} in more than upper case or the way accents are stored`,
  noSymlinkOut: "a link to something inside the source folder",
  noSymlinkLoop: "a folder, not a link back to a folder around it",
  noSymlinkDangling: "a link to something that exists",
  readable: "a file that can be read",
  knownFolder: (folders: string) => `a file in one of the folders ${folders}`,

  // Front matter and YAML.
  openingFence: "front matter: a first line of ---",
  closingFence: "a line of --- that ends the front matter",
  yamlOnly: "front matter in YAML, after a line of ---",
  map: "keys with values (title: …)",
  validYaml: (fault: string) => `valid YAML (${fault})`,
  uniqueKey: "each key once",
  closingQuote: "a closing quote",
  quoteColon: "no second colon",
  quoteColonRemedy: "Put the value in quotes.",
  quoteValueRemedy: "Put the value in quotes, or check the indentation.",
  plainKey: "a key that is a word",
  safeKey: "a key of this kind of page",
  safeKeyRemedy: "Remove the key: it could change how the site is built.",
  plainValue: "a plain value, without YAML tags",
  smallValue: "values that are less deep and less repeated",

  // Values.
  text: "text",
  number: "a number",
  wholeNumber: "a whole number",
  yesOrNo: "true or false",
  list: "a list",
  date: "a date that exists, as 2026-11-23",
  yearMonth: "a year and month, as 2026-11",
  partialDate: "a year, a month or a date, as 2026, 2026-11 or 2026-11-23",
  url: "an address, as https://example.org/",
  email: "an e-mail address",
  startsWith: (prefix: string) => `text that starts with ${prefix}`,
  endsWith: (suffix: string) => `text that ends with ${suffix}`,
  includes: (part: string) => `text that holds ${part}`,
  pattern: (pattern: string) => `text like ${pattern}`,
  oneOf: (values: string) => `one of ${values}`,
  exactly: (value: string) => value,
  or: " or ",
  minText: (count: number) => (count === 1 ? "text that is not empty" : `text of at least ${count} characters`),
  maxText: (count: number) => `text of at most ${count} characters`,
  minList: (count: number) => `a list of at least ${count}`,
  maxList: (count: number) => `a list of at most ${count}`,
  minNumber: (count: string) => `a number of at least ${count}`,
  maxNumber: (count: string) => `a number of at most ${count}`,
  multipleOf: (count: string) => `a multiple of ${count}`,
  length: (count: number) => `this has ${count}`,
  validValue: "a valid value",
  requiredKey: (key: string, what: string) => `${key}: ${what}`,
  knownKey: (keys: string) => `one of the keys ${keys}`,

  // Pages and relations.
  idName: "a name for the entry",
  uniqueId: (id: string, file: string) => `an id of its own; ${file} is ${id} too`,
  uniqueAddress: (url: string, file: string) => `an address of its own; ${file} has ${url} too`,
  similarAddress: (url: string, file: string) => `an address that differs more from ${url} of ${file}`,
  folderAddress: (url: string, file: string) => `an address that is not inside ${url} of ${file}`,
  freeAddress: (file: string) => `an address that is free; ${file} is published there`,
  pageAddress: "an address that begins with / and ends with / or .html",
  insideOutput: "an address inside the site, without . or .. as a part",
  plainAddress: "an address of letters, digits, hyphens, dots and slashes",
  leftAddress: (owner: string) => `an address that is no longer in use; ${owner} has it`,
  formerAddress: "a former address of this site, as /themes/energy/, of letters, digits, hyphens, dots and slashes",
  reference: (kinds: string, names: string) => `a page of kind ${kinds}${names === "" ? "" : ` (${names})`}`,
  anyPage: "any page",
  qualifiedReference: "kind and name, as kind:name",
  unambiguous: (ids: string) => `one page; this could be ${ids}`,
  noCycle: "a relation that does not lead back to this page",
  removeFromCycle: (path: string) => `Remove one of ${path}.`,
  publishedPage: "a published page",
  publishedPageRemedy: "That page is a draft: publish it, or remove this.",
  otherPage: "another page than this one",

  // Markdown.
  knownSource: (kind: string) => `a source of kind ${kind}`,
  citationForm: "a citation as [@name], [@name; @other] or [@name, as of 2025-10]",
  citationText: "a citation in running text, not inside a link or a heading",
  existingTarget: "a file or page that exists",
  existingImage: "a picture that exists",
  existingAnchor: (page: string) => `a heading of ${page}`,
  linkForm: "a link that starts with https:, http:, mailto: or tel:, or that leads to a page",
  linkNotEmpty: "a link that leads somewhere",
  linkToFile: "a link to the Markdown file of a page",
  citationLabel: (number: number, title: string, asOf: string | undefined) =>
    `Source ${number}: ${title}${asOf === undefined ? "" : `, as of ${asOf}`}`,
  noTitleHeading: "headings from ##; the title is in the front matter",
  pageHasAddress: "a page that has an address",

  // What a key may hold.
  bounded: (what: string, min: number | undefined, max: number | undefined, unit: string) => {
    if (min !== undefined && max !== undefined) return `${what} of ${min} to ${max}${unit}`;
    if (min !== undefined) return `${what} of at least ${min}${unit}`;
    return max === undefined ? what : `${what} of at most ${max}${unit}`;
  },
  characters: " characters",

  // New pages and moved ones.
  mayAlso: "May be added: remove the first sign of the line.",
  draftUntil: "A draft shows only while serving: remove this line to publish.",
  kindOf: (kinds: string) => `a kind (${kinds})`,
  placeOf: (places: string) => `a place of this kind (${places})`,
  titleOf: "a title",
  freeName: (id: string, file: string) => `a title that is new; ${id} stands in ${file}`,
  pageToMove: "a page: its file or its id",
  freePath: (folders: string) => `a file name ending in .md that is free, in one of the folders ${folders}`,
  soundSite: "Nothing was changed: mend these first.",
  soundResult: "Nothing was changed: these would then be wrong.",
  wasMoved: (from: string, to: string) => `${from} → ${to}`,
  nothingWritten: "Nothing was changed: this is only the plan.",
  alsoNamed: "Named here as well, where only you know what to write:",

  // Links to elsewhere.
  livingAddress: "an address that answers",
  currentAddress: "the address where the page is now",
  answered: (why: string) => `The answer was ${why}.`,
  lookYourself: (why: string) => `The answer was ${why}: look in a browser whether it is there.`,
  linksAsked: (count: number) => `${count} addresses asked`,

  // Hints.
  maxWords: (count: number) => `a sentence of at most ${count} words`,
  wordsOf: (count: number, begin: string) => `${count} words: ${begin}`,
  maxMeanWords: (count: number) => `sentences of at most ${count} words on the average`,
  meanWords: (mean: string) => `${mean} words`,
  citedFigure: "a source for this figure",
  citedFigureRemedy: "Put a citation after the sentence, or leave the figure out.",
  recentFact: (months: number) => `a fact of the last ${months} months`,
  recentFactRemedy: "Look whether it is still so, and change the date or the sentence.",
  linkedPage: "a page that another page leads to",
  linkedPageRemedy: "Link to it from a text, or name it in a relation of another page.",
};

/** What every language must have. */
export type Messages = typeof en;
