/** The strings that were sent: nothing of them is repeated in an error, whatever its length (rule 21). */
export class SentSecrets {
  readonly #secrets: ReadonlyArray<string>

  constructor(secrets: ReadonlyArray<string | undefined>) {
    this.#secrets = secrets.filter((secret) => secret !== undefined && secret !== "") as ReadonlyArray<string>
  }

  /** Whether a word that the server or a library chose is part of what was sent, or has it as a part. */
  areRepeatedBy(word: string): boolean {
    return this.#secrets.some((secret) => secret.includes(word) || this.#quotes(word, secret))
  }

  /** Whether a longer string quotes what was sent, as a whole or cut off. */
  areQuotedBy(text: string): boolean {
    return this.#secrets.some((secret) => this.#quotes(text, secret))
  }

  /** A string with everything masked that was sent. */
  maskIn(text: string): string {
    let masked = text
    for (const secret of this.#secrets) masked = masked.replaceAll(secret, mask)
    return masked.replaceAll(/[\w$.-]{4,}/g, (word) => (this.areRepeatedBy(word) ? mask : word))
  }

  #quotes(text: string, secret: string): boolean {
    return text.includes(secret.slice(0, longestQuote)) || text.includes(secret.slice(-longestQuote))
  }
}

const mask = "***"
const longestQuote = 12
