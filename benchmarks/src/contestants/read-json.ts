/** What an application does with a response: its JSON, if it is a success. */
export const readJson = async (response: Response): Promise<number> => {
  if (response.ok) await response.json()
  else await response.text()
  return response.status
}
