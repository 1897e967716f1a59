package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.accounts.Role;
import org.guiche.shared.Email;
import org.guiche.support.People;
import org.guiche.support.Site;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking the next ticket: never the same to two, none left over, the oldest first. */
@ExtendWith(ArquillianExtension.class)
class TakingIT {

    private static final int AGENTS = 16;
    private static final int WAITING = 1000;

    @EJB
    Tickets tickets;

    @EJB
    Assignments assignments;

    @EJB
    org.guiche.accounts.People accounts;

    @Inject
    People people;

    @Inject
    Sectors sectors;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @ArquillianResource
    URL home;

    private final String sector = "fila-" + UUID.randomUUID();

    @Test
    void sixteenAgentsEmptyAQueueOfAThousandAndNoneGetsTheTicketOfAnother() throws Exception {
        var agents = IntStream.range(0, AGENTS).mapToObj(number -> agent()).toList();
        queue(agents);

        var taken = atOnce(agents);

        assertThat(taken).allSatisfy(own -> assertThat(own).isSorted());
        assertThat(taken.stream().flatMap(List::stream)).hasSize(WAITING).doesNotHaveDuplicates();
        assertThat(number("""
                select count(*) from tickets_ticket t join units_sector s on s.id = t.sector_id
                where s.key = ?1 and t.assignee_id is not null and t.category = 'OPEN'""")).isEqualTo(WAITING);
        assertThat(number("""
                select count(*) from tickets_event e join tickets_ticket t on t.id = e.ticket_id
                join units_sector s on s.id = t.sector_id where s.key = ?1 and e.type = 'ASSIGNED'""")).isEqualTo(WAITING);
    }

    @Test
    void whoeverStandsFarBackIsToldSoAndNeverAWrongPlace() throws Exception {
        queue(List.of(agent()));
        var bruno = Site.at(home).as("bruno@jatoba.example");

        assertThat(page(bruno, 2)).contains("Na fila de Fila de teste, o seu é o 3º.");
        assertThat(page(bruno, WAITING - 1))
                .contains("Na fila de Fila de teste, há mais de 100 antes do seu.")
                .doesNotContain("o seu é o");
    }

    private String page(Site visitor, int place) {
        var code = em.createNativeQuery("""
                        select t.id from tickets_ticket t join units_sector s on s.id = t.sector_id
                        where s.key = ?1 order by t.queued_at, t.id limit 1 offset ?2""")
                .setParameter(1, sector)
                .setParameter(2, place)
                .getSingleResult();
        return visitor.get("/tickets/ticket?code=" + code).body();
    }

    @AfterEach
    void leaveNoQueueBehind() throws Exception {
        var own = "(select t.id from tickets_ticket t join units_sector s on s.id = t.sector_id where s.key = ?1)";
        lift("grant update, delete on tickets_event, tickets_stay to current_user");
        for (var table : List.of("tickets_event", "tickets_stay")) {
            lift("alter table " + table + " disable trigger " + table + "_append_only");
            change("delete from " + table + " where ticket_id in " + own);
            lift("alter table " + table + " enable trigger " + table + "_append_only");
        }
        change("delete from tickets_timer where ticket_id in " + own);
        change("delete from tickets_clock where ticket_id in " + own);
        change("delete from tickets_ticket where id in " + own);
        lift("revoke update, delete on tickets_event, tickets_stay from current_user");
        change("delete from units_sector_member where sector_id in (select id from units_sector where key = ?1)");
        lift("grant update on units_change to current_user");
        change("delete from units_sector where key = ?1");
        lift("revoke update on units_change from current_user");
        change("update units_revision set number = number + length(left(?1, 1))");
    }

    private Person agent() {
        var email = Email.of("a" + UUID.randomUUID() + "@guiche.example");
        return accounts.get(
                accounts.register(new NewPerson("Analista de Teste", email, null, null, null, Set.of(Role.AGENT_N1))));
    }

    /** A sector of these agents with a thousand tickets, one a second. */
    private void queue(List<Person> agents) throws Exception {
        change("insert into units_sector (key, name, queue_order, position) values (?1, 'Fila de teste', 'FIFO', 99)");
        for (var agent : agents) {
            change("insert into units_sector_member select id, " + agent.id() + " from units_sector where key = ?1");
        }
        var first = tickets.open(Requests.loja("Fila"), people.bruno()).code().number();
        change("""
                insert into tickets_ticket (id, version, unit_id, form_id, sector_id, status_id, category, priority,
                    priority_rank, group_id, company_id, requester_id, opened_by_id, channel, identity_verified, subject,
                    contact, answers, created_at, queued_at, last_activity_at, changed_at, status_since)
                select nextval('tickets_code_seq'), 1, t.unit_id, t.form_id, s.id, t.status_id, t.category, t.priority,
                    t.priority_rank, t.group_id, t.company_id, t.requester_id, t.opened_by_id, t.channel, true, t.subject,
                    t.contact, t.answers, t.created_at, t.queued_at + n * interval '1 second', t.last_activity_at,
                    t.changed_at, t.status_since
                from tickets_ticket t, units_sector s, generate_series(1,""" + " " + WAITING + ") n" + " where t.id = " + first + " and s.key = ?1 order by n");
        change("update units_revision set number = number + length(left(?1, 1))");
        var patience = System.nanoTime() + 10_000_000_000L;
        while (sectors.all().stream().map(Sector::key).noneMatch(sector::equals)) {
            assertThat(System.nanoTime())
                    .as("the sector is known within ten seconds")
                    .isLessThan(patience);
        }
    }

    /** What each got, in the order of getting it. */
    private List<List<Long>> atOnce(List<Person> agents) throws Exception {
        var threads = Executors.newFixedThreadPool(AGENTS);
        try {
            var tasks = agents.stream()
                    .map(agent -> (Callable<List<Long>>) () -> takeAll(agent))
                    .toList();
            var taken = new ArrayList<List<Long>>();
            for (var result : threads.invokeAll(tasks)) {
                taken.add(result.get());
            }
            return taken;
        } finally {
            threads.shutdown();
        }
    }

    private List<Long> takeAll(Person agent) {
        var own = new ArrayList<Long>();
        for (var next = assignments.takeNext(sector, agent, Channel.PORTAL);
                next.isPresent();
                next = assignments.takeNext(sector, agent, Channel.PORTAL)) {
            own.add(next.get().code().number());
        }
        return own;
    }

    private void lift(String ddl) throws Exception {
        transaction.begin();
        em.createNativeQuery(ddl).executeUpdate();
        transaction.commit();
    }

    private long number(String sql) {
        return ((Number) em.createNativeQuery(sql).setParameter(1, sector).getSingleResult()).longValue();
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).setParameter(1, sector).executeUpdate();
        transaction.commit();
    }
}
