// For workerd, which forbids calls outside of a request: what a request needs is created in it.
import { startTwice } from "./app.js"

export default {
  fetch: async (_request, { origin, softwareStatement }) =>
    Response.json(await startTwice({ origin, softwareStatement }))
}
