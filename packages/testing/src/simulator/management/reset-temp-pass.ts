import { toBase64 } from "../encoding/base64.ts"
import { empty, type SimulatedResponse, text } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"
import type { ManagementCall } from "./management-call.ts"

/** As the samples spell every device (C-RTP-1). */
const all = "all"

/**
 * `DELETE /reset-tempass/v3/reset` and `/reset/generic` (docs/protocol/management/reset-temp-pass.md): the next authorization
 * starts a new trial. Without `device_id` or `key` it resets every trial, as the documentation says.
 */
export const resetTempPass = ({ url }: ManagementCall, state: SimulatorState): SimulatedResponse => {
  const byKey = url.pathname === "/reset-tempass/v3/reset/generic"
  if (!byKey && url.pathname !== "/reset-tempass/v3/reset") return text(404, "not found")
  const serviceProvider = url.searchParams.get("requestor_id") ?? ""
  const mvpd = url.searchParams.get("mvpd_id") ?? ""
  if (!state.serviceProviders.has(serviceProvider)) return text(400, "requestor_id is missing or unknown")
  const temporaryAccess = state.mvpds.get(mvpd)?.temporaryAccess
  if (temporaryAccess === undefined) return text(400, "mvpd_id is missing or not a TempPass")
  if (byKey && temporaryAccess.type !== "promotional") return text(400, "mvpd_id is not a promotional TempPass")
  const selected = url.searchParams.get(byKey ? "key" : "device_id") ?? all
  if (selected === all) state.trials.reset(serviceProvider, mvpd, { of: byKey ? "identities" : "devices" })
  else if (byKey) state.trials.reset(serviceProvider, mvpd, { identity: selected })
  else state.trials.reset(serviceProvider, mvpd, { device: toBase64(selected) })
  return empty(204)
}
