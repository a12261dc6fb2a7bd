# The environment for development: the server's console, the debugger, the database, and changes that are live by themselves.
# How many seconds they take depends on the machine, so it is printed and no condition.
# shellcheck shell=bash

development() {
    export COMPOSE_FILE=compose.dev.yaml:src/test/containers/compose.dev.test.yaml DEVELOPED_SOURCE=$work/source
    local site=http://127.0.0.1:8000 begin
    git clone -q . "$DEVELOPED_SOURCE"
    start
    has 'a page' '<h1>Measurements</h1>' "$(web "$site/measurements/")"

    # It is loaded when somebody first asks for it, and says 202 meanwhile.
    until_true eval "[ \"\$(status_of https://127.0.0.1:4848/)\" = 200 ]"
    equal 'the server without a password' 401 "$(status_of https://127.0.0.1:4848/management/domain.json)"
    equal 'the server with it' 200 "$(status_of -u admin:on-this-machine-only https://127.0.0.1:4848/management/domain.json)"
    # shellcheck disable=SC2016
    equal 'the debugger' JDWP-Handshake "$(${ON_HOST:-} bash -c 'exec 3<> /dev/tcp/127.0.0.1/9009; printf JDWP-Handshake >&3; head -c 14 <&3')"
    ${ON_HOST:-} bash -c 'exec 3<> /dev/tcp/127.0.0.1/5432' || fail 'the database is not on port 5432'
    equal 'the schema' 0 "$(docker compose exec -T db psql -X -At -U postgres -d fitness_db -c 'select count(*) from account')"
    for port in 8000 4848 9009 5432; do
        has "port $port is for this machine alone" "^127.0.0.1:$port$" "$(docker compose port "$([ $port = 5432 ] && echo db || echo web)" $port)"
    done

    begin=$SECONDS
    sed -i 's/"Not found"/"Nothing is to be found"/' "$DEVELOPED_SOURCE/src/main/java/app/primaryassistant/platform/problem/ProblemType.java"
    until_true eval "curl_has 'Nothing is to be found' $site/api/v1/nothing"
    echo "  a changed class is live after $((SECONDS - begin)) s"
    begin=$SECONDS
    sed -i 's,<h1>Measurements</h1>,<h1>All that was measured</h1>,' "$DEVELOPED_SOURCE/src/main/webapp/measurements/index.html"
    until_true eval "curl_has 'All that was measured' $site/measurements/"
    echo "  a changed page is live after $((SECONDS - begin)) s"

    has 'the schema by Maven' 'up to date' "$(docker compose exec -T web mvn -B -o liquibase:status 2>&1)"
    has 'one test' 'Tests run: [1-9][0-9]*, Failures: 0, Errors: 0' "$(docker compose exec -T web mvn -B -o test -Dtest=LocalTrendTest 2>&1)"
    has 'tools' 'psql' "$(docker compose exec -T db sh -c 'command -v psql')"

    docker compose down -v --remove-orphans -t 5
    export COMPOSE_FILE=$production
}

# curl_has PATTERN ADDRESS
curl_has() {
    web "$2" | grep -q "$1"
}
