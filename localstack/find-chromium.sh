#!/bin/sh
# Prints the paths of a Chromium and of the driver that belongs to it, one a line, or says what to do (exit 2).
# With --install it gets them from Debian's packages first, when they are missing and this user may install.
packages="chromium chromium-driver fonts-noto-cjk"

first() {
  for name in "$@"; do
    if command -v "$name" 2> /dev/null; then
      return 0
    fi
  done
  return 1
}
browser() {
  first "${AISLE_CHROMIUM:-/usr/bin/chromium}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
}
driver() {
  first "${AISLE_CHROMEDRIVER:-/usr/bin/chromedriver}" chromedriver
}
complete() {
  browser > /dev/null && driver > /dev/null
}
install() {
  as_root=
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2> /dev/null || return 1
    as_root="sudo -n"
  fi
  command -v apt-get > /dev/null 2>&1 || return 1
  # Of two callers at once the second waits, and finds the work done.
  exec 9> "${TMPDIR:-/tmp}/aisle-chromium.lock"
  flock 9
  if complete; then
    return 0
  fi
  echo "installing $packages" >&2
  export DEBIAN_FRONTEND=noninteractive
  # The package lists may be old or absent.
  $as_root apt-get -q -o DPkg::Lock::Timeout=300 update 1>&2 &&
    $as_root apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install $packages 1>&2
}

if ! complete && [ "${1:-}" = --install ]; then
  install
fi
if ! complete; then
  echo "aisle: the console's tests need Chromium and its driver. Install them (Debian: apt-get install $packages)," \
    "or set AISLE_CHROMIUM and AISLE_CHROMEDRIVER to the two programs." >&2
  exit 2
fi
browser
driver
