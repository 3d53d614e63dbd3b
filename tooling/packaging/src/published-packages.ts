import { fileURLToPath } from "node:url"

/** Folders of the packages that are published, in the order in which they depend on each other. */
export const publishedPackages = ["client", "auth", "testing"] as const

export type PublishedPackage = (typeof publishedPackages)[number]

export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url))

/** The part of a package manifest that a consumer meets. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: { readonly [subpath: string]: string | { readonly types?: string; readonly default?: string } }
  readonly bin?: { readonly [name: string]: string }
  readonly dependencies?: { readonly [name: string]: string }
  readonly optionalDependencies?: { readonly [name: string]: string }
  readonly peerDependencies?: { readonly [name: string]: string }
  readonly peerDependenciesMeta?: { readonly [name: string]: { readonly optional?: boolean } }
  readonly engines?: { readonly [name: string]: string }
  readonly os?: ReadonlyArray<string>
  readonly cpu?: ReadonlyArray<string>
  readonly libc?: ReadonlyArray<string>
}

/** `@tve-pass/client/dcr` for subpath `./dcr`; without `package.json`, which is no module. */
export const subpathsOf = ({ name, exports }: Manifest): ReadonlyArray<string> =>
  Object.keys(exports)
    .filter((subpath) => subpath !== "./package.json")
    .map((subpath) => name + subpath.slice(1))
