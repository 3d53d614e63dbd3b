import { fromCommand } from "effect/cli/Completions"
import { describe, expect, it } from "vitest"
import { commandTree } from "../command-tree.ts"
import { candidatesFor } from "./candidates.ts"

const words = (...line: ReadonlyArray<string>) => candidatesFor(fromCommand(commandTree), line).map(({ word }) => word)

describe("candidatesFor", () => {
  it("completes commands, and those below them", () => {
    expect(words("sig")).toEqual(["sign-in"])
    expect(words("sign-in", "")).toEqual(["resume"])
    expect(words("inspect", "device-")).toEqual(["device-info", "device-id"])
    expect(words("")).not.toContain("complete")
  })

  it("completes flags of the command and of every command", () => {
    expect(words("mvpds", "--s")).toEqual(expect.arrayContaining(["--search", "--store", "--service-provider"]))
    expect(words("register", "--s")).not.toContain("--search")
  })

  it("completes values that are listed, and leaves others to the shell", () => {
    expect(words("completions", "")).toEqual(["bash", "zsh", "fish", "powershell"])
    expect(words("--environment", "release-")).toEqual(["release-production", "release-staging"])
    expect(words("mvpds", "--search", "")).toEqual([])
  })

  it("takes the value of a flag for no command", () => {
    expect(words("--as", "sign-in", "reg")).toEqual(["register"])
  })
})
