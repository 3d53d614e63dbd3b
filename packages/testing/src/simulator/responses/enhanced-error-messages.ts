import { examples } from "../../generated/rest-v2/examples.ts"

const collect = (value: unknown, messages: Map<string, string>): void => {
  if (typeof value !== "object" || value === null) return
  if ("code" in value && "message" in value && typeof value.code === "string" && typeof value.message === "string") {
    messages.set(value.code, value.message)
  }
  for (const member of Object.values(value)) collect(member, messages)
}

/** The wording of each enhanced error in the specs' examples. A message is no identifier: samples vary it. */
export const enhancedErrorMessages: ReadonlyMap<string, string> = (() => {
  const messages = new Map<string, string>()
  collect(examples, messages)
  return messages
})()
