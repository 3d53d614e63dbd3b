import type { Schemas } from "@tve-pass/client/rest-v2"

/** The MVPD that a viewer selected, as it is kept between visits: exactly these members (M-CONF-2). */
export interface SelectedMvpd {
  /** Identifier of the MVPD in every call. */
  readonly id: string
  /** Brand name to show. */
  readonly displayName: string
  /** Address of the logo. */
  readonly logoUrl: string
}

/** An MVPD that the viewer can select. */
export interface SelectableMvpd extends SelectedMvpd {
  /** What a partner framework, such as Apple's, needs to list it. Absent for MVPDs without partner single sign-on. */
  readonly partner?: {
    /** The platform's own identifier of this MVPD. */
    readonly mappingId: string
    readonly displayInPlatformPicker: boolean
    readonly boardingStatus: Schemas["BoardingStatus"] | undefined
  }
}
