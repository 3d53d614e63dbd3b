import { describe, expect, it } from "vitest"
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

  it("is never inside the working directory", () => {
    expect(defaultStateDirectory("app").startsWith(process.cwd())).toBe(false)
  })
})
