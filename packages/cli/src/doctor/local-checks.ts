import { stat } from "node:fs/promises"
import * as Redacted from "effect/Redacted"
import { deviceInfo } from "../connection/device.ts"
import { deviceInfoProblems } from "../inspect/device.ts"
import { inspectStatement } from "../inspect/jwt.ts"
import { duration, localMinute } from "../output/moment.ts"
import {
  deviceInfoOf,
  readSoftwareStatement,
  serverOf,
  serviceProviderOf,
  storeDirectoryOf
} from "../settings/required-settings.ts"
import { failed, passed, warning, type Check } from "./check.ts"
import { loadedFrom } from "./records.ts"

/** Checks of this machine, which send nothing. */
export const localChecks: ReadonlyArray<Check> = [
  {
    id: "node",
    needs: [],
    online: false,
    run: async () => {
      const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
      return major > 20 || (major === 20 && minor >= 16)
        ? passed(process.versions.node)
        : failed(process.versions.node, "Install Node 20.16 or later.")
    }
  },
  {
    id: "settings",
    needs: [],
    online: false,
    run: async ({ settings }) => {
      const { resolved } = serverOf(settings)
      return passed(`${settings.environment?.value ?? "origin"} ${resolved}, channel ${serviceProviderOf(settings)}`)
    }
  },
  {
    id: "statement",
    needs: [],
    online: false,
    run: async ({ settings, host }) => {
      const inspection = inspectStatement(Redacted.value(await readSoftwareStatement(settings, host)))
      if (inspection === undefined) {
        return failed("three parts of a JWT were not found", "Download the statement again from the TVE Dashboard.")
      }
      const { values, problems } = inspection
      const facts = ["iss", "software_id", "iat"].flatMap((claim) =>
        values[claim] === undefined ? [] : [`${claim} ${String(values[claim])}`]
      )
      const observed = `${["three parts", ...facts].join(", ")} (read, not verified)`
      const [problem] = problems
      return problem === undefined
        ? passed(observed)
        : failed(problem, "Create another statement in the TVE Dashboard.")
    }
  },
  {
    id: "store",
    needs: [],
    online: false,
    run: async ({ settings, as, host }) => {
      const directory = storeDirectoryOf(settings, as, host)
      const found = await stat(directory).catch(() => undefined)
      if (found === undefined) return passed(`${directory}, created at first use`)
      if (!found.isDirectory()) return failed(`${directory} is no folder`, "Choose another with --store.")
      const mode = (found.mode & 0o777).toString(8).padStart(4, "0")
      return process.platform !== "win32" && (found.mode & 0o077) !== 0
        ? warning(`${directory}, ${mode}: other users can look inside`, `Run \`chmod 700 ${directory}\`.`)
        : passed(`${directory}, ${mode}`)
    }
  },
  {
    id: "device-info",
    needs: [],
    online: false,
    run: async ({ settings }) => {
      const info = deviceInfoOf(settings) ?? deviceInfo()
      const [problem, ...others] = deviceInfoProblems({ ...info })
      if (problem === undefined)
        return passed(`${info.model}, ${info.osName} ${info.osVersion}, ${info.connectionType}`)
      const observed = others.length === 0 ? problem : `${problem} (and ${others.length} more)`
      const remedy = "See `tve-pass inspect device-info`, and correct deviceInfo in the settings."
      return problem.includes("required") ? failed(observed, remedy) : warning(observed, remedy)
    }
  },
  {
    id: "credentials",
    needs: ["settings", "statement", "store"],
    online: false,
    run: async ({ connection }) => {
      const loaded = await loadedFrom(connection?.credentials.loadCredentials)
      if (loaded._tag === "Missing") return passed("none yet; the first call registers this device")
      if (loaded._tag === "Unreadable") {
        return warning("the record cannot be read", "The next call sets it aside and registers again.")
      }
      const { registeredAt, scopes } = loaded.value
      const observed = `registered ${localMinute(registeredAt)}, scope ${scopes.join(" ") || "not reported"}`
      return scopes.length > 0 && !scopes.includes("api:client:v2")
        ? failed(observed, "Ask Adobe to enable REST API V2 for the registered application.")
        : passed(observed)
    }
  },
  {
    id: "token",
    needs: ["credentials"],
    online: false,
    run: async ({ connection }) => {
      const loaded = await loadedFrom(connection?.credentials.loadToken)
      if (loaded._tag !== "Found") return passed("none yet; the first call requests one")
      const left = loaded.value.expiresAt - Date.now()
      return left > 0 ? passed(`${duration(left)} left`) : passed("expired; the next call requests another")
    }
  }
]
