import type { Access } from "../access/access.ts"
import type { SelectedMvpd } from "../mvpds/mvpd.ts"

/** The result of `start`. */
export type StartResult =
  | { readonly kind: "signed-in"; readonly access: Access }
  /** Only with `profileChoice: "ask"`: let the viewer choose, then call `choose` with the `id` of the MVPD. */
  | {
      readonly kind: "several-profiles"
      readonly choices: ReadonlyArray<Access>
      /** @throws EntitlementError with reason `InvalidConfiguration` for an MVPD that is not among the choices */
      readonly choose: (mvpd: string) => Access
    }
  | { readonly kind: "signed-out"; readonly remembered?: SelectedMvpd }
