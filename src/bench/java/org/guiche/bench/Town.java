package org.guiche.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The companies and people of the history: three hundred companies of ten people each, thirty agents in every sector. */
final class Town {

    static final String PASSWORD = "guiche-demo";

    private static final List<String> SETTLING =
            List.of("""
            insert into accounts_group (kind, name)
            select 'COMPANY', 'Comércio ' || lpad(n::text, 3, '0') || ' Ltda.' from generate_series(1, 300) n
            """, """
            insert into partners_company (group_id, name)
            select id, name from accounts_group where kind = 'COMPANY' and name like 'Comércio ___ Ltda.'
            """, """
            insert into accounts_person (name, email, password_hash, created_at)
            select 'Pessoa ' || n || ' da ' || g.name, 'pessoa' || n || '@comercio' || substr(g.name, 10, 3) || '.example',
                   (select password_hash from accounts_person where email = 'bruno@jatoba.example'), now() - interval '3 years'
            from accounts_group g, generate_series(1, 10) n where g.name like 'Comércio ___ Ltda.'
            """, """
            insert into accounts_membership (person_id, group_id, whole_group)
            select p.id, g.id, p.email like 'pessoa1@%' from accounts_group g
            join accounts_person p on p.email like 'pessoa%@comercio' || substr(g.name, 10, 3) || '.example'
            where g.name like 'Comércio ___ Ltda.'
            """, """
            insert into accounts_person (name, email, password_hash, created_at)
            select 'Analista ' || n, 'analista' || n || '@guiche.example',
                   (select password_hash from accounts_person where email = 'rafael@guiche.example'), now() - interval '3 years'
            from generate_series(1, 30) n
            """, """
            insert into accounts_role (person_id, role)
            select id, 'AGENT_N1' from accounts_person where email like 'analista%@guiche.example'
            """, """
            insert into units_sector_member (sector_id, person_id)
            select s.id, p.id from units_sector s, accounts_person p where p.email like 'analista%@guiche.example'
            """, "update units_revision set number = number + 1", "analyze");

    /** Somebody of a company. */
    record Citizen(long personId, long groupId, long companyId) {}

    private final List<Citizen> citizens;
    private final List<Long> agents;
    private final Citizen bruno;
    private final Citizen joana;

    private Town(List<Citizen> citizens, List<Long> agents, Citizen bruno, Citizen joana) {
        this.citizens = citizens;
        this.agents = agents;
        this.bruno = bruno;
        this.joana = joana;
    }

    /** Lets them in, once. */
    static Town settle(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var step : SETTLING) {
                statement.execute(step);
            }
        }
        return new Town(
                citizens(connection, "email like 'pessoa%@comercio%'"),
                ids(connection, "select id from accounts_person where email like 'analista%@guiche.example'"),
                citizens(connection, "email = 'bruno@jatoba.example'").get(0),
                citizens(connection, "email = 'joana@jatoba.example'").get(0));
    }

    /** One ticket in a thousand is Bruno's, one in a hundred Joana's; big companies ask more than small ones. */
    Citizen requester(SplittableRandom random) {
        var chance = random.nextInt(1000);
        if (chance == 0) {
            return bruno;
        }
        if (chance <= 10) {
            return joana;
        }
        var share = random.nextDouble();
        return citizens.get((int) (share * share * citizens.size()));
    }

    /** One of the few who work in that sector, of so many sectors. */
    long agent(SplittableRandom random, int sector, int sectors) {
        var team = 1 + (agents.size() - 1) / sectors;
        return agents.get((sector + sectors * random.nextInt(team)) % agents.size());
    }

    /** Tokens of so many people for the API, made in the database: signing in is not what is measured. */
    static List<String> tokens(Connection connection, int count) throws SQLException {
        var secrets = new ArrayList<String>();
        for (var i = 1; i <= count; i++) {
            secrets.add(token(connection, "pessoa2@comercio%03d.example".formatted(i)));
        }
        return secrets;
    }

    /** A token of somebody for the API. */
    static String token(Connection connection, String email) throws SQLException {
        var secret = "bench-of-" + email;
        var insert = "insert into accounts_token (id, person_id, name, hash, scopes, created_at)"
                + " select gen_random_uuid(), id, 'bench', ?, '[\"*\"]', now() from accounts_person where email = ?"
                + " on conflict do nothing";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setBytes(1, sha256(secret));
            statement.setString(2, email);
            statement.execute();
        }
        return secret;
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Citizen> citizens(Connection connection, String condition) throws SQLException {
        var query = "select p.id, m.group_id, c.id from accounts_person p"
                + " join accounts_membership m on m.person_id = p.id"
                + " join partners_company c on c.group_id = m.group_id where " + condition + " order by p.id";
        var found = new ArrayList<Citizen>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(new Citizen(row.getLong(1), row.getLong(2), row.getLong(3)));
            }
        }
        return found;
    }

    static List<Long> ids(Connection connection, String query) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
