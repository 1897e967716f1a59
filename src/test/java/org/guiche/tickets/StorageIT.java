package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.AccessLog;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.FileGroup;
import org.guiche.attachments.LatestStorage;
import org.guiche.attachments.StorageDesk;
import org.guiche.attachments.StorageReport;
import org.guiche.attachments.StorageReport.Unit;
import org.guiche.shared.AccessDenied;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators see what files take and whose they are, and who of the staff had one is on record. */
@ExtendWith(ArquillianExtension.class)
class StorageIT {

    private static final int SIZE = 3_000;

    @PersistenceContext
    EntityManager em;

    @EJB
    Attachments attachments;

    @EJB
    Tickets tickets;

    @EJB
    StorageDesk desk;

    @EJB
    LatestStorage latest;

    @EJB
    AccessLog access;

    @Inject
    People people;

    @Test
    void aFileCountsForItsUnitAndKindAndBeforeItIsUsedAsUnused() {
        var before = counted();
        var first = upload(people.bruno());
        var unused = counted();
        assertThat(unused.unused().count()).isEqualTo(before.unused().count() + 1);
        assertThat(unused.unused().bytes()).isEqualTo(before.unused().bytes() + SIZE);
        assertThat(loja(unused)).isEqualTo(loja(before));

        send(first);
        var after = counted();

        assertThat(after.unused()).isEqualTo(before.unused());
        assertThat(after.files().bytes()).isEqualTo(before.files().bytes() + SIZE);
        assertThat(loja(after)).isEqualTo(loja(before) + SIZE);
        assertThat(bytes(after, FileGroup.DOCUMENT) - bytes(before, FileGroup.DOCUMENT))
                .isEqualTo(SIZE);
    }

    @Test
    void theSameContentLiesInTheStoreOnce() {
        var text = text();
        var before = counted();
        upload(people.bruno(), text);
        upload(people.bruno(), text);

        assertThat(counted().contents().bytes()).isEqualTo(before.contents().bytes() + SIZE);
        assertThat(counted().files().bytes()).isEqualTo(before.files().bytes() + 2 * SIZE);
    }

    @Test
    void aLookShortlyAfterAnotherCountsNothingAnew() {
        var before = counted();
        upload(people.bruno());

        assertThat(desk.look(people.admin())).isEqualTo(before);
    }

    @Test
    void nobodyButAdministratorsSeesIt() {
        for (var person : List.of(people.talita(), people.of("lia@guiche.example"), people.joana(), people.bruno())) {
            assertThatThrownBy(() -> desk.look(person)).as(person.email()).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void whoOfTheStaffHadAFileIsOnRecordAndTheRequesterIsNot() {
        var file = upload(people.bruno());
        send(file);

        tickets.file(file, people.bruno());
        access.write();
        assertThat(reads(people.bruno(), people.bruno())).isZero();

        tickets.file(file, people.igor());
        access.write();
        assertThat(reads(people.bruno(), people.igor())).isPositive();
    }

    private long reads(Person subject, Person reader) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from accounts_access where subject_id = ?1 and reader_id = ?2 and kind = 'FILE'")
                        .setParameter(1, subject.id())
                        .setParameter(2, reader.id())
                        .getSingleResult())
                .longValue();
    }

    private StorageReport counted() {
        latest.again();
        return desk.look(people.admin());
    }

    private static long loja(StorageReport report) {
        return report.units().stream()
                .filter(one -> one.name().equals("Loja"))
                .map(Unit::total)
                .mapToLong(StorageReport.Total::bytes)
                .sum();
    }

    private static long bytes(StorageReport report, FileGroup group) {
        var total = report.groups().get(group);
        return total == null ? 0 : total.bytes();
    }

    private UUID upload(Person owner) {
        return upload(owner, text());
    }

    private UUID upload(Person owner, String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        return attachments.store(owner, "nota.txt", bytes, AllowedFiles.DEFAULT).id();
    }

    private static String text() {
        return (UUID.randomUUID() + " ".repeat(SIZE)).substring(0, SIZE);
    }

    private void send(UUID file) {
        tickets.open(Requests.withFiles(Requests.loja("Com arquivo"), file), people.bruno());
    }
}
