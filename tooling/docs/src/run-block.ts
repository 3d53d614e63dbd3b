import type { CodeBlock } from "./code-block.ts"
import { compareOutput, promisedOutput } from "./expected-output.ts"
import { runNode, runProcess, type Outcome } from "./run-process.ts"
import { shellCommands } from "./shell-lines.ts"
import { simulatorOrigin } from "./page-simulator.ts"

export interface RunOptions {
  /** Folder of the block's page. */
  readonly folder: string
  /** Origin of the page's simulator. */
  readonly origin: string
}

/** Runs a module and says how its output differs from its `// =>` lines, if it does. */
export const runModule = async (
  block: CodeBlock,
  file: string,
  { folder, origin }: RunOptions
): Promise<string | undefined> => judge(promisedOutput(block.code), await runNode(folder, file), origin)

/** Runs the commands of a block one after the other and says how their output differs, if it does. */
export const runCommands = async (block: CodeBlock, { folder, origin }: RunOptions): Promise<string | undefined> => {
  for (const { command, output } of shellCommands(block)) {
    const outcome = await runProcess(folder, "sh", ["-c", command.replaceAll(simulatorOrigin, origin)])
    const promised = block.language === "console" ? output : undefined
    const problem = judge(promised, outcome, origin)
    if (problem !== undefined) return `${command}\n${problem}`
  }
  return undefined
}

const judge = (promised: ReadonlyArray<string> | undefined, outcome: Outcome, origin: string): string | undefined => {
  if (outcome.status !== 0) return `It ended with ${outcome.status}.\n${outcome.stdout}${outcome.stderr}`
  const printed = outcome.stdout.replaceAll(origin, simulatorOrigin)
  return promised === undefined ? undefined : compareOutput(promised, printed)
}
