-- A contract from the request to its end, as its statuses say it; what is future, in force or expired follows from its days (S0-25).
alter table partners_contract alter column starts_on drop not null;
alter table partners_contract alter column ends_on drop not null;
alter table partners_contract add column version integer not null default 0;
alter table partners_contract add column status text not null default 'APPROVED';
alter table partners_contract add column requested_at timestamptz;
alter table partners_contract add column requested_by bigint;
alter table partners_contract add column decided_at timestamptz;
alter table partners_contract add column decided_by bigint;
alter table partners_contract add column reason text;
alter table partners_contract add column renews bigint;

update partners_contract set status = 'REVOKED', decided_at = revoked_at where revoked_at is not null;

alter table partners_contract alter column status drop default;
alter table partners_contract add constraint partners_contract_status
    check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'SUSPENDED', 'REVOKED'));
alter table partners_contract add constraint partners_contract_days
    check (status in ('REQUESTED', 'REFUSED') or (starts_on is not null and ends_on is not null));
alter table partners_contract add constraint partners_contract_requester foreign key (requested_by) references accounts_person (id);
alter table partners_contract add constraint partners_contract_decider foreign key (decided_by) references accounts_person (id);
alter table partners_contract add constraint partners_contract_renews foreign key (renews) references partners_contract (id);

alter table partners_partner add column version integer not null default 0;
alter table partners_partner add column active boolean not null default true;
alter table partners_partner add column legal_name text;
alter table partners_partner add column city text;
alter table partners_partner add column contact_name text;
alter table partners_partner add column contact_email text;
alter table partners_partner add column contact_phone text;

create index partners_contract_ends_on on partners_contract (ends_on) where status = 'APPROVED';
create index partners_partner_name on partners_partner (lower(name), id);
create index partners_client_company_id on partners_client (company_id);

-- The general users of partners (S0-24): one at a time may do something. What they may do lasts as long as the contracts do.
create table partners_user (
    partner_id bigint not null,
    person_id bigint not null,
    since timestamptz not null,
    access boolean not null,
    constraint partners_user_pkey primary key (partner_id, person_id),
    constraint partners_user_partner foreign key (partner_id) references partners_partner (id),
    constraint partners_user_person foreign key (person_id) references accounts_person (id)
);

create unique index partners_user_one on partners_user (partner_id) where access;
create unique index partners_user_once on partners_user (person_id) where access;

insert into partners_user (partner_id, person_id, since, access)
select c.partner_id, c.person_id, cast(min(c.starts_on) as timestamp) at time zone 'America/Sao_Paulo',
    c.person_id = (select l.person_id from partners_contract l
        where l.partner_id = c.partner_id and l.person_id is not null order by l.ends_on desc, l.id desc limit 1)
    and not exists (select 1 from partners_contract o where o.person_id = c.person_id and o.partner_id < c.partner_id)
from partners_contract c where c.person_id is not null group by c.partner_id, c.person_id;

alter table partners_contract drop column person_id;
alter table partners_contract drop column revoked_at;

-- The signed contract: a file of attachments. Another one takes the place of the one before, which stays.
create table partners_document (
    id bigint generated always as identity primary key,
    contract_id bigint not null,
    file_id uuid not null,
    signature text not null,
    added_at timestamptz not null,
    added_by bigint,
    constraint partners_document_contract foreign key (contract_id) references partners_contract (id),
    constraint partners_document_file foreign key (file_id) references attachments_file (id),
    constraint partners_document_person foreign key (added_by) references accounts_person (id),
    constraint partners_document_signature check (signature in ('PRESENT', 'ABSENT', 'UNREADABLE'))
);

create index partners_document_contract_id on partners_document (contract_id, id);

-- Who asks for access. Nobody sees it before the address is confirmed with a link, of which only the hash is here; then it has a contract.
create table partners_request (
    id bigint generated always as identity primary key,
    link_hash bytea not null,
    asked_at timestamptz not null,
    person_id bigint,
    agency text not null,
    cnpj text not null,
    contact_name text not null,
    contact_email text not null,
    contact_phone text not null,
    user_cpf text not null,
    portfolio text not null,
    file_id uuid not null,
    contract_id bigint,
    constraint partners_request_link unique (link_hash),
    constraint partners_request_contract unique (contract_id),
    constraint partners_request_contract_key foreign key (contract_id) references partners_contract (id),
    constraint partners_request_person foreign key (person_id) references accounts_person (id)
);

create index partners_request_asked_at on partners_request (asked_at) where contract_id is null;

-- What was told of the end of a contract, once. Of those that ended before this there is nothing to tell any more.
create table partners_notice (
    contract_id bigint not null,
    kind text not null,
    at timestamptz not null,
    constraint partners_notice_pkey primary key (contract_id, kind),
    constraint partners_notice_contract foreign key (contract_id) references partners_contract (id),
    constraint partners_notice_kind check (kind in ('IN_30_DAYS', 'IN_7_DAYS', 'EXPIRED'))
);

insert into partners_notice (contract_id, kind, at) select id, 'EXPIRED', now() from partners_contract where ends_on < current_date;

-- A file may come from somebody who is not signed in; it is nobody's until something uses it.
alter table attachments_file alter column owner_id drop not null;
