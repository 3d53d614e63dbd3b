import type { World } from "../world.ts"
import { decline, signIn } from "./complete-login.ts"
import type { LoginPageContext, LoginSession } from "./login-page-port.ts"

/** What the login page may ask of the simulator during one request. */
export const createLoginPageContext = (world: World, origin: string, now: number): LoginPageContext => ({
  origin,
  session: (code) => loginSession(world, code, now),
  viewers: (mvpd) => world.mvpds.get(mvpd)?.viewers ?? [],
  signIn: (code, viewer) => signIn(world, code, viewer, now),
  decline: (code) => decline(world, code, now),
  logoutTarget: (address) => world.logoutAddresses.target(address.pathname + address.search)
})

const loginSession = (world: World, code: string, now: number): LoginSession | undefined => {
  const session = world.sessions.find(code)
  const mvpd = world.mvpds.get(session?.parameters.mvpd ?? "")
  const serviceProvider = world.serviceProviders.get(session?.owner.serviceProvider ?? "")
  if (session === undefined || mvpd === undefined || serviceProvider === undefined) return undefined
  return {
    code,
    serviceProvider: { id: serviceProvider.id, name: serviceProvider.name },
    mvpd: { id: mvpd.id, displayName: mvpd.displayName, logoUrl: mvpd.logoUrl },
    redirectUrl: session.parameters.redirectUrl ?? "",
    state: session.notAfter <= now ? "expired" : session.state
  }
}
