import { homedir } from "node:os"
import { join } from "node:path"

/** What the choice depends on; the running process by default. */
export interface StateDirectoryOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
  readonly home?: string
}

/**
 * Where the system wants a user's state to be kept, which is never the working directory:
 * `$XDG_STATE_HOME/NAME` or `~/.local/state/NAME`, on macOS `~/Library/Application Support/NAME`, on Windows
 * `%LOCALAPPDATA%\NAME`.
 *
 * @example
 * defaultStateDirectory("my-app", { environment: {}, platform: "linux", home: "/users/ada" })
 * // => "/users/ada/.local/state/my-app"
 */
export const defaultStateDirectory = (
  name: string,
  { environment = process.env, platform = process.platform, home = homedir() }: StateDirectoryOptions = {}
): string => {
  if (platform === "win32") return join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), name)
  if (platform === "darwin") return join(home, "Library", "Application Support", name)
  // The specification of XDG has relative values ignored.
  const state = environment["XDG_STATE_HOME"]
  return join(state?.startsWith("/") ? state : join(home, ".local", "state"), name)
}
