-- Who shapes which business unit without administering the installation (ADR 34). A unit is named by its key, which never changes;
-- that there is one is for the module of units to see. Who gave and took it is in accounts_audit.
create table accounts_delegation (
    person_id bigint not null,
    unit text not null,
    constraint accounts_delegation_pkey primary key (person_id, unit),
    constraint accounts_delegation_person foreign key (person_id) references accounts_person (id)
);

create index accounts_delegation_unit on accounts_delegation (unit);
