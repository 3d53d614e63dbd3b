/**
 * The second screen: a page on which the viewer enters a code. It ships neither player nor profiles.
 *
 * @module
 */
export type { SelectableMvpd, SelectedMvpd } from "../mvpds/mvpd.ts"
export type { UserAgentAddress } from "../access/user-agent-address.ts"
