import type { Exchange } from "../../host/exchange.ts"
import type { PhoneNetwork } from "../../host/playground-command.ts"
import type { RecordedStep } from "../../recording/recorded-step.ts"

/** Whether a person has signed in, or declined, on the phone's login page with this exchange. */
export const isLoginOnPhone = ({ sender, method, path, request, response }: Exchange): boolean =>
  sender === "phone" &&
  method === "POST" &&
  path === "/simulated-mvpd/login" &&
  request.body !== "" &&
  response?.status === 303

/** Returns the step of a recording for a login on the phone. */
export const secondScreenStep = (
  { id, request }: Exchange,
  exchanges: ReadonlyArray<Exchange>,
  network: PhoneNetwork
): RecordedStep => {
  const form = new URLSearchParams(request.body)
  const resumed = exchanges.findLast(
    (exchange) =>
      exchange.id < id &&
      exchange.operation === "resumeAuthenticationSession" &&
      exchange.path.endsWith(`/${form.get("code")}`)
  )
  const mvpd = new URLSearchParams(resumed?.request.body).get("mvpd")
  return {
    kind: "second-screen",
    does: form.get("decision") === "decline" ? "decline" : "sign-in",
    ...(mvpd === null ? {} : { mvpd }),
    ...(network === "mobile" ? { network } : {})
  }
}
