// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

/** Known values; the server may send others. */
export const boardingStatusValues = ["SUPPORTED", "PICKER"] as const

/** Known values; the server may send others. */
export const enhancedErrorActionValues = [
  "none",
  "configuration",
  "application-registration",
  "authentication",
  "authorization",
  "retry"
] as const

/** Known values; the server may send others. */
export const enhancedErrorCodeValues = [
  "invalid_parameter_service_provider",
  "invalid_parameter_mvpd",
  "invalid_parameter_code",
  "invalid_parameter_resources",
  "invalid_parameter_redirect_url",
  "invalid_parameter_partner",
  "invalid_parameter_saml_response",
  "invalid_header_device_info",
  "invalid_header_device_identifier",
  "invalid_header_identity_for_temporary_access",
  "invalid_header_pfs_permission_access_not_present",
  "invalid_header_pfs_permission_access_not_determined",
  "invalid_header_pfs_permission_access_not_granted",
  "invalid_header_pfs_provider_id_not_determined",
  "invalid_header_pfs_provider_id_mismatch",
  "invalid_header_pfs_provider_info_expired",
  "invalid_integration",
  "invalid_authentication_session",
  "preauthorization_denied_by_mvpd",
  "authorization_denied_by_mvpd",
  "authorization_denied_by_parental_controls",
  "authorization_denied_by_degradation_rule",
  "internal_server_error",
  "too_many_resources",
  "invalid_configuration_user_metadata_certificate",
  "invalid_configuration_temporary_access",
  "invalid_configuration_platform",
  "invalid_configuration_platform_id",
  "invalid_configuration_platform_trait",
  "invalid_configuration_platform_category_trait",
  "invalid_configuration_platform_services",
  "invalid_configuration_mvpd_platform",
  "invalid_configuration_mvpd_platform_boarding_status",
  "invalid_configuration_mvpd_platform_profile_exchange",
  "invalid_access_token_service_provider",
  "invalid_access_token_client_application",
  "authenticated_profile_missing",
  "authenticated_profile_expired",
  "authenticated_profile_invalidated",
  "temporary_access_duration_limit_exceeded",
  "temporary_access_resources_limit_exceeded",
  "authorization_denied_by_hba_policies",
  "authorization_denied_by_session_invalidated",
  "identity_not_recognized_by_mvpd",
  "network_received_error",
  "network_connection_timeout",
  "maximum_execution_time_exceeded"
] as const

/** Known values; the server may send others. */
export const sessionActionNameValues = ["authenticate", "resume", "retry", "authorize", "partner_profile"] as const

/** Known values; the server may send others. */
export const sessionActionTypeValues = ["interactive", "direct"] as const

/** Known values; the server may send others. */
export const sessionReasonTypeValues = [
  "none",
  "authenticated",
  "temporary",
  "degraded",
  "authenticatedSSO",
  "pfs_fallback",
  "configuration_fallback",
  "missing_parameters_fallback"
] as const

/** Known values; the server may send others. */
export const missingParameterValues = ["mvpd", "domainName", "domain", "redirectUrl"] as const

/** Known values; the server may send others. */
export const profileTypeValues = ["regular", "platformSSO", "serviceTokenSSO", "appleSSO", "degraded", "temporary"] as const

/** Known values; the server may send others. */
export const attributeStateValues = ["plain", "enc", "encrypted"] as const

/** Known values; the server may send others. */
export const decisionSourceValues = ["mvpd", "degradation", "temppass", "dummy"] as const

/** Known values; the server may send others. */
export const logoutActionNameValues = ["logout", "partner_logout", "complete", "invalid"] as const

/** Known values; the server may send others. */
export const logoutActionTypeValues = ["interactive", "partner_interactive", "none"] as const

/** Known values; the server may send others. */
export const primaryHardwareTypeValues = [
  "Camera",
  "DataCollectionTerminal",
  "Desktop",
  "EmbeddedNetworkModule",
  "eReader",
  "GamesConsole",
  "GeolocationTracker",
  "Glasses",
  "MediaPlayer",
  "MobilePhone",
  "PaymentTerminal",
  "PluginModem",
  "SetTopBox",
  "TV",
  "Tablet",
  "WirelessHotspot",
  "Wristwatch",
  "Unknown"
] as const

/** Known values; the server may send others. */
export const osNameValues = [
  "Android",
  "Chrome OS",
  "Linux",
  "Mac OS",
  "OS X",
  "OpenBSD",
  "Roku OS",
  "Windows",
  "iOS",
  "tvOS",
  "webOS"
] as const

/** Known values; the server may send others. */
export const osFamilyValues = [
  "Android",
  "BSD",
  "Linux",
  "PlayStation OS",
  "Roku OS",
  "Symbian",
  "Tizen",
  "Windows",
  "iOS",
  "tvOS",
  "macOS",
  "webOS"
] as const

/** Known values; the server may send others. */
export const osVendorValues = [
  "Amazon",
  "Apple",
  "Google",
  "LG",
  "Microsoft",
  "Mozilla",
  "Nintendo",
  "Nokia",
  "Roku",
  "Samsung",
  "Sony",
  "Tizen Project"
] as const

/** Known values; the server may send others. */
export const browserNameValues = [
  "Android Browser",
  "Chrome",
  "Edge",
  "Firefox",
  "Internet Explorer",
  "Opera",
  "Safari",
  "SeaMonkey",
  "Symbian Browser"
] as const

/** Known values; the server may send others. */
export const browserVendorValues = [
  "Amazon",
  "Apple",
  "Google",
  "Microsoft",
  "Motorola",
  "Mozilla",
  "Netscape",
  "Nintendo",
  "Nokia",
  "Samsung",
  "Sony Ericsson"
] as const

/** Known values; the server may send others. */
export const connectionTypeValues = ["WiFi", "LAN", "3G", "4G", "5G"] as const

/** Known values; the server may send others. */
export const partnerFrameworkAccessStatusValues = ["granted", "denied", "restricted", "notDetermined"] as const
