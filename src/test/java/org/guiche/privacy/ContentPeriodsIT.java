package org.guiche.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Nobody;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.shared.Email;
import org.guiche.shared.Kept;
import org.guiche.shared.KeptState;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.guiche.tickets.Changes;
import org.guiche.tickets.Channel;
import org.guiche.tickets.Comments;
import org.guiche.tickets.FinishedTickets;
import org.guiche.tickets.Link;
import org.guiche.tickets.LinkRole;
import org.guiche.tickets.Links;
import org.guiche.tickets.Merges;
import org.guiche.tickets.Merging;
import org.guiche.tickets.NewRating;
import org.guiche.tickets.OpenTicket;
import org.guiche.tickets.Praise;
import org.guiche.tickets.Ratings;
import org.guiche.tickets.Replies;
import org.guiche.tickets.Reply;
import org.guiche.tickets.StatusChange;
import org.guiche.tickets.TextFormat;
import org.guiche.tickets.TicketChange;
import org.guiche.tickets.TicketCode;
import org.guiche.tickets.Tickets;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closed tickets lose what people said and who asked after a time that somebody chose, and nothing else ever does (LGPD art. 15 and 16). */
@ExtendWith(ArquillianExtension.class)
class ContentPeriodsIT {

    private static final String KIND = "tickets_ticket";
    private static final int LEAST = 731;

    @EJB
    Periods periods;

    @EJB
    Holds holds;

    @EJB
    FinishedTickets finished;

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Ratings ratings;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    Links links;

    @EJB
    Merges merges;

    @EJB
    Attachments attachments;

    @EJB
    AuditTrail trail;

    @EJB
    org.guiche.accounts.People accounts;

    @EJB
    Groups groups;

    @Inject
    People people;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private final String mark = "g" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nothingHasAPeriodAnyMore() {
        periods.keepForGood(KIND, people.admin());
    }

    private Person member() {
        var email = new Email(UUID.randomUUID() + "@jatoba.example");
        var id = accounts.register(new NewPerson("Gilda " + mark, email, null, null, null, Set.of()));
        groups.join(id, people.bruno().memberships().get(0).groupId(), false, null);
        return accounts.get(id);
    }

    private TicketCode opened(Person person, UUID... files) {
        return tickets.open(
                        new OpenTicket(
                                "loja",
                                "Assunto " + mark,
                                Map.of(),
                                "O frete não soma " + mark,
                                TextFormat.TEXT,
                                Map.of("pedido", mark),
                                null,
                                null,
                                null,
                                null,
                                List.of(mark + "@copia.example"),
                                null,
                                List.of(files),
                                Channel.PORTAL,
                                null),
                        person)
                .code();
    }

    private static Reply reply(String text, boolean internal) {
        return new Reply(text, TextFormat.TEXT, internal, List.of(), List.of(), null, null, Channel.PORTAL);
    }

