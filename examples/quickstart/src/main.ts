// `pnpm demo`: the registration flow end to end. The environment selects the server; see `--help`.
import { runCommand } from "./command.ts"

process.exitCode = await runCommand(process.argv.slice(2), {
  variables: process.env,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  printProgress: (line) => (process.stderr.isTTY ? console.error(line) : undefined)
})
