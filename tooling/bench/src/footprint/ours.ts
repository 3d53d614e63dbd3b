import type { Contestant } from "../contestant.ts"

export const isOwnPackage = (name: string): boolean => name.startsWith("@tve-pass/")

export const isOurs = ({ packages }: Pick<Contestant, "packages">): boolean => packages.some(isOwnPackage)