    private TicketCode closed(TicketCode code, long days) throws Exception {
        change("""
                        update tickets_ticket t set category = 'CLOSED', status_id = s.id, resolved_at = ?2, closed_at = ?2
                        from units_status s where s.unit_id = t.unit_id and s.category = 'CLOSED' and t.id = ?1""", code.number(), clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC));
        return code;
    }

    private void change(String sql, Object... values) throws Exception {
        transaction.begin();
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
        transaction.commit();
    }

    private boolean isWhole(TicketCode code) {
        return tickets.get(code, people.talita()).subject().contains(mark);
    }

    private KeptState state() {
        return periods.all(people.admin()).stream()
                .filter(one -> one.kind().table().equals(KIND))
                .findFirst()
                .orElseThrow();
    }

    /** Every table of the database that has the word anywhere. */
    private List<String> holding(String word) {
        List<?> tables = em.createNativeQuery("""
                        select cast(table_name as text) from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'""").getResultList();
        return tables.stream()
                .map(String.class::cast)
                .filter(table -> !em.createNativeQuery(
                                "select 1 from " + table + " t where cast(t as text) ilike ?1 limit 1")
                        .setParameter(1, "%" + word + "%")
                        .getResultList()
                        .isEmpty())
                .toList();
    }

    private Object figures(TicketCode code) {
        return List.of((Object[])
                em.createNativeQuery("""
                        select t.version, t.created_at, t.closed_at, t.status_id, t.sector_id, t.group_id, t.company_id,
                            t.first_response_at is null, (select count(*) from tickets_event e where e.ticket_id = t.id),
                            (select count(*) from tickets_clock c where c.ticket_id = t.id),
                            (select count(*) from tickets_message m where m.ticket_id = t.id)
                        from tickets_ticket t where t.id = ?1""").setParameter(1, code.number()).getSingleResult());
    }

    @Test
    void nothingIsEmptiedWhileNobodySaidHowLong() throws Exception {
        var code = closed(opened(member()), 9_000);

        finished.forget();

        assertThat(isWhole(code)).isTrue();
        assertThat(state().days()).isEqualTo(Kept.FOR_GOOD);
        assertThat(state().due()).isZero();
        assertThatExceptionOfType(RuleViolation.class)
                .as("less than the decree wants")
                .isThrownBy(() -> periods.keep(KIND, LEAST - 1, people.admin()));
    }

    @Test
    void afterItsTimeATicketIsFiguresAndHistoryAndNobodys() throws Exception {
        var gilda = member();
        var bytes = new ByteArrayInputStream(("conteúdo " + mark).getBytes(UTF_8));
        var file = attachments.store(gilda, mark + ".txt", bytes, AllowedFiles.DEFAULT);
        var code = opened(gilda, file.id());
        replies.add(code, reply("Resposta " + mark, false), people.talita(), null);
        replies.add(code, reply("Nota " + mark, true), people.talita(), null);
        comments.add(code, reply("Comentário " + mark, false), gilda);
        changes.changeStatus(code, new StatusChange("resolvido", null, null, Channel.API), people.talita(), null);
        ratings.rate(code, new NewRating(5, Set.of(Praise.SPEED), "Bom " + mark, Channel.API), gilda);
        changes.change(
                code,
                new TicketChange(
                        Channel.API,
                        "Outro assunto " + mark,
                        null,
                        null,
                        null,
                        List.of("outra" + mark + "@copia.example"),
                        null,
                        null),
                people.talita(),
                null);
        closed(code, 800);
        var before = figures(code);

        var trial = periods.trial(KIND, 760, people.admin());
        assertThat(trial.due()).isPositive();
        assertThat(isWhole(code)).as("a trial changes nothing").isTrue();
        periods.keep(KIND, 900, people.admin());
        finished.forget();
        assertThat(isWhole(code)).as("its time is not over").isTrue();

        periods.keep(KIND, LEAST, people.admin());
        finished.forget();
        finished.forget();

        assertThat(isWhole(code)).isFalse();
        assertThat(figures(code)).isEqualTo(before);
        assertThat(holding(mark)).containsExactly("accounts_person");
        assertThat(holding(gilda.email())).containsExactly("accounts_person");
        assertThat(attachments.find(List.of(file.id()))).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tickets.get(code, gilda));
        var story = tickets.story(code, people.joana());
        assertThat(story.ticket().requester().name()).isEqualTo(Nobody.alias());
        assertThat(story.messages())
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.html()).isEqualTo("<p>[removido]</p>"));
        assertThat(tickets.story(code, people.talita()).events())
                .allSatisfy(event -> assertThat(String.valueOf(event.actor())).doesNotContain("Gilda"));
        assertThat(trail.of(AuditSubject.PRIVACY, 0).get(0).audited().act()).isEqualTo("tickets.audit.emptied");
    }

    @Test
    void whatIsOpenHeldOrToldWithSomethingNewerStaysWhole() throws Exception {
        var gilda = member();
        var open = opened(gilda);
        var linked = opened(gilda);
        links.add(linked, new Link(LinkRole.RELATED, open, Channel.API), people.talita(), null);
        var target = opened(gilda);
        var merged = opened(gilda);
        merges.merge(merged, new Merging(target, Channel.API), people.talita(), null);
        var held = opened(gilda);
        var ofHeld = opened(member());
        var newer = opened(gilda);
        var old = opened(gilda);
        for (var code : List.of(linked, merged, held, ofHeld, old)) {
            closed(code, 800);
        }
        closed(target, 100);
        closed(newer, 700);
        holds.ofTicket(held, "Ação judicial " + mark.toUpperCase(Locale.ROOT), null, people.admin());
        holds.ofPerson(requester(ofHeld), "Ação judicial", null, people.admin());

        periods.keep(KIND, LEAST, people.admin());
        finished.forget();

        assertThat(List.of(open, linked, held, ofHeld, newer, target))
                .allSatisfy(
                        code -> assertThat(isWhole(code)).as(code.toString()).isTrue());
        assertThat(subject(merged)).as("it is told in one that is newer").contains(mark);
        assertThat(isWhole(old)).isFalse();
        closed(open, 800);
        closed(target, 750);
        finished.forget();
        assertThat(List.of(open, linked, target)).noneMatch(this::isWhole);
        assertThat(subject(merged)).isEqualTo("[removido]");
    }

    private long requester(TicketCode code) {
        return tickets.get(code, people.talita()).requester().id();
    }

    private String subject(TicketCode code) {
        return (String) em.createNativeQuery("select subject from tickets_ticket where id = ?1")
                .setParameter(1, code.number())
                .getSingleResult();
    }

    @Test
    void notEvenTheOwnRoleChangesAnEventOtherwise() throws Exception {
        var code = closed(opened(member()), 800);
        transaction.begin();
        try {
            em.createNativeQuery("select set_config('guiche.emptied', '1', true)")
                    .getSingleResult();
            assertThatExceptionOfType(jakarta.persistence.PersistenceException.class)
                    .isThrownBy(() -> em.createNativeQuery("update tickets_event set at = now() where ticket_id = ?1")
                            .setParameter(1, code.number())
                            .executeUpdate());
        } finally {
            transaction.rollback();
        }
    }
}
