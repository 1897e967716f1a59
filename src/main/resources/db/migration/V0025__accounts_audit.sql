-- Who changed whose rights, which company, partner, contract or rule of privacy, when and why, with before and after.
-- About people it holds numbers, roles, dates and states only: a row that nobody can alter must not hold what a person may have erased.
create table accounts_audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    person_id bigint,
    subject text not null,
    subject_id bigint not null,
    subject_name text,
    act text not null,
    before jsonb not null default '{}',
    after jsonb not null default '{}',
    reason text,
    constraint accounts_audit_person foreign key (person_id) references accounts_person (id),
    constraint accounts_audit_subject check (subject ~ '^[A-Z_]+$'),
    constraint accounts_audit_act check (act ~ '^[a-z]+\.audit\.[a-z0-9.-]+$')
);

create index accounts_audit_subject_id on accounts_audit (subject, subject_id, id);
create index accounts_audit_person_id on accounts_audit (person_id, id);

create function accounts_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger accounts_audit_append_only before update or delete on accounts_audit
    for each row execute function accounts_append_only();
create trigger accounts_audit_kept before truncate on accounts_audit
    for each statement execute function accounts_append_only();

-- The application's own role may only add; the triggers hold for everybody else (SECURITY Z18).
revoke update, delete, truncate on accounts_audit from current_user;

-- The encarregado (LGPD art. 41) works here, reads, and writes no ticket.
alter table accounts_role drop constraint accounts_role_role;
alter table accounts_role add constraint accounts_role_role
    check (role in ('AGENT_N1', 'AGENT_N2', 'SUPERVISOR', 'ADMINISTRATOR', 'DATA_OFFICER'));
