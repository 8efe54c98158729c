#!/bin/sh
# Runs once, on an empty volume: the database with its owner, and the role that web and worker use.
set -eu
psql --username="$POSTGRES_USER" --set=ON_ERROR_STOP=1 \
    --set=eigenaar="$ZORGAPP_EIGENAAR_WACHTWOORD" --set=app="$ZORGAPP_APP_WACHTWOORD" <<'SQL'
CREATE ROLE zorgapp_eigenaar LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS PASSWORD :'eigenaar';
CREATE ROLE zorgapp_app LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS PASSWORD :'app';
CREATE DATABASE zorgapp OWNER zorgapp_eigenaar;
REVOKE CONNECT ON DATABASE zorgapp FROM PUBLIC;
GRANT CONNECT ON DATABASE zorgapp TO zorgapp_app;
SQL
