# A backup, and what becomes of it elsewhere.
# shellcheck shell=bash

backups=/var/backups/primary-assistant

# All that the database holds for people, as one line that differs where any row does.
contents() {
    for table in account profile session observation check_in metric; do
        sql "select '$table', count(*), md5(string_agg(t::text, ',' order by t::text)) from $table t"
    done
}

restored_elsewhere() {
    local before key status=0 said
    docker compose exec -T web sh -c 'mkdir -p /var/lib/primary-assistant/uploads && echo a picture > /var/lib/primary-assistant/uploads/picture'
    docker compose exec -T web assistant backup --to "$backups/moving.zip.age"
    docker compose exec -T web assistant verify-backup "$backups/moving.zip.age"
    before=$(contents)
    docker compose exec -T web cat "$backups/moving.zip.age" > "$work/backup"
    key=$(docker compose exec -T web cat /run/secrets/backup_key)

    docker compose down -v -t 10
    start
    equal 'a new installation is empty' 0 "$(sql 'select count(*) from account')"
    docker compose exec -T web sh -c "cat > $backups/moving.zip.age" < "$work/backup"
    docker compose exec -T web sh -c "head -c 3000 $backups/moving.zip.age > $backups/truncated.zip.age"
    said=$(restore "$key" truncated 2>&1) || status=$?
    equal 'status of restoring half a backup' 1 "$status"
    has 'what it says' 'truncated.zip.age' "$said"
    equal 'accounts after restoring half a backup' 0 "$(sql 'select count(*) from account')"

    restore "$key" moving
    equal 'contents' "$before" "$(contents)"
    equal 'the file' 'a picture' "$(docker compose exec -T web cat /var/lib/primary-assistant/uploads/picture)"
    equal 'her session of the old stack' 200 "$(status_of -b "$work/cookies" "$site/api/v1/profile")"
}

# restore KEY NAME
restore() {
    docker compose exec -T -e BACKUP_KEY_FILE= -e BACKUP_KEY="$1" web assistant restore --yes "$backups/$2.zip.age"
}

# The checklist of production, once there is a backup.
checked_up() {
    docker compose exec -T web assistant backup
    docker compose exec -T web assistant doctor
}

# The disk of the database fills up under load: what cannot be kept is refused, what was acknowledged stays, and once there
# is room the program goes on by itself.
full_disk() {
    docker compose down -v -t 10
    export COMPOSE_FILE=$production:src/test/containers/compose.small.yaml
    start
    setting_up
    begin_load
    docker compose exec -T holder sh -c 'cat /dev/zero > /disk/ballast' 2> /dev/null || true
    until_true grep -q 503 "$work/statuses"
    docker compose exec -T holder rm /disk/ballast
    until_true eval "tail -4 $work/statuses | grep -q 201"
    end_load
    equal 'answers other than 200, 201 and 503' '' "$(sort -u "$work/statuses" | grep -vx '200\|201\|503' || true)"
    nothing_lost
    docker compose down -v --remove-orphans -t 10
    export COMPOSE_FILE=$production
}
