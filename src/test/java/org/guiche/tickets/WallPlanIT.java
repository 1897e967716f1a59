package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.support.People;
import org.guiche.support.Statements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the wall between groups costs: a page of a large customer's tickets is read off an index, as if there were no wall. */
@ExtendWith(ArquillianExtension.class)
class WallPlanIT {

    private static final int MANY = 20_000;

    @EJB
    Tickets tickets;

    @EJB
    TicketSearch search;

    @EJB
    MyTickets mine;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void aRequestersPageIsReadOffTheIndexOfTheirOwn() throws Exception {
        var bruno = people.bruno();

        assertThat(plan(() -> mine.list(TicketFilter.all(), 50, null, bruno)))
                .contains("tickets_ticket_requester_activity")
                .doesNotContain("Bitmap", "Sort");
    }

    @Test
    void aManagersPageIsReadOffAnIndexToo() throws Exception {
        var joana = people.joana();
        var company = people.company("Casa Jatobá");

        assertThat(plan(() -> search.list(of(company), 50, null, joana)))
                .containsAnyOf("tickets_ticket_company_activity", "tickets_ticket_group_activity")
                .doesNotContain("Bitmap", "Sort");
    }

    private static TicketFilter of(long company) {
        var all = TicketFilter.all();
        return new TicketFilter(
                all.statuses(), null, all.categories(), null, null, null, company, null, null, null, all.order());
    }

    /** How the database finds the tickets of the list, where some of a great many are one company's and a few of them one person's. */
    private String plan(Callable<?> list) throws Exception {
        var bruno = copied(people.bruno());
        var joana = copied(people.joana());
        var carla = copied(people.carla());
        var sql = Statements.counting(em, list).statements().stream()
                .filter(one -> one.contains("tickets_ticket t where"))
                .findFirst()
                .orElseThrow();
        transaction.begin();
        try {
            copy(bruno, MANY / 50);
            copy(joana, MANY / 16);
            copy(carla, MANY);
            em.createNativeQuery("analyze tickets_ticket").executeUpdate();
            List<?> lines =
                    em.createNativeQuery("explain (costs off) " + found(sql)).getResultList();
            return lines.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        } finally {
            transaction.rollback();
            transaction.begin();
            em.createNativeQuery("analyze tickets_ticket").executeUpdate();
            transaction.commit();
        }
    }

    private long copied(Person person) {
        return tickets.open(Requests.loja("De muitos"), person).code().number();
    }

    private void copy(long ticket, int times) {
        List<?> columns = em.createNativeQuery(
                        "select column_name from information_schema.columns where table_name = 'tickets_ticket'"
                                + " and is_generated = 'NEVER' order by ordinal_position")
                .getResultList();
        var names = columns.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var values = names.replaceFirst("\\bid\\b", "n + (select max(id) from tickets_ticket)")
                .replace("submission_key", "gen_random_uuid()")
                .replace("last_activity_at", "last_activity_at - n * interval '1 minute'");
        em.createNativeQuery("insert into tickets_ticket (" + names + ") select " + values
                        + " from tickets_ticket, generate_series(1, " + times + ") n where id = " + ticket)
                .executeUpdate();
    }

    /** The select of the tickets themselves, before they are joined with names. */
    private String found(String sql) {
        var from = sql.indexOf("select t.* from tickets_ticket t");
        var company = sql.contains("company_id = ?") ? String.valueOf(people.company("Casa Jatobá")) : "";
        return sql.substring(from, sql.indexOf(") t join", from)).replace("?", company);
    }
}
