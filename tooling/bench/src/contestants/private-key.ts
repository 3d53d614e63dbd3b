import { generateKeyPairSync } from "node:crypto"

const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 })

/** A key of this run, for those that sign an assertion. */
export const privateKey = (type: "pkcs1" | "pkcs8"): string => key.export({ type, format: "pem" }).toString()
