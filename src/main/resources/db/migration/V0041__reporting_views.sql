-- Reports that somebody keeps under a name, each an address. What it shows to whom is asked anew whenever it is opened. The words are
-- those of the address as people read them: they may name somebody who is erased one day.
create table reporting_view (
    person_id bigint not null,
    address text not null,
    words text not null,
    name text not null,
    created_at timestamptz not null,
    constraint reporting_view_pkey primary key (person_id, address),
    constraint reporting_view_person foreign key (person_id) references accounts_person (id)
);
