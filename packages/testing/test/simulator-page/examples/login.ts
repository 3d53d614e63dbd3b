import type { Page } from "playwright-core"

/** Signs a viewer in, from the `url` of a session to the application's `redirectUrl`. */
export const signIn = async (page: Page, url: string, redirectUrl: string): Promise<void> => {
  await page.goto(url)
  await page.getByLabel("User name").fill("jane")
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(redirectUrl)
}
