import type { Manifest } from "../published-packages.ts"

/** A version that a registry has, and what its tarball is known by. */
export interface PublishedVersion {
  readonly manifest: Manifest
  /** Of the tarball, where it exists beforehand: `sha512-…`. */
  readonly integrity?: string
}

/** The part of a manifest that npm decides by, as in the abbreviated form of a registry's answer. */
const decisive = [
  "name",
  "version",
  "bin",
  "dependencies",
  "optionalDependencies",
  "peerDependencies",
  "peerDependenciesMeta",
  "engines",
  "os",
  "cpu",
  "libc"
] as const

/** What a registry answers for a package name: all its versions, the highest being the latest. */
export const packument = (name: string, versions: ReadonlyArray<PublishedVersion>, origin: string): object => ({
  name,
  "dist-tags": { latest: [...versions].sort(byVersion).at(-1)?.manifest.version },
  versions: Object.fromEntries(
    versions.map(({ manifest, integrity }) => [
      manifest.version,
      {
        ...Object.fromEntries(decisive.map((member) => [member, manifest[member]])),
        dist: {
          tarball: `${origin}${tarballPath(manifest)}`,
          ...(integrity !== undefined && { integrity })
        }
      }
    ])
  )
})

/** As registries name them: `/@tve-pass/auth/-/auth-1.2.3.tgz`. */
export const tarballPath = ({ name, version }: Pick<Manifest, "name" | "version">): string =>
  `/${name}/-/${name.slice(name.indexOf("/") + 1)}-${version}.tgz`

const byVersion = (one: PublishedVersion, other: PublishedVersion): number =>
  one.manifest.version.localeCompare(other.manifest.version, "en", { numeric: true })
