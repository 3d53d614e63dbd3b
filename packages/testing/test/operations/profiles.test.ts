import { describe, expect, it } from "vitest"
import { returning, signIn, startApplication } from "../support/application.ts"
import { createCheckedSimulator } from "../support/checked-simulator.ts"

const start = async (options?: Parameters<typeof createCheckedSimulator>[0]) => {
  const simulator = createCheckedSimulator(options)
  return { simulator, application: await startApplication(simulator) }
}

const day = 24 * 60 * 60 * 1_000

describe("a profile", () => {
  it("appears when the viewer has signed in, by code, by MVPD and in the list", async () => {
    const { simulator, application } = await start()
    const { code } = (await application.createSession({ mvpd: "Cablevision", ...returning })).body
    expect((await application.profileForCode(code)).body).toEqual({ profiles: {} })
    expect((await application.profile("Cablevision")).body).toEqual({ profiles: {} })

    expect(simulator.mvpd.signIn(code, "jane")).toEqual({ redirectUrl: returning.redirectUrl })
    const expected = {
      profiles: {
        Cablevision: {
          notBefore: simulator.clock.now(),
          notAfter: simulator.clock.now() + 365 * day,
          issuer: "Cablevision",
          type: "regular",
          attributes: {
            userID: { value: "jane", state: "plain" },
            upstreamUserID: { value: "jane", state: "plain" },
            mvpd: { value: "Cablevision", state: "plain" }
          }
        }
      }
    }
    simulator.clock.advance(5_000)
    expect((await application.profileForCode(code)).body).toEqual(expected)
    expect((await application.profile("Cablevision")).body).toEqual(expected)
    expect((await application.profiles()).body).toEqual(expected)
  })

  it("does not appear when the viewer declines, who may sign in after all", async () => {
    const { simulator, application } = await start()
    const { code } = (await application.createSession({ mvpd: "Cablevision", ...returning })).body
    expect(simulator.mvpd.decline(code)).toEqual({ redirectUrl: returning.redirectUrl })
    expect((await application.profileForCode(code)).body).toEqual({ profiles: {} })
    simulator.mvpd.signIn(code)
    expect((await application.profileForCode(code)).body.profiles).toHaveProperty("Cablevision")
  })

  it("carries the attributes of the viewer, encrypted ones included", async () => {
    const { simulator, application } = await start({
      mvpds: [
        {
          id: "Spectrum",
          viewers: [
            {
              id: "jane",
              attributes: {
                userID: { value: "household-7" },
                zip: { value: "ENCRYPTED", state: "enc" },
                maxRating: { value: { MPAA: "NR" } },
                hba_status: { value: true }
              }
            }
          ]
        }
      ]
    })
    await signIn(simulator, application, "Spectrum")
    const { attributes } = (await application.profile("Spectrum")).body.profiles.Spectrum
    expect(attributes).toMatchObject({
      userID: { value: "household-7", state: "plain" },
      zip: { value: "ENCRYPTED", state: "enc" },
      maxRating: { value: { MPAA: "NR" }, state: "plain" },
      hba_status: { value: true, state: "plain" }
    })
  })

  it("stands beside those of other MVPDs", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application, "Cablevision")
    await signIn(simulator, application, "Spectrum")
    expect(Object.keys((await application.profiles()).body.profiles)).toEqual(["Cablevision", "Spectrum"])
    expect(Object.keys((await application.profile("Spectrum")).body.profiles)).toEqual(["Spectrum"])
  })

  it("is lost with the credentials and with the device identifier", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    const registeredAgain = await startApplication(simulator)
    const otherDevice = await startApplication(simulator, { deviceIdentifier: "device-2" })
    expect((await registeredAgain.profiles()).body).toEqual({ profiles: {} })
    expect((await otherDevice.profiles()).body).toEqual({ profiles: {} })
    expect((await application.profiles()).body.profiles).toHaveProperty("Cablevision")
  })

  it("is one service provider's", async () => {
    const simulator = createCheckedSimulator({
      serviceProviders: ["REF30", "OTHER"],
      readings: { repeatedRegistration: "sameCredentials" }
    })
    const application = await startApplication(simulator)
    const other = await startApplication(simulator, { serviceProvider: "OTHER" })
    await signIn(simulator, application)
    expect(other.clientId).toBe(application.clientId)
    expect((await other.profiles()).body).toEqual({ profiles: {} })
  })

  it("is not changed by a second click on the button that signs in", async () => {
    const { simulator, application } = await start()
    const code = await signIn(simulator, application, "Cablevision", "jane")
    simulator.clock.advance(1_000)
    expect(simulator.mvpd.signIn(code, "joe")).toEqual({ redirectUrl: returning.redirectUrl })
    const { Cablevision } = (await application.profiles()).body.profiles
    expect([Cablevision.attributes.userID.value, Cablevision.notBefore]).toEqual([
      "jane",
      simulator.clock.now() - 1_000
    ])
  })

  it("survives a new access token", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    simulator.clock.advance(6 * 60 * 60 * 1_000)
    expect((await application.profiles()).status).toBe(401)
    await application.refresh()
    expect((await application.profiles()).body.profiles).toHaveProperty("Cablevision")
  })

  it("ends after the MVPD's lifetime", async () => {
    const { simulator, application } = await start({ mvpds: [{ id: "Spectrum", profileLifetime: 3_600 }] })
    await signIn(simulator, application, "Spectrum")
    simulator.clock.advance(3_600_000 - 1)
    expect((await application.profiles()).body.profiles).toHaveProperty("Spectrum")
    simulator.clock.advance(1)
    expect((await application.profiles()).body).toEqual({ profiles: {} })
    expect((await application.profile("Spectrum")).body).toEqual({ profiles: {} })
  })

  it("disappears from the list while its integration is disabled", async () => {
    const { simulator, application } = await start()
    await signIn(simulator, application)
    simulator.disableIntegration({ mvpd: "Cablevision" })
    expect((await application.profiles()).body).toEqual({ profiles: {} })
    expect((await application.profile("Cablevision")).body.code).toBe("invalid_integration")
    expect((await application.authorize("Cablevision", ["REF30"])).body.code).toBe("invalid_integration")
    expect((await application.logout("Cablevision")).body.code).toBe("invalid_integration")
    simulator.enableIntegration({ mvpd: "Cablevision" })
    expect((await application.profiles()).body.profiles).toHaveProperty("Cablevision")
  })

  it("can be granted without a login, for a returning viewer", async () => {
    const { simulator, application } = await start()
    const { clientId, deviceIdentifier } = application
    simulator.grantProfile({ clientId, deviceIdentifier, mvpd: "Dish", viewer: "joe" })
    const { attributes } = (await application.profile("Dish")).body.profiles.Dish
    expect(attributes.userID.value).toBe("joe")
  })
})

describe("asking for a profile by MVPD", () => {
  it.each([
    ["Nobody", "invalid_parameter_mvpd"],
    ["ATTOTT", "invalid_integration"]
  ])("tells what is wrong with %s", async (mvpd, code) => {
    const { application } = await start()
    const { status, body } = await application.profile(mvpd)
    expect([status, body.code]).toEqual([400, code])
  })
})
