import type { CodeBlock } from "./code-block.ts"

/** A command of a block, and what the block says it prints. */
export interface ShellCommand {
  readonly command: string
  readonly output: ReadonlyArray<string>
}

/**
 * The commands of a `sh` block are its lines. Those of a `console` block start with `$ `, and what follows up to the next one
 * is their output. A line that ends with a backslash goes on in the next; comments are left out.
 */
export const shellCommands = ({ language, code }: CodeBlock): ReadonlyArray<ShellCommand> => {
  const lines = code
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .slice(0, -1)
  if (language === "sh")
    return lines
      .map(withoutComment)
      .filter((line) => line !== "")
      .map((command) => ({ command, output: [] }))
  const commands: Array<{ command: string; output: Array<string> }> = []
  for (const line of lines)
    if (line.startsWith("$ ")) commands.push({ command: withoutComment(line.slice(2)), output: [] })
    else commands.at(-1)?.output.push(line)
  return commands.map(({ command, output }) => ({ command, output: withoutBlankEnd(output) }))
}

const withoutComment = (line: string): string => line.replace(/(^|\s+)#\s.*$/, "").trim()

const withoutBlankEnd = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.at(-1)?.trim() === "" ? withoutBlankEnd(lines.slice(0, -1)) : lines
