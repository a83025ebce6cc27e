/** The site as its own config describes it, for the tools of editors. */
import { messagesIn } from "../../../src/content/messages.ts";
import type { Messages } from "../../../src/content/messages.ts";
import { loadSite } from "../load.ts";
import type { LoadedSite } from "../load.ts";
import { settingsOf } from "../options.ts";
import type { Settings } from "../options.ts";
import { recordConfig } from "../recordConfig.ts";

export interface OpenSite {
  readonly site: LoadedSite;
  readonly settings: Settings;
  readonly m: Messages;
  /** From the project's root: `site`. */
  readonly input: string;
}

/** Reads as for publishing, drafts included in what exists. */
export async function openSite(configPath: string | undefined): Promise<OpenSite> {
  const { options, folders, copies } = await recordConfig(configPath);
  const settings = settingsOf(options);
  const site = loadSite(settings, { folders, copies, publish: true, href: (url) => url });
  return { site, settings, m: messagesIn(settings.language), input: folders.input };
}

/** What the command line got wrong: told in the language of the site, without a stack. */
export function refuse(m: Messages, expected: string, got: string, nearest?: string): number {
  const shown = got === "" ? m.nothing : `"${got}"`;
  console.error(`${m.expected} ${expected}, ${m.got} ${shown}${nearest === undefined ? "" : `; ${m.didYouMean(nearest)}`}`);
  return 2;
}
