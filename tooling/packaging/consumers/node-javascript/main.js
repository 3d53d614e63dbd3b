// A program for Node in plain JavaScript. It starts twice on the same directory and prints what a server saw of each.
import { directoryStore } from "@tve-pass/auth/file"
import { createAdobePass } from "@tve-pass/auth/promise"
import { createRestV2Client, readProfiles } from "@tve-pass/client/rest-v2"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"

const [directory] = process.argv.slice(2)
const simulator = createSimulatorCore()
const server = await startSimulatorServer({ simulator })
const params = { path: { serviceProvider: "REF30" } }

/** What each start does: read the configuration, and sign the viewer in unless that has happened. */
const start = async () => {
  const pass = createAdobePass({
    origin: server.origin,
    softwareStatement: exampleSoftwareStatement,
    device: {
      identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    },
    storage: directoryStore(directory)
  })
  try {
    const restV2 = createRestV2Client(pass)
    const configuration = await restV2.GET("/api/v2/{serviceProvider}/configuration", { params })
    const profiles = await restV2.GET("/api/v2/{serviceProvider}/profiles", { params })
    return {
      mvpd: configuration.data.requestor.mvpds[0].id,
      signedInWith: readProfiles(profiles.data).map(({ mvpd }) => mvpd)[0] ?? (await signIn(restV2))
    }
  } finally {
    await pass.dispose()
  }
}

/** Asks for a code, has the viewer enter it, and polls once. */
const signIn = async (restV2) => {
  const session = await restV2.POST("/api/v2/{serviceProvider}/sessions", {
    params,
    body: { mvpd: "Cablevision", domainName: "adobe.com", redirectUrl: "https://adobe.com" }
  })
  const { code } = session.data
  simulator.mvpd.signIn(code)
  const profiles = await restV2.GET("/api/v2/{serviceProvider}/profiles/code/{code}", {
    params: { path: { ...params.path, code } }
  })
  return readProfiles(profiles.data).map(({ mvpd }) => mvpd)[0]
}

const watched = async () => {
  simulator.journal.clear()
  const result = await start()
  return {
    ...result,
    calls: simulator.journal.calls().map(({ operation }) => operation),
    violations: simulator.journal.violations()
  }
}

const report = { first: await watched(), second: await watched() }
await server.close()
console.log(JSON.stringify(report))
