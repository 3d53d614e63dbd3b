/** Whether a value that may come from outside the types is a string with more than white space in it. */
export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== ""
