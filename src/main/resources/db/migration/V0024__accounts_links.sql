-- What somebody who is not signed in asks for: answered by mail a moment later, so that the page takes as long for people that there are
-- as for others. And the secrets in those mails, kept as SHA-256, good for one thing, once, and not for long (SECURITY 7).
create table accounts_request (
    id bigint generated always as identity primary key,
    kind text not null,
    content jsonb not null,
    asked_at timestamptz not null,
    attempts integer not null default 0,
    constraint accounts_request_kind check (kind in ('PASSWORD', 'SIGN_UP'))
);

create table accounts_link (
    hash bytea primary key,
    purpose text not null,
    person_id bigint,
    content jsonb,
    expires_at timestamptz not null,
    constraint accounts_link_purpose check (purpose in ('PASSWORD', 'SIGN_UP')),
    constraint accounts_link_whose check ((purpose = 'PASSWORD') = (person_id is not null)),
    constraint accounts_link_content check ((purpose = 'SIGN_UP') = (content is not null)),
    constraint accounts_link_person foreign key (person_id) references accounts_person (id)
);

create index accounts_link_person_id on accounts_link (person_id);
create index accounts_link_expires_at on accounts_link (expires_at);
