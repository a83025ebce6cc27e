/**
 * Pages come back by themselves when `tsx watch` has started the server anew.
 *
 * A change of Markdown or of a style reloads pages through Eleventy's own server. A change of
 * TypeScript starts that server anew, and its script in the page tries to reconnect only when the
 * window gets the focus: whoever has page and editor side by side would look at old pages.
 */
import type { EleventyConfig } from "./eleventy.ts";

const RETRY_MS = 500;

/** Lets the server's script believe, as long as the server is away, that the window gets the focus. */
const script = `<script type="module">
new WebSocket(location.origin.replace("http", "ws")).onclose = () => setInterval(() => dispatchEvent(new Event("focus")), ${RETRY_MS});
</script>`;

/** Does nothing but under `--serve`, whose pages are never published. */
export function reloadAfterRestart(config: EleventyConfig): void {
  if (process.env["ELEVENTY_RUN_MODE"] !== "serve") return;
  config.addTransform("reload-after-restart", (content) => content.replace(/<\/body>/i, (end) => `${script}${end}`));
}
