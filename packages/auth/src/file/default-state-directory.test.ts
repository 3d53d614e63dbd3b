import { describe, expect, it } from "vitest"
import { defaultStateDirectory } from "./index.ts"

describe("defaultStateDirectory", () => {
  it.each([
    ["linux", {}, "/home/ada/.local/state/app"],
    ["linux", { XDG_STATE_HOME: "/state" }, "/state/app"],
    ["linux", { XDG_STATE_HOME: "relative" }, "/home/ada/.local/state/app"],
    ["linux", { XDG_STATE_HOME: "" }, "/home/ada/.local/state/app"],
    ["freebsd", {}, "/home/ada/.local/state/app"],
    ["darwin", {}, "/home/ada/Library/Application Support/app"],
    ["win32", { LOCALAPPDATA: "/local" }, "/local/app"],
    ["win32", {}, "/home/ada/AppData/Local/app"]
  ] as const)("on %s with %j is %s", (platform, environment, expected) => {
    expect(defaultStateDirectory("app", { platform, environment, home: "/home/ada" })).toBe(expected)
  })

  it("is never inside the working directory", () => {
    expect(defaultStateDirectory("app").startsWith(process.cwd())).toBe(false)
  })
})
