/**
 * The search of a site that opens from a folder: the same index, each file of it as a classic script.
 */
import { basename } from "node:path";
import { manifestName, parseManifest } from "../../src/search/manifest.ts";
import { list, read } from "../output.ts";
import { portableScripts } from "./bundle.ts";
import { indexFolder } from "./site.ts";

export interface PortableSearch {
  /** The folder of the index below the site, with a slash at its end; its own files have no place in the edition. */
  readonly folder: string;
  /** The script that stands for all scripts of this folder; it wants the site's prefix as `data-prefix`. */
  readonly script: string;
  /** Paths below the site -> texts. */
  readonly files: ReadonlyMap<string, string>;
}

/** @throws Error when the folder holds no search index of this format. */
export async function portableSearch(site: string): Promise<PortableSearch> {
  const place = indexFolder(site);
  const folder = `${basename(place)}/`;
  const { languages } = parseManifest(read(place, manifestName).toString("utf8"));
  const scripts = Object.entries(await portableScripts()).filter(([name]) => {
    const language = /^language-(.+)\.js$/.exec(name)?.[1];
    return language === undefined || languages.includes(language);
  });
  const index = list(place).filter((name) => name.endsWith(".json"))
    .map((name) => [`${name}.js`, handing(read(place, name).toString("utf8"))] as const);
  return { folder, script: `${folder}portable.js`, files: new Map([...scripts, ...index].map(([name, text]) => [folder + name, text])) };
}

/** A script that gives a text to the element that asked for it, and leaves nothing else behind. */
const handing = (text: string): string => `document.currentScript.dataset.text=${JSON.stringify(text)};\n`;
