import type { SimulatorInSetup } from "../simulator/index.ts"
import { step, type Remembered } from "./scenario.ts"

/** The credentials and the device of the documentation's samples; no secret. */
export const remembered = {
  clientId: "s6BhdRkqt3",
  clientSecret: "t7AkePiru4",
  deviceIdentifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb"
} as const satisfies Remembered

/** The registration behind the remembered credentials. */
export const registered = [{ clientId: remembered.clientId, clientSecret: remembered.clientSecret }]

/** Signs the viewer in with the MVPD on an earlier visit. */
export const signedInBefore = (simulator: SimulatorInSetup, mvpd: string): void => {
  const { clientId, deviceIdentifier } = remembered
  simulator.grantProfile({ clientId, deviceIdentifier, mvpd })
}

/** The first step of an application with stored credentials. */
export const accessToken = step("retrieveAccessToken", 201, "access token")

/** The first step of an application without credentials. */
export const registration = [step("registerClient", 201, "client credentials"), accessToken]
