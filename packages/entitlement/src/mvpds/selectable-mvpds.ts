import type { Schemas } from "@tve-pass/client/rest-v2"
import type { SelectableMvpd } from "./mvpd.ts"

/**
 * Returns the MVPDs of a configuration that a viewer can select: without TempPass, and without the test and development
 * MVPDs of the option `testMvpds`, which the configuration does not mark.
 *
 * Source: docs/protocol/flows.md, section 3.
 */
export const selectableMvpds = (
  { requestor }: Schemas["Configuration"],
  testMvpds: ReadonlyArray<string>
): ReadonlyArray<SelectableMvpd> =>
  (requestor?.mvpds ?? [])
    .filter(({ id, isTempPass }) => isTempPass !== true && !testMvpds.includes(id))
    .map(({ id, displayName, logoUrl, platformMappingId, displayInPlatformPicker, boardingStatus }) => ({
      id,
      displayName,
      logoUrl,
      ...(platformMappingId !== undefined && {
        partner: {
          mappingId: platformMappingId,
          displayInPlatformPicker: displayInPlatformPicker === true,
          boardingStatus
        }
      })
    }))
