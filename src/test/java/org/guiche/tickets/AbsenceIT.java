package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Attachments;
import org.guiche.partners.Companies;
import org.guiche.shared.NotFound;
import org.guiche.support.People;
import org.guiche.support.Samples;
import org.guiche.support.Statements;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SECURITY 1: what is somebody else's is looked for in the same statements as what is not there, so that no clock tells one from the other. */
@ExtendWith(ArquillianExtension.class)
class AbsenceIT {

    private static final TicketCode NEVER = new TicketCode(999_999_999);
    private static final long NO_COMPANY = 999_999_999;

    @EJB
    Tickets tickets;

    @EJB
    Comments comments;

    @EJB
    Solutions solutions;

    @EJB
    Replies replies;

    @EJB
    Changes changes;

    @EJB
    Companies companies;

    @EJB
    Attachments attachments;

    @Inject
    People people;

    @PersistenceContext
    EntityManager em;

    @Test
    void aTicket() throws Exception {
        var carla = people.carla();
        var foreign = tickets.open(Requests.loja("De outro"), people.bruno()).code();

        isLookedForAlike(foreign, NEVER, code -> tickets.get(code, carla));
        isLookedForAlike(foreign, NEVER, code -> tickets.story(code, carla));
        isLookedForAlike(foreign, NEVER, code -> tickets.history(code, 50, null, carla));
        isLookedForAlike(foreign, NEVER, code -> tickets.conversation(code, 50, null, carla));
        isLookedForAlike(foreign, NEVER, code -> comments.add(code, said(), carla));
        isLookedForAlike(foreign, NEVER, code -> solutions.confirm(code, carla, Channel.API));
        isLookedForAlike(foreign, NEVER, code -> replies.add(code, said(), carla, null));
        isLookedForAlike(
                foreign,
                NEVER,
                code -> changes.changeStatus(
                        code, new StatusChange("resolvido", null, null, Channel.API), carla, null));
    }

    @Test
    void aFile() throws Exception {
        var bruno = people.bruno();
        var carla = people.carla();
        var unused = upload(bruno);
        var used = upload(bruno);
        var code = tickets.open(Requests.withFiles(Requests.loja("Com anexo"), used), bruno)
                .code();
        var noted = upload(people.talita());
        replies.add(code, note(noted), people.talita(), null);

        for (var file : List.of(unused, used, noted)) {
            isLookedForAlike(file, UUID.randomUUID(), id -> tickets.file(id, carla));
        }
        isLookedForAlike(noted, UUID.randomUUID(), id -> tickets.file(id, bruno));
        isLookedForAlike(unused, UUID.randomUUID(), id -> attachments.claim(List.of(id), carla));
        isLookedForAlike(used, UUID.randomUUID(), id -> attachments.discard(id, bruno));
        assertThat(tickets.file(used, bruno).id()).isEqualTo(used);
    }

    @Test
    void aCompanyAndAProject() throws Exception {
        var marina = people.marina();
        var foreign = people.company("Vinícola Serra Alta");
        var own = people.company("Casa Jatobá");

        isLookedForAlike(foreign, NO_COMPANY, id -> companies.get(id, marina));
        isLookedForAlike(foreign, NO_COMPANY, id -> companies.opening(id, null, marina));
        isLookedForAlike(foreign, NO_COMPANY, id -> tickets.open(Requests.parceiros(id, null), marina));
        isLookedForAlike(people.project("Clube de assinatura"), NO_COMPANY, id -> companies.opening(own, id, marina));
    }

    private <T> void isLookedForAlike(T foreign, T missing, Consumer<T> look) throws Exception {
        var first = statements(foreign, look);
        var second = statements(missing, look);

        assertThat(first).isEqualTo(second).isNotEmpty();
    }

    private <T> List<String> statements(T what, Consumer<T> look) throws Exception {
        var counted = Statements.counting(em, () -> catchThrowable(() -> look.accept(what)));
        assertThat(counted.result()).isInstanceOf(NotFound.class);
        return counted.statements();
    }

    private UUID upload(Person person) {
        var allowed = new AllowedFiles(Set.of("png"), 1_000_000);
        return attachments
                .store(person, "tela.png", new ByteArrayInputStream(Samples.png()), allowed)
                .id();
    }

    private static Reply said() {
        return new Reply("Oi", TextFormat.TEXT, false, List.of(), List.of(), null, null, Channel.API);
    }

    private static Reply note(UUID file) {
        return new Reply("Só nós", TextFormat.TEXT, true, List.of(), List.of(file), null, null, Channel.API);
    }
}
