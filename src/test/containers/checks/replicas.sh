# Several replicas, and what happens to them while people work.
# shellcheck shell=bash

sessions_everywhere() {
    start --scale web=3 --no-recreate
    local address
    for id in $(docker compose ps -q web); do
        address=$(docker inspect -f '{{range $n, $c := .NetworkSettings.Networks}}{{if eq $n "primary-assistant-test_frontend"}}{{$c.IPAddress}}{{end}}{{end}}' "$id")
        equal "her session at $address" 200 "$(docker compose exec -T nginx curl -s -o /dev/null -w '%{http_code}' \
            -H "Cookie: $(awk '/__Host-session/ { print $6 "=" $7 }' "$work/cookies")" "http://$address:8000/api/v1/profile")"
    done
    equal 'changesets that ran twice' 0 "$(sql 'select count(*) - count(distinct (id, author, filename)) from databasechangelog')"
}

replica_killed() {
    begin_load
    docker kill "$(docker compose ps -q web | head -1)" > /dev/null
    end_load
    equal 'answers other than 200 and 201' '' "$(sort -u "$work/statuses" | grep -vx '200\|201' || true)"
    nothing_lost
    start --scale web=3 --no-recreate
}

database_restarted() {
    begin_load
    docker compose restart -t 20 db
    until_true 60 healthy db 1
    until_true 60 eval "tail -5 $work/statuses | grep -q 201"
    end_load
    equal 'answers other than 200, 201 and 503' '' "$(sort -u "$work/statuses" | grep -vx '200\|201\|503' || true)"
    nothing_lost
    until_true 60 healthy web 3
}

rolling_restart() {
    begin_load
    for id in $(docker compose ps -q web); do
        docker restart -t 30 "$id" > /dev/null
        until_true 120 healthy web 3
    done
    end_load
    equal 'answers other than 200 and 201' '' "$(sort -u "$work/statuses" | grep -vx '200\|201' || true)"
    nothing_lost
    start --scale web=1 --no-recreate
}

certificate_renewed() {
    local before
    before=$(fingerprint)
    begin_load
    docker compose run --rm -T --no-deps --entrypoint sh setup -c 'assistant setup /tmp/renewed --host health.example > /dev/null &&
        cd /tmp/renewed/certificates && for file in key.pem certificate.pem; do
            cp "$file" "/setup/certificates/$file.new" && mv -f "/setup/certificates/$file.new" "/setup/certificates/$file"; done'
    until_true 30 eval "[ \"\$(fingerprint)\" != \"$before\" ]"
    end_load
    equal 'answers other than 200 and 201' '' "$(sort -u "$work/statuses" | grep -vx '200\|201' || true)"
}

fingerprint() {
    ${ON_HOST:-} openssl s_client -connect "127.0.0.1:$HTTPS_PORT" < /dev/null 2> /dev/null | openssl x509 -noout -fingerprint
}
