package org.guiche.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.support.People;
import org.guiche.units.Units;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A draft in several windows: the one that is behind writes over nothing, and nothing is sent that it did not show. */
@ExtendWith(ArquillianExtension.class)
class DraftsIT {

    @EJB
    Drafts drafts;

    @EJB
    SentDrafts sentDrafts;

    @PersistenceContext
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Inject
    People people;

    @Inject
    Units units;

    private Person carla;

    @BeforeEach
    void nothingWritten() {
        carla = people.carla();
        drafts.discard(carla);
    }

    private DraftWindow window() {
        return DraftWindow.on(drafts.current(carla));
    }

    private static DraftContent saying(String subject) {
        return DraftContent.NOTHING.with(new DraftContent.Request(
                "loja", null, null, Map.of(), subject, Map.of(), "<p>O frete não soma.</p>", List.of()));
    }

    @Test
    void aWindowThatIsBehindWritesOverNothing() {
        drafts.save(window(), saying("Antes"), carla);
        var here = window();
        var there = window();

        assertThat(drafts.save(there, saying("Da outra janela"), carla)).isPresent();
        assertThat(drafts.save(here, saying("Desta janela"), carla)).isEmpty();

        assertThat(drafts.current(carla).isAheadOf(here)).isTrue();
        assertThat(drafts.current(carla).isAheadOf(there)).isFalse();
        assertThat(drafts.current(carla).content().request().subject()).isEqualTo("Da outra janela");
    }

    @Test
    void aDraftGoesAMonthAfterItWasSentAndOneThatIsWrittenStays() throws Exception {
        var old = sent("Enviado há muito");
        var fresh = sent("Enviado há pouco");
        drafts.save(window(), saying("Ainda a escrever"), carla);
        transaction.begin();
        em.createNativeQuery("""
                        update tickets_draft set updated_at = updated_at - make_interval(days => 31)
                        where person_id = ?1 and id <> cast(?2 as uuid)""")
                .setParameter(1, carla.id())
                .setParameter(2, fresh.draft().toString())
                .executeUpdate();
        transaction.commit();
        var ticket = drafts.sentAs(old.draft(), carla).orElseThrow();

        sentDrafts.forget();

        assertThat(drafts.sentAs(old.draft(), carla)).isEmpty();
        assertThat(drafts.sentAs(fresh.draft(), carla)).isPresent();
        assertThat(drafts.current(carla).content().request().subject()).isEqualTo("Ainda a escrever");
        drafts.discard(carla);
        assertThat(drafts.submit(old, saying("Enviado há muito"), carla))
                .as("sent again from a window forgotten open")
                .hasValueSatisfying(again -> assertThat(again.code()).isEqualTo(ticket));
    }

    private DraftWindow sent(String subject) {
        var window = window();
        assertThat(drafts.submit(window, saying(subject), carla)).isPresent();
        return window;
    }

    @Test
    void aWindowThatSawTheOthersWritingMayWriteOverIt() {
        drafts.save(window(), saying("Antes"), carla);
        var here = window();
        var there = window();
        drafts.save(there, saying("Da outra janela"), carla);

        assertThat(drafts.save(here.seeing(drafts.current(carla)), saying("Desta janela"), carla))
                .isPresent();

        assertThat(drafts.save(there, saying("De novo da outra"), carla)).isEmpty();
        assertThat(drafts.save(here, saying("Mais desta janela"), carla)).isPresent();
    }

    @Test
    void anAnswerThatWasLostMakesNoStrangerOfTheWindow() {
        var here = window();
        drafts.save(here, saying("Chegou, mas a resposta não"), carla);

        assertThat(drafts.save(here, saying("Enviado de novo"), carla)).isPresent();
    }

    @Test
    void ofTwoWindowsThatBothBeginOneIsBehind() {
        var here = window();
        var there = window();
        drafts.save(there, saying("Da outra janela"), carla);

        assertThat(drafts.save(here, saying("Desta janela"), carla)).isEmpty();
        assertThat(drafts.current(carla).isAheadOf(here)).isTrue();
    }

    @Test
    void whatWasDiscardedInAnotherWindowIsKeptWhereItIsStillWritten() {
        drafts.save(window(), saying("Antes"), carla);
        var here = window();
        drafts.discard(carla);

        assertThat(drafts.save(here, saying("Continuo escrevendo"), carla)).isPresent();
    }

    @Test
    void aWindowThatIsBehindSendsNothingAndOneThatComesSecondGetsTheFirstTicket() {
        drafts.save(window(), saying("Antes"), carla);
        var here = window();
        var there = window();
        drafts.save(there, saying("Da outra janela"), carla);

        assertThat(drafts.submit(here, saying("Desta janela"), carla)).isEmpty();
        assertThat(drafts.sentAs(here.draft(), carla)).isEmpty();

        var ticket = drafts.submit(there, saying("Da outra janela"), carla).orElseThrow();
        var again = drafts.submit(here, saying("Desta janela"), carla).orElseThrow();
        assertThat(again.code()).isEqualTo(ticket.code());
        assertThat(again.subject()).isEqualTo("Da outra janela");
        assertThat(drafts.sentAs(here.draft(), carla)).contains(ticket.code());
    }

    @Test
    void nobodyWritesOrSeesTheDraftOfSomebodyElse() {
        var here = window();
        drafts.save(here, saying("Da Carla"), carla);
        var bruno = people.bruno();
        drafts.discard(bruno);

        assertThat(drafts.save(here, saying("Do Bruno"), bruno)).isEmpty();
        assertThat(drafts.submit(here, saying("Do Bruno"), bruno)).isEmpty();
        assertThat(drafts.current(carla).content().request().subject()).isEqualTo("Da Carla");
    }

    @Test
    void theOnlyUnitThatThereIsNeedsNoChoosing() {
        var openable = units.openableBy(carla);
        var only = openable.get(0);

        assertThat(DraftViews.chosen(null, List.of(only))).isEqualTo(only);
        assertThat(DraftViews.chosen("another that is gone", List.of(only))).isEqualTo(only);
        assertThat(DraftViews.chosen(null, openable)).isNull();
        assertThat(DraftViews.chosen(openable.get(1).key(), openable)).isEqualTo(openable.get(1));
    }

    @Test
    void aPageCarriesAWindowAndNothingElsePassesForOne() {
        var here = window();

        assertThat(DraftWindow.parse(here.toString())).contains(here);
        assertThat(DraftWindow.parse(here.draft() + "/-1/" + UUID.randomUUID())).isEmpty();
        assertThat(DraftWindow.parse("null")).isEmpty();
    }
}
