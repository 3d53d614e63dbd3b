import { existsSync, readFileSync } from "node:fs"
import { SourceMap, type SourceMapping, type SourceMapPayload } from "node:module"
import { dirname, resolve } from "node:path"

/**
 * Returns the paths of the sources that some code of a bundle comes from. Follows the source map of the bundle and those of
 * packages, whose published modules each consist of several sources.
 *
 * @param folder Where the paths in the source map start.
 */
export const sourcesIn = (code: string, payload: SourceMapPayload, folder: string): ReadonlyArray<string> => {
  const map = new SourceMap(payload)
  const sources = new Set<string>()
  for (const [row, line] of code.split("\n").entries()) {
    let last = ""
    for (let column = 0; column < line.length; column += 1) {
      const entry = map.findEntry(row, column)
      if (!isMapped(entry)) continue
      const position = `${entry.originalSource}:${entry.originalLine}:${entry.originalColumn}`
      if (position === last) continue
      last = position
      sources.add(publishedSource(resolve(folder, entry.originalSource), entry.originalLine, entry.originalColumn))
    }
  }
  return [...sources].sort()
}

/** Code that a bundler has added comes from no source, which the types leave out. */
const isMapped = (entry: object): entry is SourceMapping =>
  "originalSource" in entry && typeof entry.originalSource === "string"

const maps = new Map<string, SourceMap | undefined>()

const mapOf = (file: string): SourceMap | undefined => {
  if (!maps.has(file)) {
    const path = `${file}.map`
    maps.set(file, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : undefined)
  }
  return maps.get(file)
}

const publishedSource = (file: string, line: number, column: number): string => {
  const entry = mapOf(file)?.findEntry(line, column)
  return entry !== undefined && isMapped(entry) ? resolve(dirname(file), entry.originalSource) : file
}
