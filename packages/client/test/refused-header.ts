import { InvalidHeaderError } from "../src/headers/invalid-header-error.ts"

/** The error with which a builder refuses; fails the test if it does not. */
export const refusedHeader = (build: () => unknown): InvalidHeaderError => {
  try {
    build()
  } catch (error) {
    if (error instanceof InvalidHeaderError) return error
    throw error
  }
  throw new Error("The header was built.")
}
