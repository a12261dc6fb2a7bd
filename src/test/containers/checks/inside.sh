# What an operator, or an intruder, finds inside.
# shellcheck shell=bash

# Made once; a second run finds nothing to do.
secrets() {
    local before after said
    before=$(docker compose exec -T web sh -c 'cksum /run/secrets/*')
    said=$(docker compose run --rm -T --no-deps setup setup /setup)
    after=$(docker compose exec -T web sh -c 'cksum /run/secrets/*')
    equal 'secrets after a second setup' "$before" "$after"
    equal 'what the second setup says' '' "$said"
    equal 'secrets in the environment' 0 "$(docker compose exec -T web env | grep -ci 'password=\|key=\|token=' || true)"
}

isolation() {
    docker compose exec -T web bash -c 'exec 3<>/dev/tcp/db/5432' || fail 'web does not reach the database'
    ! docker compose exec -T nginx curl -s -m 5 telnet://db:5432 < /dev/null || fail 'nginx reaches the database'
    local address
    address=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$(docker compose ps -q db)")
    ! docker compose exec -T nginx curl -s -m 5 "telnet://$address:5432" < /dev/null || fail 'nginx reaches the database by its address'
    equal 'published ports of the database' '' "$(docker inspect -f '{{range $p, $b := .NetworkSettings.Ports}}{{$b}}{{end}}' "$(docker compose ps -q db)" | tr -d '[]')"
    equal 'published ports of web' '' "$(docker inspect -f '{{range $p, $b := .NetworkSettings.Ports}}{{$b}}{{end}}' "$(docker compose ps -q web)" | tr -d '[]')"
    ! docker compose exec -T db bash -c 'exec 3<>/dev/tcp/1.1.1.1/53' 2> /dev/null || fail 'the database reaches the world'
    has 'the superuser by TCP' 'reject|no pg_hba' \
        "$(docker compose exec -T -e PGPASSWORD=x db psql -h "$address" -U postgres -d fitness_db -c 'select 1' 2>&1 || true)"
}

hardened() {
    local id service
    for service in db web nginx; do
        id=$(docker compose ps -q "$service" | head -1)
        equal "$service: read-only root" true "$(docker inspect -f '{{.HostConfig.ReadonlyRootfs}}' "$id")"
        equal "$service: capabilities dropped" '[ALL]' "$(docker inspect -f '{{.HostConfig.CapDrop}}' "$id")"
        has "$service: its processes" '^[0-9]' "$(users "$id")"
        equal "$service: processes of root" '' "$(users "$id" | grep -x 0 || true)"
        ! docker compose exec -T "$service" sh -c 'echo > /intruder' 2> /dev/null || fail "$service: the root can be written"
    done
    equal 'user of web' 1000 "$(docker compose exec -T web id -u)"
    for service in web nginx; do
        equal "$service: capabilities" 0000000000000000 \
            "$(docker compose exec -T "$service" sh -c "sed -n 's/^CapEff:[[:space:]]*//p' /proc/1/status")"
        has "$service: no new privileges" '1$' "$(docker compose exec -T "$service" sh -c 'grep NoNewPrivs /proc/1/status')"
    done
}

# The images have what runs, and nothing it was made with.
nothing_left_over() {
    local tools='for tool in javac jshell jlink mvn git gcc make; do command -v $tool; done; true'
    equal 'tools in web' '' "$(docker compose exec -T web sh -c "$tools")"
    equal 'tools in nginx' '' "$(docker compose exec -T nginx sh -c "$tools; command -v java || true")"
    equal 'sources in web' '' "$(docker compose exec -T web find /opt /usr/local '(' -name '*.java' -o -name '*.class' -path '*test*' ')')"
}

# What `docker build` is sent: nothing that is secret, made or large.
small_context() {
    local context=$work/context listed container
    mkdir "$context"
    git ls-files -z | xargs -0 cp --parents -t "$context"
    mkdir -p "$context"/{.git,target,.local}
    touch "$context"/{.git/HEAD,target/made,.local/data,.env,env/web.env}
    printf 'FROM scratch\nCOPY . /\n' > "$work/all"
    docker build -q -t primary-assistant-context -f "$work/all" "$context" > /dev/null
    container=$(docker create primary-assistant-context none)
    listed=$(docker export "$container" | tar -t)
    docker rm "$container" > /dev/null
    docker image rm primary-assistant-context > /dev/null
    has 'the context' '^src/main/java/' "$listed"
    equal 'secrets and builds in the context' '' "$(grep -E '^(\.git/.|target/.|\.local/.|\.env$|env/[a-z]+\.env$)' <<< "$listed" || true)"
}

# users CONTAINER: whose its processes are.
users() {
    docker top "$1" -o pid,uid | awk 'NR > 1 { print $2 }'
}

# One JSON object a line, and the same id in Nginx's line and in the answer.
logs() {
    local id odd
    id=$(web -D - -o /dev/null -b "$work/cookies" "$site/api/v1/profile?secret=value" | tr -d '\r' | sed -n 's/^x-request-id: //p')
    until_true eval "docker compose logs nginx --no-log-prefix --no-color | grep -q '\"id\":\"$id\"'"
    docker compose logs nginx web --no-log-prefix --no-color > "$work/logs" 2>&1
    equal 'query strings in the log' 0 "$(grep -c 'secret=value' "$work/logs" || true)"
    odd=$(docker logs "$(docker compose ps -q web)" 2>&1 | grep -v '^{.*}$' || true)
    equal 'lines of web that are not JSON' '' "$odd"
}

# Each says in one line what to do, and ends.
bad_settings() {
    local said
    said=$(refused -e DATABASE_PASSWORD_FILE= -e DATABASE_PASSWORD=change-me)
    has 'a placeholder' '^78 DATABASE_PASSWORD still has the placeholder' "$said"
    said=$(refused -e DATABASE_PASSWORD_FILE=)
    has 'a missing secret' '^78 DATABASE_PASSWORD is not set' "$said"
    said=$(refused -e DATABASE_PASSWORD_FILE=/run/secrets/none)
    has 'a missing file' '^78 DATABASE_PASSWORD_FILE points to /run/secrets/none, which does not exist' "$said"
    said=$(refused -e DATABASE_PASSWORD_FILE= -e DATABASE_PASSWORD=not-the-one-that-is-known)
    has 'a wrong password' '^78 DATABASE_PASSWORD is rejected by PostgreSQL' "$said"
    said=$(docker compose run --rm -T --no-deps -e TLS_CERTIFICATE=/none.pem nginx 2>&1 >/dev/null | tail -1 || true)
    has 'a missing certificate' '/none.pem is not there' "$said"
}

# The exit status and the last line of a start with these settings.
refused() {
    local said status=0
    said=$(timeout 600 docker compose run --rm -T --no-deps "$@" web 2>&1) || status=$?
    echo "$status $(tail -1 <<< "$said")"
}

down_keeps_data() {
    local before
    before=$(sql 'select count(*) from observation')
    docker compose down -t 20
    has 'the volumes' 'postgres_data' "$(docker volume ls -q)"
    start
    equal 'observations after down and up' "$before" "$(sql 'select count(*) from observation')"
    equal 'a session from before' 200 "$(status_of -b "$work/cookies" "$site/api/v1/profile")"
}
