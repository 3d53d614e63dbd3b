import type { SimulatorState } from "../state/state.ts"
import { decline, signIn } from "./complete-login.ts"
import type { LoginPageContext, LoginSession } from "./login-page.ts"

/** Creates the functions of the simulator that the login page may call during one request. */
export const createLoginPageContext = (state: SimulatorState, origin: string, now: number): LoginPageContext => ({
  origin,
  session: (code) => loginSession(state, code, now),
  customSchemes: customSchemesOf(state),
  viewers: (mvpd) => state.mvpds.get(mvpd)?.viewers ?? [],
  signIn: (code, viewer) => signIn(state, code, viewer, now),
  decline: (code) => decline(state, code, now),
  logoutTarget: (address) => state.logoutAddresses.get(address.pathname + address.search)
})

const loginSession = (state: SimulatorState, code: string, now: number): LoginSession | undefined => {
  const session = state.sessions.find(code)
  const mvpd = state.mvpds.get(session?.parameters.mvpd ?? "")
  const serviceProvider = state.serviceProviders.get(session?.owner.serviceProvider ?? "")
  if (session === undefined || mvpd === undefined || serviceProvider === undefined) return undefined
  return {
    code,
    serviceProvider: { id: serviceProvider.id, name: serviceProvider.name },
    mvpd: { id: mvpd.id, displayName: mvpd.displayName, logoUrl: mvpd.logoUrl },
    redirectUrl: session.parameters.redirectUrl ?? "",
    state: session.notAfter <= now ? "expired" : session.state
  }
}

const customSchemesOf = ({ applications }: SimulatorState): ReadonlyArray<string> =>
  [...applications.values()]
    .flatMap(({ redirectUris }) => redirectUris)
    .filter((uri) => URL.canParse(uri))
    .map((uri) => new URL(uri).protocol)
