// A service worker that keeps credentials and token in a cache of its own, and answers `/mvpds` for its pages.
import { createAdobePass } from "@tve-pass/auth/promise"
import { createRestV2Client } from "@tve-pass/client/rest-v2"

const address = new URLSearchParams(self.location.search)
const records = caches.open("adobe-pass")
const request = (key) => new Request(new URL(`/records/${key}`, self.location.origin))

const storage = {
  get: async (key) => (await (await records).match(request(key)))?.text(),
  set: async (key, text) => (await records).put(request(key), new Response(text)),
  remove: async (key) => void (await (await records).delete(request(key)))
}

const pass = createAdobePass({
  origin: address.get("origin"),
  softwareStatement: address.get("statement"),
  device: {
    identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
    info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
  },
  storage
})
const restV2 = createRestV2Client(pass)

const mvpds = async () => {
  const { data } = await restV2.GET("/api/v2/{serviceProvider}/configuration", {
    params: { path: { serviceProvider: "REF30" } }
  })
  return Response.json(data.requestor.mvpds.map(({ id }) => id))
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))
self.addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname === "/mvpds") event.respondWith(mvpds())
})
