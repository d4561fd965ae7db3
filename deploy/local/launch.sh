# What up and down share: finding a JDK, building what is missing or stale, running the launcher.

checkout="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
wanted=25
services=(event-ingest-service profile-service recommendation-service churn-service campaign-service)
modules=("${services[@]}" deploy/local deploy/replay)
profiles=""  # of Maven, where a module is not in the default build

java_version() { # major version of the JDK at $1, 0 if there is none
  local release="$1/release" version
  [ -x "$1/bin/javac" ] && [ -f "$release" ] || { echo 0; return; }
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
  echo "${version:-0}"
}

find_java() {
  local home on_path=""
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)" 2>/dev/null || command -v javac)")")
  fi
  for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$on_path" /usr/lib/jvm/* \
      "$(/usr/libexec/java_home -v $wanted+ 2>/dev/null || true)" /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && [ "$(java_version "$home")" -ge $wanted ]; then
      export JAVA_HOME="$home"
      return
    fi
  done
  cat >&2 <<MESSAGE
Perennial needs a JDK $wanted or newer, and none was found (JAVA_HOME, JAVA25_HOME, PATH, /usr/lib/jvm, java_home, ~/.sdkman, ~/.jdks).
Install one, for example Eclipse Temurin from https://adoptium.net (Debian: temurin-25-jdk, macOS: brew install --cask temurin@25),
or point JAVA25_HOME to it.
MESSAGE
  exit 1
}

jar_of() { # the built jar of module $1
  ls "$checkout/$1"/target/*"$(basename "$1")"-[0-9]*.jar 2>/dev/null | grep -Ev -- '-(tests|sources)\.jar$' | head -1
}

stale() { # says which module has no jar, or one older than its sources
  # A reproducible jar bears an old date (mtime); when it was made says its inode (ctime).
  local module jar
  for module in "${modules[@]}"; do
    jar=$(jar_of "$module")
    if [ -z "$jar" ] || [ -n "$(find "$checkout/pom.xml" "$checkout/deploy/pom.xml" "$checkout/common-lib/pom.xml" \
        "$checkout/common-lib/src/main" "$checkout/$module/pom.xml" "$checkout/$module/src/main" \
        -newermc "$jar" -print -quit 2>/dev/null)" ]; then
      echo "$module"
    fi
  done
}

build_if_stale() {
  local stale log list building shown="" since=$SECONDS
  stale=$(stale)
  [ -n "$stale" ] || return 0
  command -v mvn >/dev/null 2>&1 || { echo "Building Perennial needs Maven 3.8 or newer (mvn) on the PATH." >&2; exit 1; }
  log="$checkout/deploy/local/target/build.log"
  mkdir -p "$(dirname "$log")"
  list=$(echo $stale | tr ' ' ',')
  echo "Building ${list//,/, } (a first build downloads its libraries and takes some minutes); log: ${log#"$PWD"/}"
  (cd "$checkout" && exec mvn -B $profiles package -DskipTests -Dspotless.check.skip=true -pl "$list" -am) >"$log" 2>&1 &
  local maven=$!
  trap 'kill $maven 2>/dev/null; exit 130' INT TERM
  while kill -0 $maven 2>/dev/null; do
    sleep 0.5
    building=$(sed -n 's/^\[INFO\] Building \([^ ]*\) .*\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' "$log" | tail -1)
    if [ -t 1 ]; then
      printf '\r\033[K  … %s %ds' "${building:-preparing}" $((SECONDS - since))
    elif [ "$building" != "$shown" ]; then
      printf '  %s (%ds)\n' "$building" $((SECONDS - since))
      shown=$building
    fi
  done
  trap - INT TERM
  [ ! -t 1 ] || printf '\r\033[K'
  if ! wait $maven; then
    { echo "The build failed:"; grep -E '^\[ERROR\]' "$log" | head -20; echo "All of its log: $log"; } >&2
    exit 1
  fi
  # Maven may have found nothing worth packing again.
  for module in $stale; do touch -c "$(jar_of "$module")"; done
  echo "  built in $((SECONDS - since)) s"
}

launch() { # runs class $1 with the other arguments, in place of this shell
  local main=$1 terminal=false
  shift
  [ ! -t 1 ] || terminal=true
  exec "$JAVA_HOME/bin/java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dperennial.terminal=$terminal \
    "-Dperennial.checkout=$checkout" \
    --enable-native-access=ALL-UNNAMED -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
    -cp "$(jar_of deploy/local):$(cat "$checkout/deploy/local/target/classpath")" "$main" "$@"
}
