package org.guiche.tickets;

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
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guiche.accounts.AuditSubject;
import org.guiche.accounts.AuditTrail;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.LatestStorage;
import org.guiche.attachments.StorageDesk;
import org.guiche.attachments.StorageReport;
import org.guiche.attachments.StoredFile;
import org.guiche.attachments.Sweeper;
import org.guiche.privacy.Holds;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.support.Api;
import org.guiche.support.People;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of closed tickets go after a time that an administrator chose for the unit; what was said, and what they were called, stays (ADR 49). */
@ExtendWith(ArquillianExtension.class)
class FilePeriodsIT {

    @ArquillianResource
    URL home;

    @EJB
    FilePeriods periods;

    @EJB
    FinishedFiles finished;

    @EJB
    Sweeper sweeper;

    @EJB
    Holds holds;

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Links links;

    @EJB
    Merges merges;

    @EJB
    Splits splits;

    @EJB
    Attachments attachments;

    @EJB
    StorageDesk storage;

    @EJB
    LatestStorage latest;

    @EJB
    AuditTrail trail;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    Clock clock;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @AfterEach
    void noUnitHasAPeriodAnyMore() {
        periods.all(people.admin()).forEach(one -> periods.keep(one.unitId(), 0, people.admin()));
    }

    private long loja() {
        return units.get("loja", people.admin()).id();
    }

    private StoredFile sent(Person owner, String content) {
        var bytes = new ByteArrayInputStream(content.getBytes(UTF_8));
        return attachments.store(owner, "nota.txt", bytes, AllowedFiles.DEFAULT);
    }

    private StoredFile sent(Person owner) {
        return sent(owner, "conteúdo " + UUID.randomUUID());
    }

    private TicketCode opened(StoredFile file) {
        return tickets.open(Requests.withFiles(Requests.loja("Com arquivo"), file.id()), people.bruno())
                .code();
    }

    private void note(TicketCode code, StoredFile file) {
        var note = new Reply(
                "Entre nós.", TextFormat.TEXT, true, List.of(), List.of(file.id()), null, null, Channel.PORTAL);
        replies.add(code, note, people.talita(), null);
    }

