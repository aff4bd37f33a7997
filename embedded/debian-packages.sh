#!/bin/sh
# Installs Debian packages without letting the services start that they bring along: Debian's janus would
# open its whole API, as root, on every interface; its postfix would be this machine's mail server. Nothing is
# removed for them: who has another mail server keeps it.
#   sh debian-packages.sh <package>…      (as root)
# FOYER_ROOT puts another root before the paths, for the test of this script.
set -eu
policy="${FOYER_ROOT:-}/usr/sbin/policy-rc.d"
kept="$policy.before-foyer"

if command -v flock > /dev/null && [ -z "${FOYER_ROOT:-}" ]; then exec 9> /run/foyer-packages.lock && flock 9; fi

restore() {
  if [ -e "$kept" ] || [ -L "$kept" ]; then mv -f "$kept" "$policy"; else rm -f "$policy"; fi
}
trap restore EXIT
trap 'exit 130' INT TERM HUP

# An earlier run that was killed may have left ours in place, and the machine's own beside it.
if [ -e "$policy" ] && ! grep -q 'Foyer is installing' "$policy"; then mv -f "$policy" "$kept"; fi
mkdir -p "$(dirname "$policy")"
printf '#!/bin/sh\n# Foyer is installing packages: no service starts meanwhile.\nexit 101\n' > "$policy"
chmod 755 "$policy"

# Those of them that bring a service of the same name.
services() { for package in "$@"; do case "$package" in janus | postfix) echo "$package" ;; esac; done; }

for service in $(services "$@"); do
  # Masked before it exists, it can be started neither now nor at the next boot.
  if command -v systemctl > /dev/null; then systemctl mask "$service.service" || [ ! -d /run/systemd/system ]; fi
done

export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y --no-install-recommends --no-remove -o DPkg::Lock::Timeout=120 "$@"; }
if ! install "$@"; then
  apt-get update -o DPkg::Lock::Timeout=120
  install "$@"
fi

for service in $(services "$@"); do
  # Where no systemd runs, the mask is not asked at the next boot; its old-style script is switched off too.
  if command -v update-rc.d > /dev/null; then update-rc.d "$service" disable || true; fi
done
