#!/usr/bin/env bash
# Tries out the image, and the Debian package where there is one, as on a machine without Java:
# no variable of this shell, no java on the PATH, no display. Ends with 1 at the first thing that is wrong.
#
#   packaging/check-image.sh IMAGE [FOLDER OF THE PACKAGE]
set -euo pipefail
exec </dev/null

[[ $# -ge 1 && -d $1 ]] || { echo "usage: check-image.sh IMAGE [INSTALLERS]" >&2; exit 2; }
image=$(cd "$1" && pwd -P)
installers=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# A PATH with what the script bin/vpp and its checks need, and no java.
mkdir "$work/path"
for tool in sh env readlink cat; do
  ln -s "$(command -v "$tool")" "$work/path/$tool"
done
bare() { (cd "$work" && env -i PATH="$work/path" HOME="$work" "$@"); }
bare sh -c 'command -v java' >/dev/null && fail "the check itself found a java"

# Runs the program and wants an exit code and a word in what it printed.
expect() {
  local code=$1 word=$2 got=0
  shift 2
  echo "+ $*" | cut -c1-160
  bare "$@" >"$work/out" 2>"$work/err" || got=$?
  [[ $got -eq $code ]] || { cat "$work/out" "$work/err" >&2; fail "exit code $got instead of $code: $*"; }
  grep -qF -- "$word" "$work/out" "$work/err" || { cat "$work/out" "$work/err" >&2; fail "no '$word': $*"; }
  # Java speaks in lines that begin with its level where a cache or an option does not fit.
  ! grep -qE '^\[[0-9.]+s\]\[|^(Java HotSpot|OpenJDK).* warning' "$work/err" "$work/out" \
    || { cat "$work/err" >&2; fail "the virtual machine complained: $*"; }
}

check_image() {
  local root=$1 vpp=$1/bin/vpp window=$1/bin/vpp-workbench java=$1/lib/runtime/bin/java app=$1/lib/app file
  local name
  name=$(basename "$root")
  local sample=(--sample la-2023-08 --from 2023-08-16 --days 1)

  for file in LICENSE NOTICE THIRD-PARTY-NOTICES.md licences/THIRD-PARTY.txt licences/LGPL-2.1.txt vpp.aot; do
    [[ -s $app/$file ]] || fail "$file is missing in $app"
  done
  [[ -s $root/lib/runtime/legal/java.base/LICENSE ]] || fail "the licence of the runtime is missing"
  [[ -s $root/lib/vpp-workbench.png ]] || fail "the icon is missing"

  expect 0 "VPP Workbench" "$vpp" --version
  expect 0 "VPP Workbench" "$window" --version
  expect 2 "Missing required option" "$vpp" run
  # The cache is taken, by both launchers: with AOTMode=on Java refuses to start without it.
  expect 0 "VPP Workbench" env VPP_JAVA_OPTS=-XX:AOTMode=on "$vpp" --version
  expect 0 "VPP Workbench" env JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$window" --version
  expect 0 "15" "$vpp" describe "We have a 15 kWh battery and a 5 kW solar roof."
  expect 0 "welfare" "$vpp" run "${sample[@]}" --mechanism rule --seed 1 --out "$work/$name day"
  for file in manifest.json events.jsonl dispatch.csv metrics.json; do
    [[ -s "$work/$name day/$file" ]] || fail "$file is missing in the bundle"
  done
  [[ -n $(find "$work/$name day/figures" -name '*.png' -size +0) ]] || fail "the bundle has no figures"
  expect 0 "0 errors" "$vpp" validate --bundle "$work/$name day"
  rm -rf "${work:?}/$name day"
  # Language gateway, its client, tapes, and the stand-in server over real HTTP.
  expect 0 "" "$vpp" bench negotiation --homes 5 --calls 2 --repeats 1 --days 1
  # Without a display and without arguments: the sample day.
  expect 0 "No display was found" "$window"
  rm -rf "$work/runs"
  # The window itself, on the screen that JavaFX draws in memory.
  local jars
  jars=$(sed -n "s#^app.classpath=\$APPDIR#$app#p" "$app/vpp-workbench.cfg" | paste -sd:)
  expect 0 "" "$java" -Dglass.platform=Headless -Dprism.order=sw --enable-native-access=ALL-UNNAMED \
    -XX:AOTCache="$app/vpp.aot" -Xlog:aot=off -classpath "$jars" org.vppworkbench.app.StartTraining
}

# A cache that does not fit must neither stop the program nor make it speak.
check_misfit() {
  cp -a "$image" "$work/changed"
  touch "$work"/changed/lib/app/gson-*.jar
  expect 0 "VPP Workbench" "$work/changed/bin/vpp" --version
  expect 0 "VPP Workbench" "$work/changed/bin/vpp-workbench" --version
  expect 1 "" env VPP_JAVA_OPTS=-XX:AOTMode=on "$work/changed/bin/vpp" --version
  rm "$work/changed/lib/app/vpp.aot"
  expect 0 "VPP Workbench" "$work/changed/bin/vpp" --version
  rm -rf "$work/changed"
}

check_deb() {
  local deb=$1 root=$work/deb line
  dpkg-deb --extract "$deb" "$root"
  dpkg-deb --info "$deb" | grep -qE '^ Package: vpp-workbench$' || fail "the package has another name"
  for line in libgtk-3-0 libxtst6; do
    dpkg-deb --field "$deb" Depends | grep -q "$line" || fail "the package does not depend on $line"
  done
  line=$(find "$root" -type f -name '*.desktop' | head -n 1)
  [[ -n $line ]] || fail "the package has no desktop file"
  grep -q '^Exec=/opt/vpp-workbench/bin/vpp-workbench' "$line" || { cat "$line" >&2; fail "the desktop file starts something else"; }
  cmp "$root$(sed -n 's/^Icon=//p' "$line")" "$image/lib/vpp-workbench.png" || fail "the package has another icon"
  echo "== $(basename "$deb")"
  check_image "$root/opt/vpp-workbench"
}

echo "== $image"
check_image "$image"
check_misfit
deb=$([[ -n $installers && -d $installers ]] && find "$installers" -name '*.deb' | head -n 1 || true)
if [[ -n $deb ]] && command -v dpkg-deb >/dev/null; then
  check_deb "$deb"
else
  echo "no Debian package to look at"
fi
echo "The image is sound."
