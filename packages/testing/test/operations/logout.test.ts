import { describe, expect, it } from "vitest"
import { signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async (options?: Parameters<typeof createCheckedSimulator>[0]) => {
  const simulator = createCheckedSimulator(options)
  return { simulator, application: await startApplication(simulator) }
}

describe("logout", () => {
  it("deletes the profile and leads through the MVPD back to the redirect URL", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    const { body } = await application.logout("Cablevision", "https://adobe.com/bye")
    expect(body).toEqual({
      logouts: {
        Cablevision: {
          actionName: "logout",
          actionType: "interactive",
          mvpd: "Cablevision",
          url:
            "https://sp.auth.adobe.com/adobe-services/logout?noflash=true&mso_id=Cablevision&requestor_id=REF30" +
            "&redirect_url=https%3A%2F%2Fadobe.com%2Fbye"
        }
      }
    })
    expect((await application.profiles()).body).toEqual({ profiles: {} })
    const passage = await simulator.fetch(body.logouts.Cablevision.url, { redirect: "manual" })
    expect(passage.headers.get("location")).toBe("https://adobe.com/bye")
  })

  it("is complete where the MVPD has no logout endpoint", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application, "Dish")
    expect((await application.logout("Dish")).body).toEqual({
      logouts: { Dish: { actionName: "complete", actionType: "none", mvpd: "Dish" } }
    })
  })

  it("is invalid without a valid profile", async () => {
    const { simulator, application } = await start()
    const invalid = { logouts: { Cablevision: { actionName: "invalid", actionType: "none", mvpd: "Cablevision" } } }
    expect((await application.logout("Cablevision")).body).toEqual(invalid)
    await signIn(simulator, application)
    simulator.expireProfiles()
    expect((await application.logout("Cablevision")).body).toEqual(invalid)
  })

  it.each(["", "not a URL", "%2Fdone"])("refuses the redirect URL %j", async (redirectUrl) => {
    const { application } = await start()
    const { status, body } = await application.logout("Cablevision", redirectUrl)
    expect([status, body.code]).toEqual([400, "invalid_parameter_redirect_url"])
  })

  it("leads nowhere from an address that was not given out", async () => {
    const { simulator } = await start()
    const response = await simulator.fetch(
      `${simulator.origin}/adobe-services/logout?mso_id=Cablevision&redirect_url=https%3A%2F%2Fevil.example`,
      { redirect: "manual" }
    )
    expect(response.headers.get("location")).toBeNull()
  })
})
