import { afterAll, expect, inject, test } from "vitest"
import { compilers, typeCheck } from "../src/type-check.ts"

const { folder } = inject("consumer")
const measured: Array<string> = []
afterAll(() =>
  console.log(["Type check of all 13 operations, strict and with skipLibCheck: false:", ...measured].join("\n  "))
)

test.each(compilers)("an application that uses all 13 operations type-checks with %s", (compiler) => {
  const { exitCode, output, version, elapsed } = typeCheck(folder, "all-operations", compiler)
  measured.push(`TypeScript ${version}: ${elapsed.toFixed(2)} s`)
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: "" })
})
