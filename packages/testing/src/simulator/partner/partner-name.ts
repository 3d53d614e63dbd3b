/** `Apple` in every sample, `apple` in the glossary (C-V2-20). */
export const isKnownPartner = (partner: string | undefined): boolean => partner?.toLowerCase() === "apple"
