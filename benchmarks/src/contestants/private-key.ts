import { generateKeyPairSync } from "node:crypto"

const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 })

/** A key of this run, for whoever signs an assertion. */
export const privateKey = key.export({ type: "pkcs1", format: "pem" }).toString()
