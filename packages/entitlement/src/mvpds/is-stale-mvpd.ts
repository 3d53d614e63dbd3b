/**
 * Returns whether an enhanced error means that the list of MVPDs has changed, so that the viewer has to select again
 * (R-CONF-3).
 */
export const isStaleMvpd = (code: string): boolean =>
  code === "invalid_integration" || code === "invalid_parameter_mvpd"
