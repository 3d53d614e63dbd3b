import { execFileSync } from "node:child_process"

/**
 * Runs git in the repository at `root`, and in no other: a hook that runs us says in the environment which one it is
 * for. A checkout that belongs to another user, as in a container, is read all the same.
 */
export const git = (root: string, ...args: ReadonlyArray<string>): string => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")))
  return execFileSync("git", ["-C", root, "-c", "safe.directory=*", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
    env
  })
}
