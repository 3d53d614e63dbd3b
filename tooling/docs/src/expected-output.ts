/** The output that a block promises with its `// => ` comments, one line each. `…` stands for anything. */
export const promisedOutput = (code: string): ReadonlyArray<string> =>
  [...code.matchAll(/\/\/ => (.*)$/gm)].map(([, text = ""]) => text.trimEnd())

/** Says where the output differs from what is promised, or nothing. */
export const compareOutput = (promised: ReadonlyArray<string>, printed: string): string | undefined => {
  const lines = printed
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.trimEnd())
  const actual = lines.length === 1 && lines[0] === "" ? [] : lines
  const matches =
    promised.length === actual.length && promised.every((line, index) => matchesLine(line, actual[index] ?? ""))
  return matches ? undefined : `Promised:\n${promised.join("\n")}\nPrinted:\n${actual.join("\n")}`
}

const matchesLine = (promised: string, actual: string): boolean =>
  new RegExp(
    `^${promised
      .split("…")
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`
  ).test(actual)
