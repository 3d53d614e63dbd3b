export const manPage = async (): Promise<string> => ""
