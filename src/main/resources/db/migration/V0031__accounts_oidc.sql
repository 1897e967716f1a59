-- Sign-in through OpenID Connect (S4-03, SECURITY 38, ADR 31). Who somebody is at a provider: one person's each.
create table accounts_identity (
    issuer text not null,
    subject text not null,
    person_id bigint not null,
    linked_at timestamptz not null,
    seen_at timestamptz not null,
    constraint accounts_identity_pkey primary key (issuer, subject),
    constraint accounts_identity_person foreign key (person_id) references accounts_person (id)
);

create index accounts_identity_person_id on accounts_identity (person_id);

-- Sign-ins that were begun in a browser and have not come back from the provider: any node may end them. State and browser are SHA-256.
create table accounts_oidc_login (
    state bytea primary key,
    browser bytea not null,
    nonce text not null,
    verifier text not null,
    next text not null,
    expires_at timestamptz not null
);

create index accounts_oidc_login_expires_at on accounts_oidc_login (expires_at);

-- Whoever came back and is not known yet: what the provider said, until the person confirms whose account it is, in the same browser.
-- link: SHA-256 of the secret of a mail; address: where that mail went; proved: the address whose mail was opened here.
create table accounts_oidc_arrival (
    browser bytea primary key,
    claims jsonb not null,
    next text not null,
    link bytea,
    address text,
    proved text,
    expires_at timestamptz not null
);

create index accounts_oidc_arrival_expires_at on accounts_oidc_arrival (expires_at);
