/**
 * Completion scripts by shell. Each calls `tve-pass complete` for the words at the cursor, so that it needs no update.
 */
export const completionScripts = {
  bash: `_tve_pass() {
  local IFS=$'\\n'
  COMPREPLY=($(tve-pass complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _tve_pass tve-pass
`,
  zsh: `#compdef tve-pass
_tve_pass() {
  local -a candidates
  candidates=("\${(@f)$(tve-pass complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  candidates=("\${(@)candidates/$'\\t'/:}")
  [[ -n "\${candidates[1]}" ]] && _describe tve-pass candidates || _files
}
compdef _tve_pass tve-pass
`,
  fish: `complete -c tve-pass -a '(tve-pass complete -- (commandline -opc)[2..] (commandline -ct))'
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName tve-pass -ScriptBlock {
  param($word, $line)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '""' }
  tve-pass complete -- @words | ForEach-Object {
    $name, $text = $_ -split "\`t", 2
    if (-not $text) { $text = $name }
    [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $text)
  }
}
`
} as const
