#!/usr/bin/env bash
# At the first start of an empty data volume: a role and a schema for each service, none of which sees another's.
set -euo pipefail

run() { psql -v ON_ERROR_STOP=1 --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }

password_of() { # the value of variable $1, which only the demo may leave at its default
  local password="${!1:?is not set}"
  if [ "${PERENNIAL_PROFILE:-}" != local ] && [[ $password == demo-* ]]; then
    echo "$1 is the demo's. Outside the profile local, set one of your own (deploy/docker/README.md)" >&2
    return 1
  fi
  printf '%s' "$password"
}

password_of POSTGRES_PASSWORD >/dev/null
for role in ingest profile recommendation churn campaign; do
  password=$(password_of "${role^^}_DATABASE_PASSWORD")
  run -v role="$role" -v password="$password" <<'SQL'
create role :"role" login password :'password';
alter role :"role" set search_path = :"role";
create schema :"role" authorization :"role";
SQL
done

run -v database="$POSTGRES_DB" <<'SQL'
revoke all on schema public from public;
revoke all on database :"database" from public;
grant connect on database :"database" to ingest, profile, recommendation, churn, campaign;
SQL
