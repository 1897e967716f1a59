package org.guiche.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.attachments.StoredFile;
import org.guiche.attachments.Sweeper;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Used files that nothing uses any more go after a month, and no file goes that something uses: each module says what it uses. */
@ExtendWith(ArquillianExtension.class)
class UnownedFilesIT {

    @EJB
    Sweeper sweeper;

    @EJB
    Tickets tickets;

    @EJB
    Replies replies;

    @EJB
    Splits splits;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    private StoredFile sent(Person owner) {
        var bytes = new ByteArrayInputStream(("conteúdo " + UUID.randomUUID()).getBytes(UTF_8));
        return attachments.store(owner, "nota.txt", bytes, AllowedFiles.DEFAULT);
    }

    /** Used by something that forgot to say so, or is not there any more. */
    private StoredFile lost() {
        var file = sent(people.bruno());
        attachments.claim(List.of(file.id()), people.bruno());
        return file;
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

    private void longAgo(StoredFile file) throws Exception {
        change(
                "update attachments_file set used_at = used_at - interval '2 days' where id = cast(?1 as uuid)",
                file.id().toString());
    }

    private void aMonthPasses() throws Exception {
        change("update attachments_file set unowned_since = unowned_since - interval '31 days'");
    }

    private boolean isThere(StoredFile file) {
        return !attachments.find(List.of(file.id())).isEmpty();
    }

    private Map<String, StoredFile> oneOfEachOwner() throws Exception {
        var said = sent(people.bruno());
        var code = tickets.open(Requests.withFiles(Requests.loja("Com arquivo"), said.id()), people.bruno())
                .code();
        var noted = sent(people.talita());
        var note = new Reply(
                "Entre nós.", TextFormat.TEXT, true, List.of(), List.of(noted.id()), null, null, Channel.PORTAL);
        replies.add(code, note, people.talita(), null);
        var split = sent(people.bruno());
        var other = tickets.open(Requests.withFiles(Requests.loja("Vai em dois"), split.id()), people.bruno())
                .code();
        var message = tickets.story(other, people.talita()).messages().get(0).id();
        splits.split(other, new Split(List.of(message), null, Channel.API), people.talita(), null);
        change(
                "delete from tickets_message_file where file_id = cast(?1 as uuid) and message_id = ?2",
                split.id().toString(),
                message);
        var contract = lost();
        change("""
                insert into partners_document (contract_id, file_id, signature, added_at)
                select min(id), cast(?1 as uuid), 'ABSENT', now() from partners_contract""", contract.id().toString());
        return Map.of("message", said, "note", noted, "split", split, "contract", contract);
    }

    @Test
    void whatNothingUsesGoesAfterAMonthAndWhatSomethingUsesStays() throws Exception {
        var owned = oneOfEachOwner();
        for (var file : owned.values()) {
            longAgo(file);
        }
        var lost = lost();
        longAgo(lost);
        var draft = sent(people.bruno());

        sweeper.sweepUnowned();
        assertThat(isThere(lost)).as("for a month").isTrue();
        aMonthPasses();
        sweeper.sweepUnowned();

        assertThat(isThere(lost)).isFalse();
        assertThat(owned.entrySet().stream()
                        .filter(one -> !isThere(one.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .isEmpty();
        assertThat(isThere(draft)).as("not used yet").isTrue();
    }

    @Test
    void whatIsUsedAgainMeanwhileStays() throws Exception {
        var found = lost();
        longAgo(found);
        sweeper.sweepUnowned();
        aMonthPasses();
        change("""
                insert into tickets_message_file (message_id, file_id, position)
                select max(id), cast(?1 as uuid), 99 from tickets_message""", found.id().toString());

        sweeper.sweepUnowned();
        sweeper.sweepUnowned();

        assertThat(isThere(found)).isTrue();
    }

    @Test
    void whatWasUsedOnlyJustNowIsNotAskedFor() throws Exception {
        var young = lost();

        sweeper.sweepUnowned();
        aMonthPasses();
        sweeper.sweepUnowned();

        assertThat(isThere(young)).isTrue();
    }
}
