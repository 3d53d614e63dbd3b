import type { EntitlementState } from "@tve-pass/entitlement/promise"
import type { ViewerSummary } from "../messages/frame-message.ts"

/** Returns what the page of the playground shows of the viewer's state. */
export const viewerSummary = (state: EntitlementState): ViewerSummary => {
  switch (state.name) {
    case "signing-in": {
      const { name, how, step, mvpd, code, endsAt, polls, pausedBy } = state
      return {
        name,
        how,
        step,
        polls,
        ...(mvpd === undefined ? {} : { mvpd: mvpd.id }),
        ...(code === undefined ? {} : { code }),
        ...(endsAt === undefined ? {} : { endsAt }),
        ...(pausedBy === undefined ? {} : { pausedBy })
      }
    }
    case "signed-in": {
      const { kind, mvpd, endsAt } = state.access
      return { name: state.name, access: kind, mvpd: mvpd.id, ...(endsAt === undefined ? {} : { endsAt }) }
    }
    case "signed-out":
      return { name: state.name, why: state.why }
    case "sign-in-ended":
      return { name: state.name, why: state.result.kind }
    case "failed":
      return { name: state.name, why: state.error.code }
    default:
      return { name: state.name }
  }
}
