import { homedir } from "node:os"
import { join } from "node:path"

/** The environment that determines the directory. Default: that of the running process. */
export interface StateDirectoryOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  readonly home?: string
}

/**
 * Returns the system's directory for a user's state: `$XDG_STATE_HOME/NAME` or `~/.local/state/NAME`, on macOS
 * `~/Library/Application Support/NAME`, on Windows `%LOCALAPPDATA%\NAME`.
 *
 * @example
 * ```ts
 * defaultStateDirectory("my-app", { environment: {}, platform: "linux", home: "/users/ada" })
 * // => "/users/ada/.local/state/my-app"
 * ```
 */
export const defaultStateDirectory = (
  name: string,
  { environment = process.env, platform = process.platform, home = homedir() }: StateDirectoryOptions = {}
): string => {
  if (platform === "win32") return join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), name)
  if (platform === "darwin") return join(home, "Library", "Application Support", name)
  // The XDG specification requires that relative values are ignored.
  const state = environment["XDG_STATE_HOME"]
  return join(state?.startsWith("/") ? state : join(home, ".local", "state"), name)
}
