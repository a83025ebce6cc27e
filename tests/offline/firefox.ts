/**
 * An installed Firefox, for the few tests that must hold in another engine.
 *
 * Playwright drives only a Firefox of its own making; an ordinary one speaks WebDriver BiDi.
 * `WEGWIJZER_FIREFOX` names one that goes first.
 */
import { existsSync } from "node:fs";
import puppeteer, { type Browser } from "puppeteer-core";

const places = [
  process.env["WEGWIJZER_FIREFOX"] ?? "",
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** Where it stands; undefined when there is none. */
export const firefoxPath = (): string | undefined => places.find((path) => path !== "" && existsSync(path));

/** A Firefox that asks nothing of the network but what a page asks. */
export const launchFirefox = (executablePath: string): Promise<Browser> => puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  timeout: 120_000,
  protocolTimeout: 120_000,
  extraPrefsFirefox: {
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.proxy.type": 0,
    "browser.region.network.url": "",
    "services.settings.server": "http://127.0.0.1:1/",
  },
});
