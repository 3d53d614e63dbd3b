import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { TemporaryRepository } from "../../test/temporary-repository.ts"
import { specsDiff } from "./command.ts"

const genre = "specs/library/schemas/Genre.yaml"

let repository: TemporaryRepository
beforeEach(() => {
  repository = new TemporaryRepository()
})
afterEach(() => repository.dispose())

const run = (...args: ReadonlyArray<string>) => specsDiff({ root: repository.root, args, env: {} })
const inCi = () => specsDiff({ root: repository.root, args: [], env: { CI: "true" } })

const addValue = (): void => repository.edit(genre, "poetry,", "poetry, manga,")
const removeValue = (): void => repository.edit(genre, "novel, ", "")
const promise = (bump: string, name = "@tve-pass/client"): void =>
  repository.write(".changeset/new-genre.md", `---\n"${name}": ${bump}\n---\n\nKnow another genre.\n`)

describe("before the first release", () => {
  test("everything is initial, and CI has nothing to hold against it", async () => {
    repository.commit()
    expect(await inCi()).toEqual({
      output: "No release to compare with: everything is initial.\n  library: 2 operations (registerMember, findBook)",
      exitCode: 0
    })
  })

  test("the same goes for sources without their repository", async () => {
    repository.remove(".git")
    expect((await inCi()).output).toContain("everything is initial")
  })

  test("a base can still be named", async () => {
    repository.commit()
    addValue()
    expect((await run("HEAD")).output).toContain("Compared with HEAD (version 0.3.0).")
  })
})

test("a hook's environment does not lead to another repository", async () => {
  const other = new TemporaryRepository()
  other.release("9.9.9")
  repository.release("0.3.0")
  vi.stubEnv("GIT_DIR", join(other.root, ".git"))
  expect((await run()).output).toContain("Compared with @tve-pass/client@0.3.0 ")
  vi.unstubAllEnvs()
  other.dispose()
})

describe("the base", () => {
  test("is the newest release, by version and not by name, and no pre-release", async () => {
    for (const version of ["0.9.0", "0.10.0", "0.11.0-next.1"]) repository.release(version)
    expect((await run()).output).toContain("Compared with @tve-pass/client@0.10.0 ")
  })

  test("is not a release that HEAD does not descend from", async () => {
    repository.release("0.3.0")
    repository.git("checkout", "--quiet", "-b", "next")
    repository.release("1.0.0")
    repository.git("checkout", "--quiet", "main")
    expect((await run()).output).toContain("Compared with @tve-pass/client@0.3.0 ")
  })

  test("that does not exist is refused", async () => {
    repository.commit()
    await expect(run("v9")).rejects.toThrow(`Failed to find "v9"`)
    await expect(run("one", "two")).rejects.toThrow("one base at most")
  })
})

describe("the queued changesets", () => {
  beforeEach(() => repository.release("0.3.0"))

  test("none are needed without a change", async () => {
    expect(await inCi()).toMatchObject({ exitCode: 0, output: expect.stringContaining("no release needed") })
  })

  test("have to promise a patch for an addition before 1.0.0", async () => {
    addValue()
    expect(await inCi()).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining(
        "These changes are minor; from 0.3.0 on, before 1.0.0, a patch release carries them."
      )
    })
    promise("patch")
    expect(await inCi()).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining("Promised by the changesets: patch.")
    })
  })

  test("have to promise a minor for a break before 1.0.0", async () => {
    removeValue()
    promise("patch")
    expect(await inCi()).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("Queue a changeset that promises minor for @tve-pass/client")
    })
    promise("minor")
    expect((await inCi()).exitCode).toBe(0)
  })

  test("have to promise a major for a break from 1.0.0 on", async () => {
    repository.setVersion("1.2.0")
    repository.release("1.2.0")
    removeValue()
    promise("minor")
    expect(await inCi()).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("These changes are major and need a major release.")
    })
    promise("major")
    expect((await inCi()).exitCode).toBe(0)
  })

  test("of other packages promise nothing for the client", async () => {
    removeValue()
    promise("major", "@tve-pass/testing")
    expect((await inCi()).exitCode).toBe(1)
  })

  test("have been consumed by a release commit: its version is the promise", async () => {
    removeValue()
    repository.setVersion("0.4.0")
    expect((await inCi()).exitCode).toBe(0)
  })

  test("are only held to their promise in CI or when asked to", async () => {
    removeValue()
    expect((await run()).exitCode).toBe(0)
    expect((await run("--check")).exitCode).toBe(1)
  })

  test("that cannot be read are refused", async () => {
    addValue()
    promise("huge")
    await expect(run()).rejects.toThrow(`Failed to read .changeset/new-genre.md: "huge" is no bump`)
  })
})

test("the report puts the heaviest change first and says where it is", async () => {
  repository.release("0.3.0")
  removeValue()
  repository.edit(genre, "Kind of book.", "Kind of a book.")
  expect((await run()).output).toBe(
    [
      `Compared with @tve-pass/client@0.3.0 (version 0.3.0).`,
      ``,
      `library: 2 changes`,
      `  major  POST /o/members request body genre`,
      `         Enum lost 'novel'.  specs/library/schemas/Genre.yaml:4`,
      `  patch  POST /o/members request body genre`,
      `         \`description\` changed from "Kind of book." to "Kind of a book.".  specs/library/schemas/Genre.yaml:2`,
      ``,
      `These changes are major; from 0.3.0 on, before 1.0.0, a minor release carries them.`,
      `Promised by the changesets: none.`,
      `Queue a changeset that promises minor for @tve-pass/client: "pnpm changeset".`
    ].join("\n")
  )
})

test("--json prints one object, --help the usage", async () => {
  repository.release("0.3.0")
  addValue()
  const comparison: unknown = JSON.parse((await run("--json")).output)
  expect(comparison).toMatchObject({
    state: "compared",
    weight: "minor",
    needed: "patch",
    promised: "none",
    kept: false
  })
  expect((await run("--help")).output).toMatch(/^Usage: pnpm specs:diff/)
})
