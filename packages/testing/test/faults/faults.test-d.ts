import { createSimulator } from "../../src/index.ts"

// Checked by the compiler alone: a fault is one thing that goes wrong.

const { faults } = createSimulator()

faults.next("registerClient", { status: 503, html: true, delay: 200, truncate: true })
faults.next("registerClient", { delay: 200 })
faults.next("registerClient", {
  unknownValue: "scopes",
  extraMembers: true,
  clockSkew: 1_000,
  slowBody: { bytes: 1, everyMilliseconds: 1 }
})
faults.next("*", { reset: true, processed: true })

// @ts-expect-error -- nothing goes wrong
faults.next("registerClient", {})
// @ts-expect-error -- no response, and a response
faults.next("registerClient", { status: 503, reset: true })
// @ts-expect-error -- two responses
faults.next("registerClient", { status: 503, error: "invalid_request" })
// @ts-expect-error -- a code that the catalogue does not have
faults.next("retrieveProfiles", { enhancedError: "invalid_request" })
// @ts-expect-error -- no operation has this name
faults.next("register", { status: 503 })
