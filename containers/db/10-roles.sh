#!/bin/sh
# Makes the two roles of the program, once, when the database is made. The schema is the program's own affair.
#
# fitness_user owns the database and with it the schema, and may make databases to compare backups in; fitness_app serves
# requests and owns nothing. The superuser signs in from inside this container only.
set -eu

sed -i '1i host all postgres all reject' "$PGDATA/pg_hba.conf"

psql -X -q -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\set owner_password `cat /run/secrets/database_migration_password`
\set application_password `cat /run/secrets/database_password`
create role fitness_user login createdb password :'owner_password';
create role fitness_app login password :'application_password';
alter database fitness_db owner to fitness_user;
revoke all on database fitness_db from public;
grant connect on database fitness_db to fitness_app;
SQL
