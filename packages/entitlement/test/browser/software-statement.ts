/** What the pages register with. */
export const softwareStatement = "header.payload.signature"
