import { type SimulatedResponse, type ResponseHeaders, html } from "./simulated-response.ts"

/** A page in the form of the one the documentation shows for 429: CRLF line ends, a final one included. */
export const gatewayPage = (status: number, reason: string, headers: ResponseHeaders = []): SimulatedResponse => {
  const title = `${status} ${reason}`
  const lines = [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "<hr><center>openresty</center>",
    "</body>",
    "</html>",
    ""
  ]
  return html(status, lines.join("\r\n"), [["server", "openresty"], ...headers])
}

/** U-V2-7: the documentation does not show a 404, nor another response for a path that does not exist. */
export const notFound = (status: number): SimulatedResponse =>
  gatewayPage(status, status === 404 ? "Not Found" : "Error")
