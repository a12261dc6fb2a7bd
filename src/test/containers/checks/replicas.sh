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
    equal 'answers other than 200, 201 and what was kept' '' "$(sort -u "$work/statuses" | grep -vx '200\|201\|kept' || true)"
    nothing_lost
    start --scale web=3 --no-recreate
}

database_restarted() {
    begin_load
    docker compose restart -t 20 db
    until_true healthy db 1
    until_true eval "tail -5 $work/statuses | grep -q 201"
    end_load
    equal 'answers other than 200, 201 and 503' '' "$(sort -u "$work/statuses" | grep -vx '200\|201\|503' || true)"
    nothing_lost
    until_true healthy web 3
}

# The certificate of an authority of the check's own, with a chain, for the names by which the stack is called here.
certificate_renewed() {
    local before
    (
        cd "$work"
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj '/CN=Authority of the check' \
            -addext keyUsage=critical,keyCertSign,cRLSign -keyout authority.key -out authority.pem
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=nginx -keyout key.pem -out request.pem
        printf 'subjectAltName=DNS:nginx,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=critical,CA:false\n' > extensions
        openssl x509 -req -in request.pem -CA authority.pem -CAkey authority.key -days 30 -extfile extensions -out certificate.pem
        cat authority.pem >> certificate.pem
    ) 2> /dev/null
    before=$(fingerprint)
    begin_load
    for file in key.pem certificate.pem; do
        docker compose run --rm -T --no-deps --entrypoint sh setup -c \
            'cd /setup/certificates && cat > "$0.new" && chmod 444 "$0.new" && mv -f "$0.new" "$0"' "$file" < "$work/$file"
    done
    until_true eval "[ \"\$(fingerprint)\" != \"$before\" ]"
    end_load
    equal 'answers other than 200 and 201' '' "$(sort -u "$work/statuses" | grep -vx '200\|201' || true)"
    begin_grading
}

rolling_restart() {
    begin_load
    for id in $(docker compose ps -q web); do
        docker restart -t 30 "$id" > /dev/null
        until_true healthy web 3
    done
    end_load
    equal 'answers other than 200 and 201' '' "$(sort -u "$work/statuses" | grep -vx '200\|201' || true)"
    nothing_lost
    start --scale web=1 --no-recreate
}

# What has ended by itself starts again by itself.
comes_back() {
    local service
    # PostgreSQL heeds its own user alone, and by TERM it would wait until its last client has gone.
    docker compose exec -T -u postgres db sh -c 'kill -INT 1'
    docker compose exec -T web sh -c 'kill -TERM 1'
    docker compose exec -T nginx sh -c 'kill -TERM 1'
    for service in db web nginx; do
        until_true eval "[ \"\$(docker inspect -f '{{.RestartCount}}' \$(docker compose ps -aq $service))\" -ge 1 ]"
        until_true healthy "$service" 1
    done
    equal 'the profile afterwards' 200 "$(status_of -b "$work/cookies" "$site/api/v1/profile")"
}

# With the certificate of that authority, for what is self-signed has no grade. It takes a minute, which other checks may use.
begin_grading() {
    docker run --rm --name "$grader" --network primary-assistant-test_frontend -v "$work/authority.pem:/authority.pem:ro" \
        primary-assistant-testssl --quiet --color 0 --warnings off --add-ca /authority.pem https://nginx:8443 > "$work/grading" 2>&1 &
    grading=$!
}

graded() {
    [ -n "$grading" ] || certificate_renewed
    wait "$grading" || true
    has 'the grade' 'Overall Grade +A' "$(cat "$work/grading")"
    grep -E 'Final Score|Overall Grade' "$work/grading"
}

fingerprint() {
    ${ON_HOST:-} openssl s_client -connect "127.0.0.1:$HTTPS_PORT" < /dev/null 2> /dev/null | openssl x509 -noout -fingerprint
}
