import { isAbsolute } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { defaultStateDirectory } from "./index.ts"

describe("defaultStateDirectory", () => {
  it.each([
    ["linux", {}, "/users/ada/.local/state/app"],
    ["linux", { XDG_STATE_HOME: "/state" }, "/state/app"],
    ["linux", { XDG_STATE_HOME: "relative" }, "/users/ada/.local/state/app"],
    ["linux", { XDG_STATE_HOME: "" }, "/users/ada/.local/state/app"],
    ["freebsd", {}, "/users/ada/.local/state/app"],
    ["darwin", {}, "/users/ada/Library/Application Support/app"],
    ["win32", { LOCALAPPDATA: "/local" }, "/local/app"],
    ["win32", {}, "/users/ada/AppData/Local/app"]
  ] as const)("on %s with %j is %s", (platform, environment, expected) => {
    expect(defaultStateDirectory("app", { platform, environment, home: "/users/ada" })).toBe(expected)
  })

  it("is absolute and does not depend on the working directory", () => {
    const directory = defaultStateDirectory("app")
    const workingDirectory = vi.spyOn(process, "cwd").mockReturnValue("/elsewhere")
    expect(defaultStateDirectory("app")).toBe(directory)
    workingDirectory.mockRestore()
    expect(isAbsolute(directory)).toBe(true)
  })
})
