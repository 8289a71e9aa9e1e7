#!/usr/bin/env bash
# Measures how long the packaged program takes to start, with its cache and without, in turns: medians, quartiles and
# the ratio of the medians. Without means with the archive of the JDK's own classes alone, as every JDK has it.
#
#   packaging/measure-start.sh IMAGE [RUNS, 10 unless told]
set -euo pipefail
export LC_ALL=C

app=$(cd "$1" && pwd -P)/lib/app
java=$app/../runtime/bin/java
runs=${2:-10}
jars=$(sed -n "s#^app.classpath=\$APPDIR#$app#p" "$app/vpp-workbench.cfg" | paste -sd:)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Milliseconds of one start; the cache, or nothing, and the rest of the command line.
start() {
  local cache=$1 before after
  shift
  before=$(date +%s%N)
  "$java" ${cache:+"$cache"} --enable-native-access=ALL-UNNAMED -classpath "$jars" "$@" >/dev/null 2>&1 </dev/null
  after=$(date +%s%N)
  echo $(((after - before) / 1000000))
}

quantile() { sort -n "$1" | awk -v q="$2" '{v[NR]=$1} END {p=1+(NR-1)*q; l=int(p); h=l<NR?l+1:l; print v[l]+(p-l)*(v[h]-v[l])}'; }

measure() {
  local name=$1 i
  shift
  : >"$work/with"; : >"$work/without"
  start "" "$@" >/dev/null; start "-XX:AOTCache=$app/vpp.aot" "$@" >/dev/null # files into memory
  for ((i = 0; i < runs; i++)); do
    start "" "$@" >>"$work/without"
    start "-XX:AOTCache=$app/vpp.aot" "$@" >>"$work/with"
  done
  local a b
  a=$(quantile "$work/without" 0.5)
  b=$(quantile "$work/with" 0.5)
  printf '%-28s without %6.0f ms (%.0f to %.0f)   with %6.0f ms (%.0f to %.0f)   ratio %.2f\n' "$name" \
    "$a" "$(quantile "$work/without" 0.25)" "$(quantile "$work/without" 0.75)" \
    "$b" "$(quantile "$work/with" 0.25)" "$(quantile "$work/with" 0.75)" \
    "$(awk -v a="$a" -v b="$b" 'BEGIN {print b/a}')"
}

echo "$runs runs each, in turns; medians and quartiles; load $(cut -d' ' -f1 /proc/loadavg)"
measure "vpp --version" org.vppworkbench.app.Launcher --version
measure "vpp describe" org.vppworkbench.app.Launcher describe "A 10 kWh battery and a 5 kW solar roof."
measure "window to its first frame" -Dglass.platform=Headless -Dprism.order=sw org.vppworkbench.app.StartTraining
