# What a client meets.
# shellcheck shell=bash

start_() {
    start
    healthy db 1 && healthy web 1 && healthy nginx 1 || fail "not all are healthy: $(docker compose ps)"
}

# The administrator, with the code that only the log shows.
setting_up() {
    local code
    code=$(docker compose logs web --no-log-prefix --no-color | grep -oE 'setup code: [A-Za-z0-9_-]+' | head -1 | cut -d' ' -f3)
    [ -n "$code" ] || fail 'no setup code in the log'
    has 'a wrong code' '"status":422' \
        "$(api POST auth/setup '{"code":"wrong","name":"anna","password":"correct horse battery"}')"
    has 'the administrator' '^201$' "$(web -o "$work/out" -w '%{http_code}' -c "$work/cookies" -H "Origin: $site" \
        -H 'Content-Type: application/json' \
        --data "{\"code\":\"$code\",\"name\":\"anna\",\"password\":\"correct horse battery\"}" "$site/api/v1/auth/setup")"
    has 'her profile' '"locale"' "$(api GET profile)"
}

redirect() {
    equal 'plain HTTP' "308 https://127.0.0.1:$HTTPS_PORT/measurements/?a=b" \
        "$(web -o /dev/null -w '%{http_code} %{redirect_url}' "$plain/measurements/?a=b")"
    equal 'health by plain HTTP' 200 "$(status_of "$plain/health")"
    equal 'an unknown proof of ACME' 404 "$(status_of "$plain/.well-known/acme-challenge/none")"
}

headers() {
    local seen
    seen=$(web -D - -o /dev/null "$site/" | tr -d '\r')
    for line in \
        "content-security-policy: default-src 'none'; script-src 'self';.*require-trusted-types-for 'script'" \
        'strict-transport-security: max-age=[0-9]{8}' \
        'x-content-type-options: nosniff' 'x-frame-options: DENY' 'x-xss-protection: 0' \
        'referrer-policy: strict-origin-when-cross-origin' 'cross-origin-opener-policy: same-origin' \
        'cross-origin-resource-policy: same-origin' 'permissions-policy: ' 'server: nginx$' 'x-request-id: [0-9a-f]{32}'; do
        equal "one header $line" 1 "$(grep -ciE "^$line" <<< "$seen")"
    done
    local script
    script=$(web "$site/" | grep -oE '/static/[^"]+\.js' | head -1)
    seen=$(web -D - -o /dev/null -H 'Accept-Encoding: gzip' "$site$script" | tr -d '\r')
    has 'static files' '^cache-control: .*immutable' "$seen"
    has 'compressed beforehand' '^content-encoding: gzip' "$seen"
    equal 'HTTP/2' 2 "$(web -o /dev/null -w '%{http_version}' "$site/")"
    equal 'metrics are not for clients' 404 "$(status_of -H 'Authorization: Bearer x' "$site/metrics")"
}

# At the promised rates, to the exact count: what the burst allows and one more pass at once.
limits() {
    # So slow a rate that none comes free while the requests are being sent, however long that takes.
    AUTH_BURST=10 API_BURST=20 API_RATE=1r/m start nginx
    equal 'attempts to sign in' 11 "$(at_once 40 -H "Origin: $site" -H 'Content-Type: application/json' \
        --data '{}' "$site/api/v1/auth/sign-in")"
    has 'the refusal' '"status":429' "$(api POST auth/sign-in '{}')"
    has 'when to come back' '^retry-after: [0-9]+' "$(web -D - -o /dev/null -X POST "$site/api/v1/auth/sign-in" | tr -d '\r')"
    equal 'reading the page is no attempt' 200 "$(status_of "$site/sign-in/")"
    equal 'requests of one client' 21 "$(at_once 60 -H 'Authorization: Bearer of-one-client' "$site/api/v1/profile")"
    start nginx
}

# at_once N CURL-ARGUMENTS…: how many of N requests, sent at the same time, are not refused.
at_once() {
    local n=$1
    shift
    # shellcheck disable=SC2046
    web --parallel --parallel-immediate --parallel-max 100 -w '%{http_code}\n' $(printf -- '-o /dev/null %.0s' $(seq "$n")) \
        "${@:1:$#-1}" $(for _ in $(seq "$n"); do echo "${*: -1}"; done) | grep -cv 429
}

body_limit() {
    head -c 11000000 /dev/zero > "$work/large"
    local answer
    answer=$(web -b "$work/cookies" -H "Origin: $site" -H 'Content-Type: application/json' --data-binary "@$work/large" \
        "$site/api/v1/check-ins")
    has 'a body over the limit' '"status":413' "$answer"
}

# Through TLS, with the pages as Nginx and the program serve them: no console error, no violation, no axe finding.
browser_journey() {
    local said
    said=$(${ON_HOST:-} ./mvnw -B -q -o test-compile exec:exec@journey -Djourney.site="$site/" -Djourney.name=anna \
        -Djourney.password='correct horse battery' 2>&1) || true
    has 'the journey' 'The journey is complete' "$said"
}
