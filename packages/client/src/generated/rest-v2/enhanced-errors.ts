// Generated from specs/rest-v2/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 bdfc40a73cfb84a9cfda76b894af4eafbfda84d68f99f7ffb54d9563752cab01

export const enhancedErrors = {
  invalid_parameter_service_provider: { action: "none", status: 400, reaction: "Fix the call." },
  invalid_parameter_mvpd: {
    action: "none",
    status: 400,
    reaction: "Forget the remembered MVPD and let the user pick again."
  },
  invalid_parameter_code: {
    action: "none",
    status: 400,
    reaction: "Stop polling; ask for the code again or create a new session."
  },
  invalid_parameter_resources: { action: "none", status: 400, reaction: "Fix the call." },
  invalid_parameter_redirect_url: { action: "none", status: 400, reaction: "Fix the call or the configuration." },
  invalid_parameter_partner: { action: "none", status: 400, reaction: "Fix the call." },
  invalid_parameter_saml_response: {
    action: "none",
    status: 400,
    reaction: "Check its encoding; fall back to basic authentication."
  },
  invalid_header_device_info: { action: "none", status: 400, reaction: "Fix the header." },
  invalid_header_device_identifier: { action: "none", status: 400, reaction: "Fix the header." },
  invalid_header_identity_for_temporary_access: {
    action: "none",
    status: 400,
    reaction: "Supply the identity of the user."
  },
  invalid_header_pfs_permission_access_not_present: {
    action: "none",
    status: 400,
    reaction: "Refresh the status; otherwise use basic authentication."
  },
  invalid_header_pfs_permission_access_not_determined: {
    action: "none",
    status: 400,
    reaction: "Ask the user; otherwise use basic authentication."
  },
  invalid_header_pfs_permission_access_not_granted: {
    action: "none",
    status: 400,
    reaction: "Use basic authentication."
  },
  invalid_header_pfs_provider_id_not_determined: { action: "none", status: 400, reaction: "Use basic authentication." },
  invalid_header_pfs_provider_id_mismatch: {
    action: "none",
    status: 400,
    reaction: "Refresh the status or pick the right MVPD."
  },
  invalid_header_pfs_provider_info_expired: {
    action: "none",
    status: 400,
    reaction: "Authenticate again with the partner."
  },
  invalid_integration: {
    action: "none",
    status: 400,
    reaction: "Forget the remembered MVPD, refresh the configuration and let the user pick again."
  },
  invalid_authentication_session: { action: "none", status: 400, reaction: "Stop polling; create a new session." },
  preauthorization_denied_by_mvpd: {
    action: "none",
    status: 403,
    reaction: "Mark the resource as locked; show `details` or `message`."
  },
  authorization_denied_by_mvpd: {
    action: "none",
    status: 403,
    reaction: "Do not play; show `details` or `message`; never log out."
  },
  authorization_denied_by_parental_controls: { action: "none", status: 403, reaction: "Do not play; explain why." },
  authorization_denied_by_degradation_rule: { action: "none", status: 403, reaction: "Do not play; show `details`." },
  internal_server_error: {
    action: "none",
    status: 500,
    reaction: "Report it with its `trace`; at most one cautious retry."
  },
  too_many_resources: { action: "configuration", status: 403, reaction: "Split the request." },
  invalid_configuration_user_metadata_certificate: {
    action: "configuration",
    status: 500,
    reaction: "Stop; alert the operator."
  },
  invalid_configuration_temporary_access: {
    action: "configuration",
    status: 500,
    reaction: "Alert the operator; offer regular authentication."
  },
  invalid_configuration_platform: { action: "configuration", status: 500, reaction: "Stop; alert the operator." },
  invalid_configuration_platform_id: { action: "configuration", status: 500, reaction: "Stop; alert the operator." },
  invalid_configuration_platform_trait: { action: "configuration", status: 500, reaction: "Stop; alert the operator." },
  invalid_configuration_platform_category_trait: {
    action: "configuration",
    status: 500,
    reaction: "Stop; alert the operator."
  },
  invalid_configuration_platform_services: {
    action: "configuration",
    status: 500,
    reaction: "Stop; alert the operator."
  },
  invalid_configuration_mvpd_platform: { action: "configuration", status: 500, reaction: "Stop; alert the operator." },
  invalid_configuration_mvpd_platform_boarding_status: {
    action: "configuration",
    status: 500,
    reaction: "Stop; alert the operator."
  },
  invalid_configuration_mvpd_platform_profile_exchange: {
    action: "configuration",
    status: 500,
    reaction: "Stop; alert the operator."
  },
  invalid_access_token_service_provider: {
    action: "application-registration",
    status: 401,
    reaction: "Refresh the token once, then register again at most once; then the configuration is wrong."
  },
  invalid_access_token_client_application: {
    action: "application-registration",
    status: 401,
    reaction: "Refresh the token once, then register again at most once; then the configuration is wrong."
  },
  authenticated_profile_missing: { action: "authentication", status: 403, reaction: "Authenticate the user." },
  authenticated_profile_expired: {
    action: "authentication",
    status: 403,
    reaction: "Authenticate the user again; offer the remembered MVPD."
  },
  authenticated_profile_invalidated: {
    action: "authentication",
    status: 403,
    reaction: "Authenticate the user again."
  },
  temporary_access_duration_limit_exceeded: {
    action: "authentication",
    status: 403,
    reaction: "Offer regular authentication."
  },
  temporary_access_resources_limit_exceeded: {
    action: "authentication",
    status: 403,
    reaction: "Offer regular authentication."
  },
  authorization_denied_by_hba_policies: {
    action: "authentication",
    status: 403,
    reaction: "Authenticate the user again."
  },
  authorization_denied_by_session_invalidated: {
    action: "authentication",
    status: 403,
    reaction: "Authenticate the user again."
  },
  identity_not_recognized_by_mvpd: { action: "authentication", status: 403, reaction: "Authenticate the user again." },
  network_received_error: { action: "retry", status: 403, reaction: "Retry, two or three times with growing delays." },
  network_connection_timeout: {
    action: "retry",
    status: 403,
    reaction: "Retry, two or three times with growing delays."
  },
  maximum_execution_time_exceeded: {
    action: "retry",
    status: 403,
    reaction: "Retry, two or three times with growing delays."
  }
} as const
