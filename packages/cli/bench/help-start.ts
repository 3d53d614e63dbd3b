// Measures how long `tve-pass --help` takes from start to end, and fails above the limit. Build first, on an idle machine:
// node packages/cli/build/build.ts && node packages/cli/bench/help-start.ts
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

const runs = 21
const limitMilliseconds = 150
const bundle = fileURLToPath(new URL("../dist/main.mjs", import.meta.url))

const medianOf = (args: ReadonlyArray<string>): number => {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" })
    if (status !== 0) throw new Error(`Failed to run node ${args.join(" ")}: ${stderr}`)
    return performance.now() - started
  })
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN
}

const node = medianOf(["--eval", "0"])
const help = medianOf([bundle, "--help"])
console.log(`node alone ${node.toFixed(0)} ms, tve-pass --help ${help.toFixed(0)} ms (limit ${limitMilliseconds} ms)`)
if (help > limitMilliseconds) process.exitCode = 1
