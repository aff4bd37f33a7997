#!/bin/sh
# Fills the environment into the sample configuration and becomes Janus. Secrets go into a file that only
# this user can read, not into arguments that everyone can.
set -eu
: "${JANUS_API_SECRET:?}" "${JANUS_ADMIN_KEY:?}" "${MEDIA_ADDRESS:?}"
samples=$(dirname "$0")
library=$(dirname "$(dirname "$(find /usr/lib -name libjanus_videoroom.so | head -n 1)")")
umask 077
folder=$(mktemp -d)
nat=${PUBLIC_MEDIA_ADDRESS:+nat_1_1_mapping = \"$PUBLIC_MEDIA_ADDRESS\"}
for file in "$samples"/*.jcfg; do
  sed -e "s|@FOLDER@|$folder|; s|@LIBRARY@|$library|; s|@CORES@|$(nproc)|; s|@NAT_1_1@|$nat|" \
      -e "s|@JANUS_API_SECRET@|$JANUS_API_SECRET|; s|@JANUS_ADMIN_KEY@|$JANUS_ADMIN_KEY|" \
      -e "s|@MEDIA_ADDRESS@|$MEDIA_ADDRESS|; s|@JANUS_PORT@|${JANUS_PORT:-8188}|" "$file" > "$folder/$(basename "$file")"
done
# What it records the product reads, as another user.
umask 022
exec janus -F "$folder" -C "$folder/janus.jcfg" --disable-colors
