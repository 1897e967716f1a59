package org.guiche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A whole market: twenty thousand companies with a CNPJ and a mail domain, a hundred thousand people with a CPF, two thousand partners
 * whose general users serve ten companies each by a contract in force.
 */
final class Population {

    static final int PEOPLE = 100_000;
    static final int COMPANIES = 20_000;
    static final int PARTNERS = 2_000;

    private static final List<String> FIRST =
            words("Ana Bruno Carla Diego Elisa Fábio Gabriela Heitor Iara João Karina Lucas Marina Nelson"
                    + " Olívia Paulo Quitéria Rafael Sônia Tiago Ursula Vítor Wagner Xênia Yasmin Zeca");
    private static final List<String> LAST = words(
            "Almeida Barbosa Cardoso Dias Esteves Ferreira Gomes Henriques Ibarra Jardim Koga Lacerda"
                    + " Macedo Nogueira Oliveira Prado Queiroz Ribeiro Sampaio Teles Uchoa Vasconcelos Wanderley Xavier Yamada Zanetti");
    private static final List<String> TRADES =
            words("Padaria Livraria Farmácia Oficina Mercearia Gráfica Ótica Floricultura Papelaria"
                    + " Confeitaria Metalúrgica Transportadora Clínica Escola Editora Vinícola");

    private static final List<String> SETTLING =
            List.of("""
            insert into accounts_group (kind, name) select 'COMPANY', name from bench_company order by number
            """, """
            insert into partners_company (group_id, name, cnpj) select g.id, c.name, c.cnpj
            from bench_company c join accounts_group g on g.name = c.name and g.kind = 'COMPANY'
            """, """
            insert into partners_domain (domain, company_id)
            select 'empresa' || b.number || '.example', c.id from bench_company b join partners_company c on c.cnpj = b.cnpj
            """, """
            insert into accounts_person (name, email, cpf, phone, password_hash, created_at)
            select p.name, p.email, p.cpf, p.phone, (select password_hash from accounts_person where email = 'bruno@jatoba.example'),
                now() - p.number * interval '10 minutes' from bench_person p order by number
            """, """
            insert into accounts_membership (person_id, group_id, whole_group)
            select a.id, c.group_id, p.number <= 20000 from bench_person p join accounts_person a on a.email = p.email
            join bench_company b on b.number = p.company join partners_company c on c.cnpj = b.cnpj
            """, """
            insert into accounts_group (kind, name) select 'PARTNER', 'Agência ' || name from bench_company where number <= 2000 order by number
            """, """
            insert into partners_partner (group_id, name)
            select g.id, g.name from accounts_group g join bench_company b on g.name = 'Agência ' || b.name where g.kind = 'PARTNER'
            """, """
            create table bench_agency as select p.id, p.group_id, row_number() over (order by p.id) as number, 0::bigint as person_id
            from partners_partner p join accounts_group g on g.id = p.group_id join bench_company b on g.name = 'Agência ' || b.name
            """, """
            update bench_agency y set person_id = a.id from bench_person p join accounts_person a on a.email = p.email
            where p.number = 100000 - y.number
            """, """
            insert into partners_client (partner_id, company_id)
            select y.id, c.id from bench_agency y join bench_company b on b.number between y.number * 10 - 9 and y.number * 10
            join partners_company c on c.cnpj = b.cnpj
            """, """
            insert into partners_contract (partner_id, starts_on, ends_on, status)
            select id, current_date - 100, current_date + 265, 'APPROVED' from bench_agency
            """, """
            insert into partners_user (partner_id, person_id, since, access) select id, person_id, now(), true from bench_agency
            """, """
            delete from accounts_membership m using bench_agency y where m.person_id = y.person_id
            """, """
            insert into accounts_membership (person_id, group_id, whole_group, valid_from, valid_until)
            select person_id, group_id, true, now() - interval '100 days', now() + interval '265 days' from bench_agency
            """, "analyze");

    private Population() {}

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    /** Lets them in, once. */
    static void settle(Connection connection) throws SQLException, IOException {
        if (Town.ids(connection, "select count(*) from pg_class where relname = 'bench_agency'")
                        .get(0)
                > 0) {
            return;
        }
        run(connection, "create table bench_company (number int primary key, name text, cnpj text)");
        run(
                connection,
                "create table bench_person (number int primary key, name text, email text, cpf text, phone text, company int)");
        companies(connection);
        people(connection);
        for (var step : SETTLING) {
            run(connection, step);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void companies(Connection connection) throws SQLException, IOException {
        var random = new SplittableRandom(7);
        try (var copy = new Copy(connection, "bench_company", List.of("number", "name", "cnpj"))) {
            for (var i = 1; i <= COMPANIES; i++) {
                var name = one(TRADES, random) + ' ' + one(LAST, random) + ' ' + i;
                copy.row(List.of(Integer.toString(i), name, cnpj(i)));
            }
        }
    }

    private static void people(Connection connection) throws SQLException, IOException {
        var random = new SplittableRandom(11);
        var columns = List.of("number", "name", "email", "cpf", "phone", "company");
        try (var copy = new Copy(connection, "bench_person", columns)) {
            for (var i = 1; i <= PEOPLE; i++) {
                var first = one(FIRST, random);
                var name = first + ' ' + one(LAST, random) + ' ' + one(LAST, random);
                var email = "%s.%d@empresa%d.example"
                        .formatted(first.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "x"), i, i % COMPANIES + 1);
                var phone = "+551198%07d".formatted(i);
                copy.row(List.of(Integer.toString(i), name, email, cpf(i), phone, Integer.toString(i % COMPANIES + 1)));
            }
        }
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String cpf(int number) {
        var base = "%09d".formatted(600_000_000 + number);
        var first = base + digit(base, 10, 11);
        return first + digit(first, 11, 11);
    }

    private static String cnpj(int number) {
        var base = "%08d%04d".formatted(70_000_000 + number, 1);
        var first = base + digit(base, 5, 9);
        return first + digit(first, 6, 9);
    }

    /** The weights fall from {@code highest} to 2 and, where there are more characters, begin again at {@code again}. */
    private static int digit(String text, int highest, int again) {
        var weight = highest;
        var sum = 0;
        for (var i = 0; i < text.length(); i++) {
            sum += (text.charAt(i) - '0') * weight;
            weight = weight == 2 ? again : weight - 1;
        }
        var rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}
