#!/usr/bin/env bash
# The browser tests of the theme: the shipped edition whole, and small sites for what it does not show.
#
#     Tests/Pages/all.sh [PICTURES]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/.build/release/bilancio
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

# site NAME [OPTION…]: builds a site of the content in $work/NAME.content, or of the shipped edition.
site() {
  local name=$1 content=content
  shift
  [ -d "$work/$name.content" ] && content=$work/$name.content
  "$program" build --quiet --content "$content" --output "$work/$name" "$@"
}

# variant NAME LINE…: the small content of the golden cases with other lines in `sito.yml`.
variant() {
  local name=$1
  shift
  cp -r Tests/Golden/Base "$work/$name.content"
  sed -i '/^feedback:/,$d' "$work/$name.content/sito.yml"
  printf '%s\n' 'piede:' '  privacy: https://www.comune.example.it/privacy/' "$@" \
    >>"$work/$name.content/sito.yml"
  # What is warned of (a form that is inactive or closed) is what these are about.
  site "$name" 2>/dev/null
}

# look NAME [OPTION…]: all that is wrong is told, of every site, before this ends.
failed=0
look() {
  printf -- '-- %s\n' "$1"
  .ci/pages "$work/$1" "${@:2}" || failed=1
}

site edition
site whole --whole-stylesheet
look edition --whole "$work/whole" ${1:+--pictures "$1"}

# Every kind of fact that an achievement may have.
python3 Benchmarks/generate.py 4 "$work/large.content" >/dev/null
site large 2>/dev/null
look large --only validity,data,reflow,axe

# Every oddity that figures may have, and pages that were corrected.
cp -r Tests/Golden/Base "$work/dati.content"
cp -r Tests/Golden/Cases/dati-aperti/content/. "$work/dati.content"
cp -r Tests/Golden/Cases/rettifiche/content/. "$work/dati.content"
site dati
look dati --only validity,structure,links,data,axe,reflow

# The other modes of the form, which is the same on every page.
azione='  azione: https://bilancio.example.it/risposte'
variant utile 'feedback:' '  modo: utile' "$azione"
look utile --feedback utile --sample 5 --only validity,feedback
variant entrambi 'lingua: en' 'feedback:' '  modo: entrambi' "$azione"
look entrambi --feedback entrambi --sample 5 --only validity,structure,axe,feedback
variant nessuno 'feedback:' '  modo: nessuno'
look nessuno --feedback nessuno --sample 5 --only validity,feedback
variant inattivo 'feedback:' '  modo: chiarezza'
look inattivo --sample 5 --only validity,axe,feedback
variant registrati 'feedback:' '  modo: chiarezza' '  accesso: registrati' \
  '  accedi: https://bilancio.example.it/entra'
look registrati --feedback registrati --sample 5 --only validity,feedback
exit "$failed"
