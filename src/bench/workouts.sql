\set n random(1, 50)
select token_id, account_id, name, zone, may_write from resume_token(sha256(convert_to('bench-' || :n, 'UTF8')));
begin;
select set_config('app.account', md5('bench-' || :n)::uuid::text, true);
with page as (
    select account_id, id, local_date, started_at, zone, ended_at, type, title, duration_s, intensity, source, version
    from workout w
    where account_id = md5('bench-' || :n)::uuid and deleted_at is null and local_date between '1900-01-01' and '9999-01-01'
      and (local_date, started_at, id) < ('9999-01-01', '9999-01-01', 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by local_date desc, started_at desc, id desc limit 21
)
select page.id, page.local_date, page.started_at, page.zone, page.ended_at, page.type, page.title, page.duration_s,
       page.intensity, page.source, page.version, content.exercises, content.sets, content.volume, content.unweighed
from page left join lateral (
    select array_agg(x.name order by e.position, e.id) as exercises, sum(s.sets) as sets, sum(s.volume) as volume,
           sum(s.unweighed) as unweighed
    from workout_exercise e
    join known_exercise x on x.id = e.exercise_id and (x.account_id is null or x.account_id = e.account_id)
    left join lateral body_lifted(e.account_id, x.tracking, e.local_date) b on true
    left join lateral (
        select count(*) filter (where s.done) as sets,
               sum(s.reps * lifted(x.tracking, b.kilograms, s.weight)) filter (where s.done and s.kind <> 'warm-up') as volume,
               count(*) filter (where x.tracking = 'bodyweight-reps' and b.kilograms is null
                                  and s.done and s.kind <> 'warm-up' and s.reps > 0) as unweighed
        from workout_set s where s.account_id = e.account_id and s.workout_exercise_id = e.id
    ) s on true
    where e.account_id = page.account_id and e.workout_id = page.id
) content on true
order by page.local_date desc, page.started_at desc, page.id desc;
commit;
