import { operationsOf, resolve } from "./specification.ts"
import type { Schema, Specification } from "./specification.ts"

/** What the examples of all responses show, read along their schemas. */
export interface ExampleFacts {
  /** Attributes that the schemas describe and no example has, as `Schema.attribute`. */
  readonly attributesNeverShown: ReadonlyArray<string>
  /** Values that the enums list and no example has, as `Schema value`. */
  readonly valuesNeverShown: ReadonlyArray<string>
  /** Attributes of examples that no schema describes, as `Schema.attribute`. */
  readonly unknownAttributes: ReadonlyArray<string>
}

export const exampleFacts = (specification: Specification): ExampleFacts => {
  const describedAttributes = new Set<string>()
  const shownAttributes = new Set<string>()
  const listedValues = new Set<string>()
  const shownValues = new Set<string>()
  const unknownAttributes: Array<string> = []

  /** The object schemas that apply to a value: the schema itself, parts of `allOf`, matching choices of `anyOf`. */
  const applicable = (node: unknown, value: object, outer: string): ReadonlyArray<{ name: string; schema: Schema }> => {
    const schema = resolve<Schema>(specification, node)
    const name = nameOf(node, outer)
    const choices = (schema.anyOf ?? []).filter((choice) =>
      (resolve<Schema>(specification, choice).required ?? []).every((key) => key in value)
    )
    return [{ name, schema }, ...[...(schema.allOf ?? []), ...choices].flatMap((part) => applicable(part, value, name))]
  }

  const visit = (node: unknown, value: unknown, outer: string): void => {
    if (Array.isArray(value)) {
      const { items } = resolve<Schema>(specification, node)
      for (const item of value) visit(items ?? {}, item, nameOf(node, outer))
    } else if (typeof value === "object" && value !== null) {
      const parts = applicable(node, value, outer)
      for (const { name, schema } of parts) {
        for (const attribute of Object.keys(schema.properties ?? {})) describedAttributes.add(`${name}.${attribute}`)
      }
      for (const [attribute, member] of Object.entries(value)) {
        const described = parts.filter(({ schema }) => attribute in (schema.properties ?? {}))
        const map = parts.find(({ schema }) => typeof schema.additionalProperties === "object")
        for (const { name, schema } of described) {
          shownAttributes.add(`${name}.${attribute}`)
          visit(schema.properties?.[attribute], member, name)
        }
        if (described.length > 0) continue
        if (map !== undefined) visit(map.schema.additionalProperties, member, map.name)
        else if (!parts.some(({ schema }) => allowsAnything(schema))) {
          unknownAttributes.push(`${parts[0]?.name}.${attribute}`)
        }
      }
    } else {
      const { enum: values = [] } = resolve<Schema>(specification, node)
      for (const listed of values) listedValues.add(`${nameOf(node, outer)} ${listed}`)
      shownValues.add(`${nameOf(node, outer)} ${String(value)}`)
    }
  }

  for (const { responses } of operationsOf(specification)) {
    for (const { content } of Object.values(responses)) {
      for (const { schema, examples } of Object.values(content ?? {})) {
        for (const example of Object.values(examples)) {
          visit(schema, resolve<{ readonly value: unknown }>(specification, example).value, "")
        }
      }
    }
  }
  return {
    attributesNeverShown: [...describedAttributes].filter((attribute) => !shownAttributes.has(attribute)),
    valuesNeverShown: [...listedValues].filter((value) => !shownValues.has(value)),
    unknownAttributes
  }
}

/** The name of a schema that is referred to, or of the schema it is written in. */
const nameOf = (node: unknown, outer: string): string =>
  typeof node === "object" && node !== null && "$ref" in node ? (String(node.$ref).split("/").at(-1) ?? "") : outer

const allowsAnything = ({ type, allOf, anyOf, additionalProperties }: Schema): boolean =>
  additionalProperties === true || (type === undefined && allOf === undefined && anyOf === undefined)
