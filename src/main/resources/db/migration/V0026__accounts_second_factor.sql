-- The second factor (RFC 6238): the secret under the installation's key (ADR 26), the last thirty seconds whose code was used, and ten codes
-- for whoever lost the phone: each found by its first four signs, its rest kept as a password is.
create table accounts_factor (
    person_id bigint primary key,
    secret text not null,
    last_step bigint not null default 0,
    confirmed_at timestamptz,
    constraint accounts_factor_person foreign key (person_id) references accounts_person (id) on delete cascade
);

create table accounts_recovery_code (
    person_id bigint not null,
    selector text not null,
    hash text not null,
    constraint accounts_recovery_code_pkey primary key (person_id, selector),
    constraint accounts_recovery_code_factor foreign key (person_id) references accounts_factor (person_id) on delete cascade
);

-- What an installation asks of those who sign in: one row, kept by administrators.
create table accounts_policy (
    id integer primary key default 1,
    staff_factor boolean not null default false,
    constraint accounts_policy_one check (id = 1)
);

insert into accounts_policy default values;

-- Devices are shown to whom they belong: what they are, in words, and a network with its end hidden. Browser and system are null until a
-- session began there; of devices known before nobody knows.
alter table accounts_device add column id bigint generated always as identity;
alter table accounts_device add column browser text;
alter table accounts_device add column system text;
alter table accounts_device add column network text;
alter table accounts_device add column first_seen_at timestamptz;
alter table accounts_device add column factor_until timestamptz;
update accounts_device set browser = '', system = '', network = '', first_seen_at = seen_at;
alter table accounts_device alter column first_seen_at set not null;
alter table accounts_device add constraint accounts_device_id_key unique (id);
create index accounts_device_person_id on accounts_device (person_id);

-- A session holds a random handle, whose SHA-256 is here: without its row it is over. It goes with its device.
create table accounts_session (
    hash bytea primary key,
    person_id bigint not null,
    device_id bigint not null,
    begun_at timestamptz not null,
    seen_at timestamptz not null,
    constraint accounts_session_person foreign key (person_id) references accounts_person (id),
    constraint accounts_session_device foreign key (device_id) references accounts_device (id) on delete cascade
);

create index accounts_session_device_id on accounts_session (device_id);
create index accounts_session_seen_at on accounts_session (seen_at);

-- The first sign-in ever: nobody is told of it.
alter table accounts_person add column signed_in_at timestamptz;
update accounts_person p set signed_in_at = d.seen_at
from (select person_id, min(seen_at) as seen_at from accounts_device group by person_id) d where d.person_id = p.id;

-- An address changes when the new one and the old one have confirmed it. What else a link may be good for, LinkPurpose says.
alter table accounts_link drop constraint accounts_link_purpose;
alter table accounts_link drop constraint accounts_link_whose;
alter table accounts_link drop constraint accounts_link_content;
alter table accounts_link add constraint accounts_link_whose check ((purpose = 'SIGN_UP') = (person_id is null));
alter table accounts_link add constraint accounts_link_content check ((purpose in ('SIGN_UP', 'EMAIL_NEW', 'EMAIL_OLD')) = (content is not null));
