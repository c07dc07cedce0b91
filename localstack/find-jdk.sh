#!/bin/sh
# Prints the home of a JDK 25, or one line that says what to do (exit 2). For ./aisle and functions/Makefile.
is_25() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"25[".+-]'
}

on_path=
if command -v javac > /dev/null 2>&1; then
  # Two levels above the program that the links lead to.
  on_path=$(cd "$(dirname "$(readlink -f "$(command -v javac)" 2> /dev/null || command -v javac)")/.." && pwd -P)
fi
mac=
if [ -x /usr/libexec/java_home ]; then
  mac=$(/usr/libexec/java_home -v 25 2> /dev/null)
fi

for home in "${JAVA_HOME:-}" "$on_path" "$mac" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$home" ] && is_25 "$home"; then
    echo "$home"
    exit 0
  fi
done
echo "aisle: JDK 25 is missing. Install one (for example Temurin 25) and set JAVA_HOME to its folder." >&2
exit 2
