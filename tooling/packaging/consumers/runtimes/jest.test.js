import { startTwice } from "./app.js"

test("an application starts twice", async () => {
  const { origin, softwareStatement } = globalThis
  expect(await startTwice({ origin, softwareStatement })).toEqual(["REF30", "REF30"])
})
