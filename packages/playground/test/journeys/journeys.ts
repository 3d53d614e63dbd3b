import { expect } from "vitest"
import type { Keyboard } from "./keyboard.ts"

/** What a person does in a scenario, by keys only. */
export type Journey = (keyboard: Keyboard) => Promise<void>

/** Enters the television's code on the phone, selects Optimum there if `selects`, and signs in. */
export const signInOnPhone = async (
  { television, phone, press, tabTo, type }: Keyboard,
  { selects }: { readonly selects: boolean }
) => {
  const code = (await television.locator("p.code").textContent()) ?? ""
  await tabTo("Code on your television")
  await type(code)
  await press("Enter")
  if (selects) {
    await phone.getByRole("heading", { name: "Select your TV provider" }).waitFor()
    await tabTo("Optimum")
    await press("Enter")
  }
  await phone.getByLabel("User name").waitFor()
  await tabTo("User name")
  await type("jane")
  await press("Enter")
  await phone.getByRole("heading", { name: "All done here" }).waitFor()
}

/** From the phone back to the television. */
export const backToTelevision = ({ tabTo, press }: Keyboard) =>
  tabTo("To the television", "backwards").then(() => press("Enter"))

export const playsAtOnce: Journey = async ({ choose, see }) => {
  await choose("Live channel")
  await see("Playing: REF30")
}

/** The journey of each scenario of the simulator. */
export const journeys: Readonly<Record<string, Journey>> = {
  "first-launch": async ({ television, choose, see, tabTo, type, press }) => {
    await choose("Select TV provider")
    await choose("Optimum")
    await choose("On this television")
    await television.frameLocator("iframe").getByLabel("User name").waitFor()
    await tabTo("User name")
    await type("jane")
    await press("Enter")
    await choose("Live channel")
    await see("Playing: REF30")
  },
  "returning-viewer": playsAtOnce,
  "second-screen": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
    await backToTelevision(keyboard)
    await playsAtOnce(keyboard)
  },
  "several-profiles": async ({ choose, see }) => {
    await choose("Spectrum")
    await see("Spectrum · regular")
  },
  "already-signed-in": playsAtOnce,
  "temp-pass-offered": async ({ choose, see }) => {
    await choose("Free preview, 3 minutes")
    await see("Preview: REF30 with TempPass_TEST40")
  },
  "unknown-session-action": async ({ choose, see }) => {
    await choose("Sign in with your phone")
    await see("Please update this application.")
  },
  "declined-sign-in": async ({ choose, see, press }) => {
    await choose("Select TV provider")
    await choose("Optimum")
    await choose("On your phone")
    await see(/asked [2-9] times/)
    await press("Escape")
    await see("Watch live TV")
  },
  "expired-token-mid-flight": playsAtOnce,
  "revoked-client": ({ see }) => see("Watch live TV"),
  "code-expired": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await keyboard.see("The code has expired.")
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
  },
  denied: async ({ choose, see, press }) => {
    await choose("Premium Locked")
    await see('Your subscription package does not include the "Premium" channel')
    await press("Escape")
    await choose("Live channel")
    await see("Playing: REF30")
  },
  "too-many-resources": playsAtOnce,
  undecided: async ({ choose, see }) => {
    await choose("Live channel")
    await see("Your TV provider did not decide.")
  },
  "expired-profile": ({ see }) => see("Watch live TV"),
  "invalidated-profile": ({ see }) => see("Watch live TV"),
  "invalid-integration": async ({ television, choose, see }) => {
    await choose("Select TV provider")
    await see("Spectrum")
    expect(await television.getByRole("button", { name: "Optimum" }).count()).toBe(0)
  },
  "temp-pass-ends": async ({ choose, see }) => {
    await choose("Free preview, 3 minutes")
    await see("The preview has ended. Sign in to watch on.")
    await choose("Free preview, 3 minutes")
    await see("Your preview is used up.")
  },
  "temp-pass-used-up": async ({ choose, see, press }) => {
    await choose("Free preview, 3 minutes")
    await see("Your preview is used up.")
    await press("Escape")
    await choose("Promotional preview")
    await see("Your preview is used up.")
  },
  "degraded-authn-all": async (keyboard) => {
    await keyboard.choose("Select TV provider")
    await keyboard.choose("Optimum")
    await keyboard.choose("On this television")
    await keyboard.see("Optimum · degraded")
    await playsAtOnce(keyboard)
  },
  "degraded-authz-all": async ({ choose, see }) => {
    await choose("Premium")
    await see("Playing: premium")
  },
  "degraded-authz-none": async ({ choose, see }) => {
    await choose("Live channel Locked")
    await see("Back at 8 pm.")
  },
  "sso-by-platform-identity": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision")
    await keyboard.tabTo("App", "backwards")
    await keyboard.press("ArrowDown")
    await keyboard.see("Cablevision · single-sign-on")
  },
  "sso-by-service-token": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision")
    await keyboard.tabTo("TV", "backwards")
    await keyboard.press("ArrowDown")
    await keyboard.see("Cablevision · single-sign-on")
  },
  "sso-by-partner": async ({ choose, see }) => {
    await choose("Use the TV provider of this device")
    await see("partner")
    await choose("Live channel")
    await see("Playing: REF30")
  },
  "partner-fallback": async ({ choose, see }) => {
    await choose("Use the TV provider of this device")
    await see("The TV provider of the system cannot be used")
  },
  "logout-interactive": async ({ choose, see }) => {
    await choose("Sign out")
    await see("Cablevision: its logout page was opened.")
  },
  "logout-by-partner": async ({ choose, see }) => {
    await choose("Use the TV provider of this device")
    await choose("Sign out")
    await see("sign out in Settings > Accounts > TV Provider")
  },
  "logout-complete": async ({ choose, see }) => {
    await choose("Sign out")
    await see("Dish: nothing is left to do.")
  },
  "logout-invalid": ({ see }) => see("Watch live TV"),
  "throttled-household": async (keyboard) => {
    await keyboard.choose("Sign in with your phone")
    await signInOnPhone(keyboard, { selects: true })
    await keyboard.see("Cablevision · regular")
    await backToTelevision(keyboard)
    await playsAtOnce(keyboard)
  }
}
