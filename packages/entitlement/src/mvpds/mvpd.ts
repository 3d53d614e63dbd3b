import type { Schemas } from "@tve-pass/client/rest-v2"

/** The MVPD that a viewer selected. Exactly these members are stored (M-CONF-2). */
export interface SelectedMvpd {
  /** Identifier of the MVPD in every call. */
  readonly id: string
  /** Brand name, for display. */
  readonly displayName: string
  /** Address of the logo. */
  readonly logoUrl: string
}

/** An MVPD that the viewer can select. */
export interface SelectableMvpd extends SelectedMvpd {
  /** Data for the picker of a partner framework, such as Apple's. Absent for MVPDs without partner single sign-on. */
  readonly partner?: {
    /** The platform's own identifier of this MVPD. */
    readonly mappingId: string
    readonly displayInPlatformPicker: boolean
    readonly boardingStatus: Schemas["BoardingStatus"] | undefined
  }
}
