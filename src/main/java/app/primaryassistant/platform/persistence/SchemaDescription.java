package app.primaryassistant.platform.persistence;

import static app.primaryassistant.platform.persistence.Parameters.none;

import java.util.SortedSet;
import java.util.TreeSet;

/** What a schema consists of, a line each, so that two can be compared: also policies, grants and functions. */
public final class SchemaDescription {

    private static final String LINES = """
            select format('column %s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          case when a.attnotnull then ' not null' else '' end,
                          case when a.attgenerated <> '' then ' generated' else '' end,
                          ' default ' || pg_get_expr(d.adbin, d.adrelid))
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
            union all
            select format('row-level security of %s: %s', relname, relrowsecurity)
            from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            union all
            select format('constraint %s of %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
            from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
            union all
            select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
            union all
            select format('policy %s on %s for %s using (%s) with check (%s)', policyname, tablename, cmd, qual, with_check)
            from pg_policies where schemaname = 'public'
            union all
            select format('grant %s on %s to %s', privilege_type, table_name, grantee)
            from information_schema.role_table_grants where table_schema = 'public' and grantee <> current_user
            union all
            select format('grant %s (%s) on %s to %s', privilege_type, column_name, table_name, grantee)
            from information_schema.role_column_grants where table_schema = 'public' and grantee <> current_user
            union all
            select format('function %s: %s', p.oid::regprocedure, md5(pg_get_functiondef(p.oid)))
            from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and pg_get_userbyid(p.proowner) = current_user
            union all
            select format('grant execute on function %s to %s', p.oid::regprocedure, grantee)
            from pg_proc p join information_schema.role_routine_grants g on g.specific_name = p.proname || '_' || p.oid
            where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = current_user
              and g.grantee <> current_user
            union all
            select format('trigger %s: %s', tgname, pg_get_triggerdef(t.oid))
            from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
            """;

    private SchemaDescription() {}

    /** @param connection of the role that owns the schema; what other roles own, such as extensions, is left out */
    public static SortedSet<String> lines(DirectConnection connection) {
        return new TreeSet<>(connection.list(LINES, String.class, none()));
    }
}
