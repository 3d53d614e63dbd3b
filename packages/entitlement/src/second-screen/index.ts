/**
 * The second screen: a page on which the viewer enters a code. It contains no player, no profiles and no Effect.
 *
 * @module
 */
export { createSecondScreen, type SecondScreenOptions } from "./create-second-screen.ts"
export type {
  EnteredCode,
  SecondScreen,
  SecondScreenSession,
  SecondScreenStep,
  WrongOrExpired
} from "./second-screen.ts"
export type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
export type { UserAgentAddress } from "../access/user-agent-address.ts"
