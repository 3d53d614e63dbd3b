/** An error of a test's own making: it named something that the simulator does not have. */
export const steeringFailure = (action: string, reason: string, hint: string): Error =>
  new Error(`Failed to ${action}: ${reason}. ${hint}`)
