// Each query answers rows with one column, `text`, in an order of its own. $1 is a table, $2 a role.

export const TABLES = `
  select relname as text from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migrations'
  order by relname collate "C"`

export const COLUMNS = `
  select concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attidentity <> '' then 'generated ' || case a.attidentity when 'a' then 'always' else 'by default' end
      || ' as identity' end,
    case when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
      when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
    case when a.attnotnull then 'not null' end) as text
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = ('public.' || quote_ident($1))::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`

// Since version 18 "not null" is a constraint too; the column says it already.
export const CONSTRAINTS = `
  select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint
  where conrelid = ('public.' || quote_ident($1))::regclass and contype <> 'n'
  order by array_position(array['p', 'u', 'f', 'c', 'x', 't'], contype::text), conname collate "C"`

export const INDEXES = `
  select pg_get_indexdef(i.indexrelid) as text from pg_index i
  where i.indrelid = ('public.' || quote_ident($1))::regclass
    and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
  order by pg_get_indexdef(i.indexrelid) collate "C"`

export const POLICIES = `
  select 'alter table ' || relname || ' enable row level security' as text from pg_class
  where oid = ('public.' || quote_ident($1))::regclass and relrowsecurity
  union all
  select 'alter table ' || relname || ' force row level security' from pg_class
  where oid = ('public.' || quote_ident($1))::regclass and relforcerowsecurity
  union all
  select * from (
    select concat_ws(' ', 'create policy', polname, 'on', $1,
      case when not polpermissive then 'as restrictive' end,
      'for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
        else 'all' end,
      'to ' || (select string_agg(case role when 0 then 'public' else role::regrole::text end, ', ') from unnest(polroles) role),
      'using ' || pg_get_expr(polqual, polrelid), 'with check ' || pg_get_expr(polwithcheck, polrelid))
    from pg_policy where polrelid = ('public.' || quote_ident($1))::regclass order by polname collate "C") policies`

export const TRIGGERS = `
  select pg_get_triggerdef(oid) as text from pg_trigger
  where tgrelid = ('public.' || quote_ident($1))::regclass and not tgisinternal order by tgname collate "C"`

export const GRANTS = `
  with held as (
    select '' as columns, a.privilege_type, a.grantee from pg_class c, aclexplode(c.relacl) a
    where c.oid = ('public.' || quote_ident($1))::regclass
    union all
    select ' (' || string_agg(t.attname, ', ' order by t.attname collate "C") || ')', a.privilege_type, a.grantee
    from pg_attribute t, aclexplode(t.attacl) a
    where t.attrelid = ('public.' || quote_ident($1))::regclass group by a.privilege_type, a.grantee)
  select 'grant ' || lower(string_agg(privilege_type || columns, ', ' order by privilege_type, columns))
    || ' on ' || $1 || ' to ' || case grantee when 0 then 'public' else grantee::regrole::text end as text
  from held where grantee = 0 or grantee = quote_ident($2)::regrole
  group by grantee order by grantee`

export const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || (
    select coalesce(string_agg(E';\\ngrant execute on function ' || p.oid::regprocedure || ' to '
      || case a.grantee when 0 then 'public' else a.grantee::regrole::text end, '' order by a.grantee), '')
    from aclexplode(p.proacl) a where a.grantee <> p.proowner) as text
  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid)`
