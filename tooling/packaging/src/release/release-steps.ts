import { appendFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { git } from "@tve-pass/codegen/src/git.ts"
import type { Outcome } from "../run.ts"
import type { Environment, ReleaseCopy } from "./release-copy.ts"
import { readWorkflow, stepNamed } from "@tve-pass/repository/workflow"

const release = readWorkflow("release.yml")

/** Runs steps of the release workflow in a copy, as GitHub would. */
export class ReleaseSteps {
  readonly #copy: ReleaseCopy
  readonly #temporary: string

  /** @param temporary - The folder that steps know as `RUNNER_TEMP`. */
  constructor(copy: ReleaseCopy, temporary: string) {
    this.#copy = copy
    this.#temporary = temporary
    appendFileSync(this.#outputs, "")
  }

  get #outputs(): string {
    return join(this.#temporary, "outputs")
  }

  /** What a step gets by expressions, such as the outputs of other jobs, has to be given. */
  run(job: string, name: string, given: Environment = {}): Promise<Outcome> {
    const { run = "", env = {} } = stepNamed(release, job, name)
    return this.#copy.shell(run, {
      ...env,
      RUNNER_TEMP: this.#temporary,
      GITHUB_OUTPUT: this.#outputs,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "example/tve-pass",
      GITHUB_SHA: git(this.#copy.root, "rev-parse", "HEAD").trim(),
      ...given
    })
  }

  /** The output of this name that a step has set last. */
  output(name: string): string | undefined {
    const text = readFileSync(this.#outputs, "utf8")
    const last = [...text.matchAll(new RegExp(`^${name}(?:=(.*)|<<end\\n([^]*?)\\nend)$`, "gm"))].at(-1)
    return last?.[1] ?? last?.[2]
  }
}
