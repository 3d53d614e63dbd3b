/** Whether an enhanced error says that the list of MVPDs has changed: forget the MVPD, let the viewer select again (R-CONF-3). */
export const isStaleMvpd = (code: string): boolean =>
  code === "invalid_integration" || code === "invalid_parameter_mvpd"
