import { createHash } from "node:crypto"
import { once } from "node:events"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { Server } from "node:http"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { runServer } from "verdaccio"
import { readManifest, type Manifest } from "./published-packages.ts"
import { runTar } from "./run.ts"

/** Verdaccio on this machine. It has what is published to it, and asks no other registry. */
export interface LocalRegistry {
  readonly origin: string
  readonly publish: (manifest: Manifest, tarball: Buffer) => Promise<void>
  /** Publishes an installed package, packed again. */
  readonly publishInstalled: (folder: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** @param folder - Where the registry keeps its files. */
export const startRegistry = async (folder: string): Promise<LocalRegistry> => {
  const config = {
    self_path: join(folder, "config.yaml"),
    storage: join(folder, "storage"),
    uplinks: {},
    packages: { "**": { access: "$all", publish: "$all" } },
    log: { type: "file", path: join(folder, "registry.log"), level: "warn" },
    max_body_size: "500mb",
    web: { enable: false }
  }
  mkdirSync(config.storage, { recursive: true })
  // Boundary: the types of verdaccio name neither the configuration nor the server.
  const server = (await runServer(config as unknown as string)) as Server
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (typeof address !== "object" || address === null) throw new Error("Failed to start a registry: it has no port")
  const origin = `http://127.0.0.1:${address.port}`

  const publish = async (manifest: Manifest, tarball: Buffer): Promise<void> => {
    const { name, version } = manifest
    const file = `${basename(name)}-${version}.tgz`
    const response = await fetch(`${origin}/${name.replace("/", "%2f")}`, {
      method: "PUT",
      // Packing blocks this process longer than a connection is kept open.
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify(publishDocument(manifest, file, tarball, origin))
    })
    if (!response.ok) throw new Error(`Failed to publish ${name}@${version}: ${await response.text()}`)
  }
  return {
    origin,
    publish,
    publishInstalled: (installed) => publish(readManifest(installed), packInstalled(installed)),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, "close")
    }
  }
}

/** The document that `npm publish` sends. */
const publishDocument = (manifest: Manifest, file: string, tarball: Buffer, origin: string): object => {
  const { name, version } = manifest
  const dist = {
    tarball: `${origin}/${name}/-/${file}`,
    shasum: createHash("sha1").update(tarball).digest("hex"),
    integrity: `sha512-${createHash("sha512").update(tarball).digest("base64")}`
  }
  const attachment = {
    content_type: "application/octet-stream",
    data: tarball.toString("base64"),
    length: tarball.length
  }
  return {
    _id: name,
    name,
    "dist-tags": { latest: version },
    versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
    _attachments: { [file]: attachment }
  }
}

/** Copies before it packs: pnpm stores equal files once, and npm skips the hard links that tar would make of them. */
const packInstalled = (folder: string): Buffer => {
  const target = mkdtempSync(join(tmpdir(), "registry-"))
  try {
    const copy = join(target, "package")
    cpSync(folder, copy, { recursive: true, filter: (source) => basename(source) !== "node_modules" })
    runTar(target, "-cf", "package.tgz", "package")
    return readFileSync(join(target, "package.tgz"))
  } finally {
    rmSync(target, { recursive: true })
  }
}
