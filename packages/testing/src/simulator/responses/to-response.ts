import type { Answer } from "./answer.ts"

/** As the samples spell it (C-DCR-7). */
const jsonContentType = "application/json;charset=UTF-8"

const contentTypes = { Json: jsonContentType, Html: "text/html", Empty: undefined }

/** The `Response` of an answer, dated by the simulator's clock (`now`, milliseconds since the epoch). */
export const toResponse = (answer: Answer, now: number): Response => {
  const headers = new Headers()
  const contentType = contentTypes[answer._tag]
  if (contentType !== undefined) headers.set("content-type", contentType)
  headers.set("date", new Date(now).toUTCString())
  for (const [name, value] of answer.headers ?? []) headers.append(name, value)
  const init = { status: answer.status, headers }
  switch (answer._tag) {
    case "Json":
      return new Response(JSON.stringify(answer.body), init)
    case "Html":
      return new Response(answer.body, init)
    case "Empty":
      return new Response(null, init)
  }
}
