import { afterEach, beforeEach, expect, test } from "vitest"
import { TemporaryRepository } from "../../test/temporary-repository.ts"
import { startPreview, type Preview } from "./preview-server.ts"

let repository: TemporaryRepository
let preview: Preview
beforeEach(async () => {
  repository = new TemporaryRepository()
  preview = await startPreview(repository.root, 0)
})
afterEach(async () => {
  await preview.close()
  repository.dispose()
})

const get = (path: string): Promise<Response> => fetch(new URL(path, preview.url))

test("only this machine can reach it", () => {
  expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
})

test("the first page links the reference of each spec", async () => {
  expect(await (await get("/")).text()).toContain(
    `<li><a href="/library/">Library</a>: 2 operations, specs/library/openapi.yaml</li>`
  )
})

test("a reference is one page that loads nothing and is not allowed to", async () => {
  const response = await get("/library/")
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'")
  const page = await response.text()
  expect(page).toContain("Finds a book")
  expect(page.match(/<(script|link)[^>]+(src|href)=/g)).toBeNull()
})

test("an edit shows with the next reload", async () => {
  await get("/library/")
  repository.edit("specs/library/openapi.yaml", "Finds a book", "Finds one book")
  expect(await (await get("/library/")).text()).toContain("Finds one book")
})

test("a spec that cannot be read says why, and is read again once it can", async () => {
  repository.edit("specs/library/openapi.yaml", "schemas/Genre.yaml", "schemas/Gone.yaml")
  const broken = await get("/library/")
  expect([broken.status, await broken.text()]).toEqual([500, expect.stringContaining("Failed to bundle specs/library")])
  repository.edit("specs/library/openapi.yaml", "schemas/Gone.yaml", "schemas/Genre.yaml")
  expect((await get("/library/")).status).toBe(200)
})

test("any other page is not there", async () => {
  expect((await get("/nowhere/")).status).toBe(404)
})
