-- Companies are kept by administrators: a change raises the version, and whoever looked at an older one is told.
alter table partners_company add column version integer not null default 1;
alter table partners_company add column address text;
alter table partners_service add column version integer not null default 1;
alter table partners_project add column version integer not null default 1;

-- What was contracted once and is not any more: offered no longer, still read by the tickets that name it.
alter table partners_service add column ended_at timestamptz;

-- Names are found by how their words begin, whatever their accents; a CNPJ by how it begins, capital letters and digits alike.
create text search configuration partners_names (copy = simple);
alter text search configuration partners_names alter mapping for hword, hword_part, word with unaccent, simple;
alter table partners_company add column search tsvector not null
    generated always as (to_tsvector('partners_names', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))) stored;
create index partners_company_search on partners_company using gin (search) with (fastupdate = off);
create index partners_company_cnpj_start on partners_company (cnpj text_pattern_ops);
create index partners_company_list on partners_company (name, id);
create index partners_company_closed on partners_company (name, id) where not active;
create index partners_company_without_cnpj on partners_company (name, id) where cnpj is null;

-- A mail domain belongs to one company. One that several had belonged to nobody in effect, and so it stays.
create table partners_domain (
    domain text primary key,
    company_id bigint not null,
    constraint partners_domain_lower check (domain = lower(domain)),
    constraint partners_domain_company foreign key (company_id) references partners_company (id)
);
create index partners_domain_company_id on partners_domain (company_id);
insert into partners_domain (domain, company_id)
select d.domain, min(c.id) from partners_company c cross join lateral jsonb_array_elements_text(c.domains) d (domain)
where d.domain = lower(d.domain) group by d.domain having count(distinct c.id) = 1;
alter table partners_company drop column domains;

-- A file that somebody is looking at before it is brought in. Gone with that, or after a day.
create table partners_import (
    id uuid primary key,
    person_id bigint not null,
    kind text not null,
    name text not null,
    content bytea not null,
    uploaded_at timestamptz not null,
    constraint partners_import_kind check (kind in ('COMPANIES', 'PEOPLE')),
    constraint partners_import_person foreign key (person_id) references accounts_person (id)
);
create index partners_import_uploaded_at on partners_import (uploaded_at);
create index partners_import_person_id on partners_import (person_id);
