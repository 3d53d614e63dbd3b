import { build } from "esbuild"
import { expect, inject, test } from "vitest"

const { installations } = inject("installed")
const { folder } = installations.everything

/** `effect/Effect` loads 67 modules itself. */
test.each([
  { entry: "@tve-pass/auth/promise", most: 67 },
  { entry: "@tve-pass/auth/management", most: 67 },
  { entry: "@tve-pass/redis", most: 67 },
  { entry: "@tve-pass/management", most: 67 },
  { entry: "@tve-pass/entitlement/promise", most: 68 },
  { entry: "@tve-pass/entitlement/steps", most: 68 }
])(
  "$entry loads at most $most modules of Effect, without Config, Schema, Stream and HttpClient",
  async ({ entry, most }) => {
    const { metafile } = await build({
      stdin: { contents: `import "${entry}"`, resolveDir: folder },
      absWorkingDir: folder,
      bundle: true,
      // Node loads every module that is imported, used or not.
      treeShaking: false,
      ignoreAnnotations: true,
      platform: "node",
      format: "esm",
      metafile: true,
      write: false
    })
    const modules = Object.keys(metafile.inputs).flatMap((path) => /\/effect\/dist\/(.*)\.js$/.exec(path)?.[1] ?? [])
    expect(modules).toContain("Effect")
    expect(
      modules.filter((name) => /^(Config|Schema|Stream|http\/|persistence\/|internal\/schema)/.test(name))
    ).toEqual([])
    expect(modules.length).toBeLessThanOrEqual(most)
  }
)
