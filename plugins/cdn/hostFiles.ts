/** Writes what hosts read. */
import { caddyfile } from "../../src/cdn/hosts/caddy.ts";
import { nginxConf } from "../../src/cdn/hosts/nginx.ts";
import { s3Metadata } from "../../src/cdn/hosts/s3.ts";
import { headersFile, maxHeaderRules, maxRedirects, redirectsFile } from "../../src/cdn/hosts/staticHosts.ts";
import { encodeHosting, type Hosting, hostingName } from "../../src/cdn/hosting.ts";
import { write } from "../output.ts";

/** @returns what found no place in a file, in words. */
export function writeHostFiles(folder: string, hosting: Hosting, files: readonly string[]): readonly string[] {
  const [headers, redirects] = [headersFile(hosting, files), redirectsFile(hosting)];
  const texts: Readonly<Record<string, string>> = {
    _headers: headers.text,
    _redirects: redirects.text,
    "_hosting/nginx.conf": nginxConf(hosting),
    "_hosting/Caddyfile": caddyfile(hosting),
    "_hosting/s3.json": s3Metadata(hosting, files),
    [hostingName]: encodeHosting(hosting),
  };
  for (const [name, text] of Object.entries(texts)) write(folder, name, text);
  return [
    ...(headers.left === 0 ? [] : [`cdn: _headers has place for ${maxHeaderRules} rules; ${headers.left} more files are asked for again on hosts that read it. Put files that never change in a folder of their own`]),
    ...(redirects.left === 0 ? [] : [`cdn: _redirects has place for ${maxRedirects} lines; ${redirects.left} more are missing on hosts that read it`]),
  ];
}
