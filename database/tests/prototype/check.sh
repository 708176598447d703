#!/bin/sh
# Loads every variant into a scratch cluster, as a superuser and as an owner who is none, side by side with many others,
# and compares the rows and the hazards with expected.tsv. With --write it writes that file anew.
# PostgreSQL refuses to run as root, so root hands the cluster to the user postgres.
set -eu
cd "$(dirname "$0")"
bin=${PG_BIN:-$(pg_config --bindir 2>/dev/null || true)}
[ -x "$bin/initdb" ] || bin=/usr/lib/postgresql/15/bin
scratch=$(mktemp -d /tmp/rapport-prototype.XXXXXX)
port=${PG_PORT:-54931}
as_server() {
  if [ "$(id -u)" = 0 ]; then su postgres -c "$1"; else sh -c "$1"; fi
}
if [ "$(id -u)" = 0 ]; then chown postgres "$scratch"; fi
trap 'as_server "$bin/pg_ctl -D $scratch/data -m immediate stop" >/dev/null 2>&1 || true; rm -rf "$scratch"' EXIT
as_server "$bin/initdb -D $scratch/data -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null"
as_server "$bin/pg_ctl -D $scratch/data -w -l $scratch/log -o \"-p $port -k $scratch -c listen_addresses='' -c fsync=off -c max_connections=200\" start >/dev/null"
export PGHOST="$scratch" PGPORT="$port" PGOPTIONS="-c client_min_messages=warning -c TimeZone=UTC"
psql -X -q -U postgres -d postgres -v ON_ERROR_STOP=1 -c 'create role owner_fict login createrole'

load() { # variant, user
  set -e
  database="$1_$2"
  psql -X -q -U postgres -d postgres -v ON_ERROR_STOP=1 -c "create database $database owner $2"
  for file in $(awk -F '\t' -v name="$1" '$1 == name { print $2 }' variants.tsv); do
    # One file is one transaction, as it is for a client that sends the text in one message.
    psql -X -q -U "$2" -d "$database" -v ON_ERROR_STOP=1 -1 -f "$file.sql" >/dev/null
  done
  psql -X -q -At -F "	" -U "$2" -d "$database" -v ON_ERROR_STOP=1 -f count.sql >"$scratch/$database.count"
  psql -X -q -At -F "	" -P null=- -U "$2" -d "$database" -v ON_ERROR_STOP=1 -f hazards.sql >"$scratch/$database.hazards"
  # A hazard whose columns the stage lacks is not listed.
  awk -F '\t' -v OFS='\t' -v name="$1" '
    FILENAME ~ /hazards$/ { if ($2 != "-") print name, "hazard: " $1, $2; next }
    { print name, $1, $2 }
  ' "$scratch/$database.count" "$scratch/$database.hazards" >"$scratch/$database.out"
  touch "$scratch/$database.ok"
}

# All at once: the first files of all of them race for the cluster's roles.
for name in $(cut -f 1 variants.tsv); do
  for user in postgres owner_fict; do
    load "$name" "$user" &
  done
done
wait

failed=0
for name in $(cut -f 1 variants.tsv); do
  for user in postgres owner_fict; do
    if [ ! -e "$scratch/${name}_$user.ok" ]; then
      echo "$name did not load as $user" >&2
      failed=1
    fi
  done
  cmp -s "$scratch/${name}_postgres.out" "$scratch/${name}_owner_fict.out" || {
    echo "$name differs between the two users" >&2
    failed=1
  }
done
[ "$failed" = 0 ] || exit 1
# One line for each table and hazard, one column for each variant.
for name in $(cut -f 1 variants.tsv); do cat "$scratch/${name}_postgres.out"; done | awk -F '\t' -v OFS='\t' '
  FILENAME == "variants.tsv" { variant[++variants] = $1; next }
  !($2 in seen) { seen[$2] = 1; what[$2 ~ /^hazard/ ? ++hazards : --tables] = $2 }
  { rows[$2, $1] = $3 }
  function line(name, v, text) {
    text = name
    for (v = 1; v <= variants; v++) text = text OFS ((name, variant[v]) in rows ? rows[name, variant[v]] : "-")
    print text
  }
  END {
    text = "what"
    for (v = 1; v <= variants; v++) text = text OFS variant[v]
    print text
    for (n = -1; n >= tables; n--) line(what[n])
    for (n = 1; n <= hazards; n++) line(what[n])
  }
' variants.tsv - >"$scratch/expected.tsv"
if [ "${1:-}" = --write ]; then cp "$scratch/expected.tsv" expected.tsv; fi
diff expected.tsv "$scratch/expected.tsv"
echo "$(wc -l <variants.tsv) variants load as superuser and as owner, with the expected rows"
