import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { runDemo } from "./run-demo.ts"

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

/** Without what is another each time: the port, the folder, the moment. */
const lasting = (text: string): string =>
  text
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replace(/stored in \S+/g, "stored in FOLDER")
    .replace(/valid until \S+/g, "valid until MOMENT")
    .trim()

it("the README prints what the demo prints", async () => {
  const { exitCode, stdout } = await runDemo({})
  expect(exitCode).toBe(0)
  const printed = /^```\w*\n(Adobe Pass at [^]*?)^```/m.exec(readme)?.[1] ?? ""
  expect(lasting(printed)).toBe(lasting(stdout))
})
