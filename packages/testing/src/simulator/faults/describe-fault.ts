import type { Fault } from "./fault.ts"

/** `status 503, delay 200`: the parts of a fault, for messages and the journal. */
export const describeFault = (fault: Fault): string =>
  Object.entries(fault)
    .map(([name, value]) => (value === true ? name : `${name} ${JSON.stringify(value)}`))
    .join(", ")
