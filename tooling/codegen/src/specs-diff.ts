import { repositoryRoot } from "./repository.ts"
import { specsDiff } from "./specs-diff/command.ts"

try {
  const { output, exitCode } = await specsDiff({
    root: repositoryRoot,
    args: process.argv.slice(2),
    env: process.env
  })
  console.log(output)
  process.exitCode = exitCode
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
