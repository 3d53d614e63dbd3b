/** Width at which the formatter breaks lines. */
const width = 120

/** Returns a JSON value as TypeScript, on one line. */
export const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${/^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)}: ${literal(member)}`)
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`
}

/** Returns lines with two more spaces before each that is not empty. */
export const indented = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.map((line) => (line === "" ? "" : `  ${line}`))

/** Returns the statement on one line if that fits at this depth, else the broken one, as the formatter does. */
const fitting = (depth: number, statement: string, broken: () => ReadonlyArray<string>): ReadonlyArray<string> =>
  statement.length + 2 * depth <= width ? [statement] : broken()

/** A member of an object: its name and its expression. */
export type Member = readonly [name: string, expression: string]

/** Returns the members of a JSON object. */
export const membersOf = (value: object): ReadonlyArray<Member> =>
  Object.entries(value).map(([name, of]) => [name, literal(of)])

/** Returns a statement around an object. */
export const fittingObject = (start: string, members: ReadonlyArray<Member>, end: string): ReadonlyArray<string> =>
  fitting(1, `${start}{ ${members.map(([name, of]) => `${name}: ${of}`).join(", ")} }${end}`, () => [
    `${start}{`,
    ...members.map(([name, of], index) => `  ${name}: ${of}${index === members.length - 1 ? "" : ","}`),
    `}${end}`
  ])

/** Returns a statement around a list of values. */
export const fittingList = (start: string, values: ReadonlyArray<unknown>, end: string): ReadonlyArray<string> =>
  fitting(1, `${start}${literal(values)}${end}`, () => [
    `${start}[`,
    ...values.map((value, index) => `  ${literal(value)}${index === values.length - 1 ? "" : ","}`),
    `]${end}`
  ])

/** A file of TypeScript: parts with an empty line between them. */
export const file = (parts: ReadonlyArray<ReadonlyArray<string>>): string =>
  `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`

/** Writes `name` for a member whose variable has its name, else `name: variable`. */
export const shorthand = (member: string, variable: string): string =>
  member === variable ? member : `${member}: ${variable}`
