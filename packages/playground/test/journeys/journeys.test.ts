import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isWithoutChromium } from "../support/chromium.ts"
import { axeFindings, openPlayground, type OpenPlayground } from "./playground-page.ts"

describe.skipIf(isWithoutChromium)("the playground in Chromium", () => {
  let playground: OpenPlayground
  beforeAll(async () => {
    playground = await openPlayground()
  })
  afterAll(() => playground.close())

  it("signs the television in through the simulator, with a phone", async () => {
    const { page } = playground
    const television = page.frameLocator("iframe[title=Television]")
    const phone = page.frameLocator("iframe[title=Phone]")
    await television.getByRole("button", { name: "Sign in with your phone" }).click()
    await phone.getByLabel("Code on your television").fill((await television.locator("p.code").textContent()) ?? "")
    await phone.getByRole("button", { name: "Continue" }).click()
    await phone.getByRole("button", { name: "Optimum" }).click()
    await phone.getByLabel("User name").fill("jane")
    await phone.getByRole("button", { name: "Sign in" }).click()
    await phone.getByRole("heading", { name: "All done here" }).waitFor()
    await television.getByRole("button", { name: "Premium" }).click()
    await television.getByText("Playing: premium").waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
})
