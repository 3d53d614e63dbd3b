import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { createReadStream, readFileSync } from "node:fs"
import { cp, mkdtemp, rm } from "node:fs/promises"
import { createServer, type ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { pipeline } from "node:stream/promises"
import type { PackedPackage } from "../packed-packages.ts"
import { packument, tarballPath, type PublishedVersion } from "./packument.ts"
import { findStoredPackages } from "./stored-packages.ts"

export interface LocalRegistry {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** A version and how its tarball is sent. */
interface OfferedVersion extends PublishedVersion {
  readonly send: (response: ServerResponse) => Promise<void>
}

/**
 * A registry on this machine that has our packed packages, and what the workspace below `root` has installed. Whatever
 * else is asked for does not exist.
 */
export const startRegistry = async (root: string, packed: ReadonlyArray<PackedPackage>): Promise<LocalRegistry> => {
  const offered = new Map<string, ReadonlyArray<OfferedVersion>>(
    [...findStoredPackages(root)].map(([name, versions]) => [
      name,
      versions.map(({ manifest, folder }) => ({ manifest, send: (response) => sendFolder(folder, response) }))
    ])
  )
  for (const { manifest, tarball } of packed) offered.set(manifest.name, [offerTarball(manifest, tarball)])
  const tarballs = new Map(
    [...offered.values()].flat().map((version) => [tarballPath(version.manifest), version] as const)
  )

  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const tarball = tarballs.get(path)
    if (tarball !== undefined) return tarball.send(response)
    const name = path.slice(1)
    const versions = offered.get(name)
    if (versions === undefined) return void response.writeHead(404).end("{}")
    response.writeHead(200, { "content-type": "application/json" })
    response.end(JSON.stringify(packument(name, versions, origin)))
  }
  const server = createServer((request, response) => {
    answer(decodeURIComponent(request.url ?? "/"), response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (typeof address !== "object" || address === null) throw new Error("Failed to start a registry: it has no port")
  const origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, "close")
    }
  }
}

const offerTarball = (manifest: PackedPackage["manifest"], tarball: string): OfferedVersion => ({
  manifest,
  integrity: `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`,
  send: (response) => pipeline(createReadStream(tarball), response)
})

/**
 * Packs an installed package again, without compression, which npm does not ask for. It is copied first: pnpm stores
 * files of the same content once, and npm passes over the hard links that tar would make of them.
 */
const sendFolder = async (folder: string, response: ServerResponse): Promise<void> => {
  const copies = await mkdtemp(join(tmpdir(), "registry-"))
  try {
    const copy = join(copies, "package")
    await cp(folder, copy, { recursive: true, filter: (source) => basename(source) !== "node_modules" })
    const tar = spawn("tar", ["-cf", "-", "package"], { cwd: copies, stdio: ["ignore", "pipe", "ignore"] })
    const closed = once(tar, "close")
    await pipeline(tar.stdout, response)
    const [exitCode] = await closed
    if (exitCode !== 0) throw new Error(`Failed to pack ${folder}: tar ended with ${exitCode}`)
  } finally {
    await rm(copies, { recursive: true })
  }
}
