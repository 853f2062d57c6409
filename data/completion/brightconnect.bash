# Completion for bash: offers what goes with what stands on the line already.
#
# SPDX-License-Identifier: GPL-3.0-or-later

_brightconnect() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local commands='--sync-once --plan --explain --proof --check --ignore --try-now'
  commands+=' --export --version --help'
  local flows='orders customers statuses notes shipments payments refunds stock'
  local given=" ${COMP_WORDS[*]:1:COMP_CWORD-1} " offered option

  # "=" is a word of its own here.
  if [ "$current" = = ]; then
    current=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  COMPREPLY=()
  case $previous in
    --approve)
      mapfile -t COMPREPLY < <(compgen -W "all $flows" -- "$current")
      return
      ;;
    --export)
      mapfile -t COMPREPLY < <(compgen -W 'activity attention proof audit' -- "$current")
      return
      ;;
    --explain | --ignore | --try-now | --why)
      return
      ;;
  esac

  case $given in
    *' --sync-once '*) offered='--approve --json --demo' ;;
    *' --plan '* | *' --explain '*) offered='--json --demo' ;;
    *' --ignore '*) offered='--why --json' ;;
    *' --proof '* | *' --check '* | *' --try-now '* | *' --export '*)
      offered='--json'
      ;;
    *' --version '* | *' --help '*) offered= ;;
    *' --demo '*) offered='--sync-once --plan --explain' ;;
    *) offered="$commands --demo" ;;
  esac
  for option in $offered; do
    if [ "$option" = --approve ] || [[ $given != *" $option "* ]]; then
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$option" -- "$current")
    fi
  done
}

_brightconnect_practice() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local options='--port --seed --orders --products --faults --limits --grow --version --help'

  if [ "$current" = = ]; then
    current=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  COMPREPLY=()
  case $previous in
    --limits)
      mapfile -t COMPREPLY < <(compgen -W 'on off' -- "$current")
      ;;
    --port | --seed | --orders | --products | --faults | --grow) ;;
    *)
      mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
      ;;
  esac
}

complete -F _brightconnect brightconnect
complete -F _brightconnect_practice brightconnect-practice
