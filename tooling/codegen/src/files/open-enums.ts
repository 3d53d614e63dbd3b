import { literal } from "../literal.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"

/** The known values of every enum schema: `OsName` becomes `osNameValues`. */
export const openEnumsFile = ({ document }: BundledSpec): string =>
  Object.entries(document.components?.schemas ?? {})
    .flatMap(([name, schema]) => {
      if (schema.enum === undefined) return []
      const openness = schema["x-open-enum"] === true ? "Known values; the server may send others." : "All values."
      const start = `export const ${lowerFirst(name)}Values = `
      return [`/** ${openness} */\n${start}${literal(schema.enum, "", start.length)} as const\n`]
    })
    .join("\n") || "export {}\n"

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1)