    private TicketCode closed(TicketCode code, long days) throws Exception {
        transaction.begin();
        em.createNativeQuery("""
                        update tickets_ticket t set category = 'CLOSED', status_id = s.id, resolved_at = ?2, closed_at = ?2
                        from units_status s where s.unit_id = t.unit_id and s.category = 'CLOSED' and t.id = ?1""")
                .setParameter(1, code.number())
                .setParameter(2, clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        transaction.commit();
        return code;
    }

    private boolean isKept(StoredFile file) {
        return tickets.file(file.id(), people.talita()).isOpen();
    }

    private static StoredFile of(Map<String, StoredFile> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private long contents(StoredFile file) {
        return ((Number) em.createNativeQuery("select count(*) from attachments_content where sha256 = ?1")
                        .setParameter(1, file.sha256())
                        .getSingleResult())
                .longValue();
    }

    private Api as(String email) {
        return Api.at(home).as(email);
    }

    private List<String> losses(TicketCode code, Person person) {
        return tickets.story(code, person).events().stream()
                .filter(event -> event.type() == EventType.FILES_REMOVED)
                .map(event -> String.valueOf(event.to()))
                .toList();
    }

    private StorageReport.Unit counted() {
        latest.again();
        return storage.look(people.admin()).units().stream()
                .filter(one -> one.name().equals("Loja"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterItsTimeAFileIsANameAndTheTicketStaysAsItWas() throws Exception {
        var file = sent(people.bruno());
        var noted = sent(people.talita());
        var code = opened(file);
        note(code, noted);
        closed(code, 31);
        var said = tickets.story(code, people.bruno()).messages().get(0).html();
        periods.keep(loja(), 30, people.admin());

        finished.forget();
        finished.forget();
        sweeper.sweepFiles();

        var shown = tickets.story(code, people.bruno()).messages().get(0);
        assertThat(shown.html()).isEqualTo(said);
        assertThat(shown.files().get(0).name()).isEqualTo("nota.txt");
        assertThat(shown.files().get(0).detail())
                .matches("1 KB · Removido em \\d\\d/\\d\\d/\\d{4} pelo prazo de guarda");
        assertThat(shown.files().get(0).look()).isEmpty();
        assertThat(losses(code, people.bruno())).containsExactly("1");
        assertThat(losses(code, people.talita())).containsExactly("1", "1");
        assertThat(contents(file) + contents(noted)).isZero();
        assertThat(trail.of(AuditSubject.PRIVACY, 0).get(0).audited().act()).isEqualTo("tickets.audit.files-removed");
    }

    @Test
    void whoeverMaySeeTheTicketHearsThatItIsGoneAndToOthersItNeverWas() throws Exception {
        var file = sent(people.bruno());
        var noted = sent(people.talita());
        var code = opened(file);
        note(code, noted);
        closed(code, 31);
        periods.keep(loja(), 30, people.admin());
        finished.forget();

        var gone = as("bruno@jatoba.example").get("attachments/" + file.id());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(Api.json(gone).getString("detail")).contains("“nota.txt” foi removido em");
        assertThat(as("carla@araca.example").get("attachments/" + file.id()).statusCode())
                .isEqualTo(404);
        assertThat(as("bruno@jatoba.example").get("attachments/" + noted.id()).statusCode())
                .as("a note's")
                .isEqualTo(404);
        var told = Api.json(as("bruno@jatoba.example").get("tickets/" + code.digits() + "/messages"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("attachments")
                .getJsonObject(0);
        assertThat(told.getString("removedAt")).isNotEmpty();
        assertThat(told.isNull("sha256")).isTrue();
        assertThat(told.getBoolean("locked")).isTrue();
    }

    @Test
    void theSameContentElsewhereStays() throws Exception {
        var content = "o mesmo " + UUID.randomUUID();
        var file = sent(people.bruno(), content);
        var other = sent(people.bruno(), content);
        closed(opened(file), 31);
        opened(other);
        periods.keep(loja(), 30, people.admin());

        finished.forget();
        sweeper.sweepFiles();

        assertThat(isKept(file)).isFalse();
        try (var bytes = attachments.open(tickets.file(other.id(), people.bruno()), 0)) {
            assertThat(bytes).hasContent(content);
        }
    }

    @Test
    void whatIsOpenHeldNewerOrToldWithSuchStaysAndSoDoesAllWithoutAPeriod() throws Exception {
        var files = Map.of(
                "open", sent(people.bruno()),
                "newer", sent(people.bruno()),
                "held", sent(people.bruno()),
                "linked", sent(people.bruno()),
                "merged", sent(people.bruno()),
                "old", sent(people.bruno()));
        var open = opened(of(files, "open"));
        closed(opened(of(files, "newer")), 29);
        var held = opened(of(files, "held"));
        var linked = opened(of(files, "linked"));
        links.add(linked, new Link(LinkRole.RELATED, open, Channel.API), people.talita(), null);
        var merged = opened(of(files, "merged"));
        merges.merge(merged, new Merging(open, Channel.API), people.talita(), null);
        var old = opened(of(files, "old"));
        for (var code : List.of(held, linked, merged, old)) {
            closed(code, 31);
        }
        holds.ofTicket(held, "Ação judicial", null, people.admin());
        finished.forget();
        assertThat(files.values()).as("no unit has a period").allMatch(this::isKept);

        periods.keep(loja(), 30, people.admin());
        finished.forget();

        assertThat(files.entrySet().stream()
                        .filter(one -> !isKept(one.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactly("old");
        closed(open, 31);
        finished.forget();
        assertThat(files.entrySet().stream()
                        .filter(one -> isKept(one.getValue()))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("newer", "held");
    }

    @Test
    void aFileThatTwoTicketsHaveStaysUntilItsTimeIsOverInBoth() throws Exception {
        var file = sent(people.bruno());
        var code = opened(file);
        var message = tickets.story(code, people.talita()).messages().get(0).id();
        var part = splits.split(code, new Split(List.of(message), null, Channel.API), people.talita(), null)
                .code();
        periods.keep(loja(), 30, people.admin());
        unlinked(code);
        closed(code, 31);

        finished.forget();
        assertThat(isKept(file)).isTrue();
        assertThat(losses(code, people.talita())).isEmpty();

        closed(part, 31);
        finished.forget();
        assertThat(isKept(file)).isFalse();
        assertThat(losses(code, people.talita())).containsExactly("1");
        assertThat(losses(part, people.talita())).containsExactly("1");
    }

    private void unlinked(TicketCode code) throws Exception {
        transaction.begin();
        em.createNativeQuery("delete from tickets_link where ticket_id = ?1 or target_id = ?1")
                .setParameter(1, code.number())
                .executeUpdate();
        transaction.commit();
    }

    @Test
    void whatGoesWithinThirtyDaysIsSaidBeforehand() throws Exception {
        var file = sent(people.bruno());
        closed(opened(file), 20);
        closed(opened(sent(people.bruno())), 5);
        assertThat(counted().leaving().count()).isZero();
        periods.keep(loja(), 45, people.admin());
        var before = counted().leaving();
        assertThat(before.count()).isPositive();
        assertThat(before.bytes()).isPositive();

        closed(opened(sent(people.bruno())), 16);
        closed(opened(sent(people.bruno())), 14);

        assertThat(counted().leaving().count()).isEqualTo(before.count() + 1);
    }

    @Test
    void onlyAdministratorsSayHowLongAndItIsOnRecord() {
        for (var person : List.of(people.talita(), people.of("lia@guiche.example"), people.joana(), people.bruno())) {
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> periods.all(person));
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> periods.keep(loja(), 90, person));
        }
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> periods.keep(loja(), FilePeriod.MOST + 1, people.admin()));

        periods.keep(loja(), 90, people.admin());
        periods.keep(loja(), 90, people.admin());

        var line = trail.of(AuditSubject.UNIT, loja()).get(0);
        assertThat(line.audited().act()).isEqualTo("tickets.audit.files-period");
        assertThat(line.audited().before()).hasToString("{days=0}");
        assertThat(line.audited().after()).hasToString("{days=90}");
        assertThat(line.audited().subjectName()).isEqualTo("Loja");
    }
}
