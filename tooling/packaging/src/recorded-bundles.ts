import { subpathsOf, type Manifest } from "./published-packages.ts"

/** A bundle whose size is recorded: the first cell of its row, the column, and how it is made. */
export interface RecordedBundle {
  readonly name: string
  readonly column: "Measured" | "Own code" | "All below"
  readonly entry: string
  readonly external: ReadonlyArray<string>
}

const facade = `export { createAdobePass } from "@tve-pass/auth/promise"`
const restV2 = `export { createRestV2Client } from "@tve-pass/client/rest-v2"`

/** msw is for tests, and what Node brings is not downloaded. */
const outside = ["msw", "msw/*", "node:*"]
const belowAuth = ["effect", "effect/*", "@tve-pass/client", "@tve-pass/client/*"]

/** What applications import, each with a budget. */
export const applicationBundles: ReadonlyArray<RecordedBundle> = [
  { name: "`createRestV2Client` with openapi-fetch", column: "Measured", entry: restV2, external: [] },
  {
    name: "`createAdobePass`, `createRestV2Client` and all below",
    column: "Measured",
    entry: `${facade}; ${restV2}`,
    external: []
  },
  {
    name: "own code of `createAdobePass`: `effect` and the client are external",
    column: "Measured",
    entry: facade,
    external: belowAuth
  },
  {
    name: "own code of `AdobePass.layer`: likewise",
    column: "Measured",
    entry: `export { AdobePass } from "@tve-pass/auth"`,
    external: belowAuth
  }
]

/** Each entry point with all that it exports: alone, and with everything that it needs. */
export const entryBundles = (manifests: ReadonlyArray<Manifest>): ReadonlyArray<RecordedBundle> =>
  manifests.flatMap((manifest) => {
    const others = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    return subpathsOf(manifest).flatMap((subpath) => {
      const bundled = { name: `\`${subpath}\``, entry: `export * from "${subpath}"` }
      return [
        { ...bundled, column: "Own code", external: [...outside, ...others.flatMap((name) => [name, `${name}/*`])] },
        { ...bundled, column: "All below", external: outside }
      ] as const
    })
  })
