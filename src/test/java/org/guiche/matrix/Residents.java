package org.guiche.matrix;

import java.util.Locale;

/** Writes the companies, partners and people of {@link World} into the database, past the application. */
final class Residents {

    private Residents() {}

    static boolean areThere() {
        return !Rows.of("select 1 from accounts_person where email = ?", Cast.BOTH.email())
                .isEmpty();
    }

    static void settle() {
        var a = company("A");
        var b = company("B");
        var c = company("C");
        var partner = partner("Muros Um", a, b);
        var rival = partner("Muros Dois", c);
        contacts(a, b, c);
        person(Cast.REQUESTER, false, a);
        person(Cast.COLLEAGUE, false, a);
        person(Cast.MANAGER, true, a);
        person(Cast.CLIENT, true, b);
        person(Cast.STRANGER, false, c);
        person(Cast.PARTNER, true, partner);
        person(Cast.RIVAL, true, rival);
        person(Cast.BOTH, false, a);
        join(Cast.BOTH, true, partner);
        person(Cast.NEWCOMER, false);
        person(Cast.OFFICER, false);
        person(Cast.DELEGATE, false);
        Rows.of(
                "insert into partners_service (company_id, name) select id, 'Muros serviço' from partners_company where name = 'Muros A'");
        Rows.of(
                "insert into partners_project (company_id, name) select id, 'Muros projeto' from partners_company where name = 'Muros A'");
        Rows.of(
                "insert into accounts_role (person_id, role) select id, 'DATA_OFFICER' from accounts_person where email = ?",
                Cast.OFFICER.email());
        Rows.of(
                "insert into accounts_role (person_id, role) select id, 'AGENT_N2' from accounts_person where email = ?",
                Cast.DELEGATE.email());
        Rows.of(
                "insert into accounts_delegation (person_id, unit) select id, 'loja' from accounts_person where email = ?",
                Cast.DELEGATE.email());
    }

    /** Gives the group. */
    private static long company(String letter) {
        var group = group("COMPANY", "Muros " + letter);
        Rows.of("insert into partners_company (group_id, name) values (?, ?)", group, "Muros " + letter);
        return group;
    }

    private static long partner(String name, long... clients) {
        var group = group("PARTNER", name);
        Rows.of("insert into partners_partner (group_id, name) values (?, ?)", group, name);
        for (var client : clients) {
            Rows.of(
                    "insert into partners_client (partner_id, company_id) select p.id, c.id from partners_partner p, partners_company c"
                            + " where p.group_id = ? and c.group_id = ?",
                    group,
                    client);
        }
        return group;
    }

    private static long group(String kind, String name) {
        return Long.parseLong(
                Rows.one("insert into accounts_group (kind, name) values (?, ?) returning id", kind, name));
    }

    private static void person(Cast one, boolean whole, long... groups) {
        person("Muros " + one.name().charAt(0) + one.name().substring(1).toLowerCase(Locale.ROOT), one.email());
        for (var group : groups) {
            join(one, whole, group);
        }
    }

    private static void person(String name, String email) {
        Rows.of(
                "insert into accounts_person (name, email, password_hash, created_at) select ?, ?, password_hash, created_at"
                        + " from accounts_person where email = 'bruno@jatoba.example'",
                name,
                email);
    }

    /** The user of a partner of more clients than are listed, {@code Carteira 01} and so on; the last one takes no new tickets. */
    static void settleOneOfMany(String email) {
        var group = partner("Muros Carteira");
        Rows.of("""
                with g as (
                    insert into accounts_group (kind, name)
                    select 'COMPANY', 'Carteira ' || lpad(n::text, 2, '0') from generate_series(1, 52) n returning id, name),
                c as (
                    insert into partners_company (group_id, name, active)
                    select id, name, name <> 'Carteira 52' from g returning id)
                insert into partners_client (partner_id, company_id)
                select p.id, c.id from partners_partner p, c where p.group_id = ?""", group);
        person("Muros Carteira", email);
        join(email, true, group);
    }

    private static void join(Cast one, boolean whole, long group) {
        join(one.email(), whole, group);
    }

    private static void join(String email, boolean whole, long group) {
        Rows.of(
                "insert into accounts_membership (person_id, group_id, whole_group) select id, ?, ? from accounts_person where email = ?",
                group,
                whole,
                email);
    }

    /** One in each company who never comes, for others to look after. */
    private static void contacts(long... groups) {
        for (int i = 0; i < groups.length; i++) {
            var email = "contato-" + "abc".charAt(i) + "@muros.example";
            Rows.of("insert into accounts_person (name, email, created_at) values ('Muros Contato', ?, now())", email);
            join(email, false, groups[i]);
        }
    }
}
