/** What runs for every change, by the rules that keep a repository from being taken over. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { list } from "../../plugins/output.ts";
import { root } from "../site/builtSite.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly "timeout-minutes"?: number;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, ".github/workflows");
for (const file of list(folder)) {
  const text = readFileSync(join(folder, file), "utf8");
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test(`${file} pins every action by its commit and says which version that is`, () => {
    const lines = text.split("\n").filter((line) => /\buses:/.test(line));
    assert.ok(lines.length > 0);
    assert.equal(lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/.test(line)), []);
  });

  test(`${file} may do nothing by default, and each job only read`, () => {
    assert.equal(workflow.permissions, {});
    assert.equal(jobs.map(([, { permissions }]) => permissions), jobs.map(() => ({ contents: "read" })));
    assert.not.ok("pull_request_target" in workflow.on);
    assert.ok(jobs.every(([, job]) => job["timeout-minutes"] !== undefined));
  });

  test(`${file} keeps no credentials in the checkout`, () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    assert.equal(checkouts.map((step) => step.with?.["persist-credentials"]), checkouts.map(() => false));
  });

  test(`${file} hands secrets to the step that sends and to nothing else, and never to a command line`, () => {
    const withSecrets = steps.filter((step) => JSON.stringify(step).includes("secrets."));
    assert.ok(withSecrets.every(({ run, env }) => run?.includes(" deploy ") === true && JSON.stringify(env).includes("secrets.")));
    assert.equal(jobs.filter(([, { env }]) => JSON.stringify(env ?? {}).includes("secrets.")), []);
    // What a change may say, such as its title, would be run as a command.
    assert.equal(steps.filter(({ run }) => run?.includes("${{")), []);
  });
}

test.run();
