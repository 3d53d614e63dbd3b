import { join } from "node:path"
import { build } from "esbuild"

export interface BundleFileOptions {
  readonly folder: string
  readonly entry: string
  readonly outfile: string
}

/** Writes a classic script for browsers, whose exports are in a global `application`. A Node built-in fails the build. */
export const bundleInto = async ({ folder, entry, outfile }: BundleFileOptions): Promise<void> => {
  await build({
    entryPoints: [join(folder, entry)],
    outfile: join(folder, outfile),
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "application",
    platform: "browser",
    target: "es2022",
    logLevel: "silent"
  })
}
