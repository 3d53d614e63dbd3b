import type { Sender } from "./exchange.ts"

/** Returns which page of the playground sent a request, by its referrer. */
export const senderOf = (request: Request): Sender => {
  const referrer = request.referrer.startsWith("http") ? request.referrer : request.headers.get("referer")
  if (referrer === null || !URL.canParse(referrer)) return "other"
  const page = new URL(referrer).pathname.split("/").at(-1) ?? ""
  if (page.startsWith("tv")) return "television"
  return page.startsWith("phone") ? "phone" : "other"
}
