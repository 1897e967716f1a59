package org.guiche.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import org.guiche.accounts.PersonAnonymised;
import org.guiche.accounts.Traces;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.RuleViolation;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People keep reports for themselves, and nothing of them stays when they go (PRODUCT 9). */
@ExtendWith(ArquillianExtension.class)
class SavedViewsIT {

    private static final String MONTH = "periodo=30";

    @EJB
    SavedViews views;

    @Inject
    People people;

    @Inject
    Event<PersonAnonymised> anonymised;

    @Resource
    UserTransaction transaction;

    @AfterEach
    void nobodyKeepsAny() {
        for (var person : List.of(people.talita(), people.rafael())) {
            views.of(person).forEach(view -> views.remove(view.address(), person));
        }
    }

    @Test
    void eachSeesTheOwnAndSavingAgainRenames() {
        views.save(new SavedView("Mês", MONTH), people.talita());
        views.save(new SavedView(" O mês ", MONTH), people.talita());
        views.save(new SavedView("Mês", MONTH), people.rafael());

        assertThat(views.of(people.talita())).containsExactly(new SavedView("O mês", MONTH));
        views.remove(MONTH, people.rafael());
        assertThat(views.of(people.talita())).hasSize(1);
    }

    @Test
    void aNameIsNeededAndStandsForOneReport() {
        views.save(new SavedView("Mês", MONTH), people.talita());

        for (var wrong : List.of(
                new SavedView("  ", "periodo=7"),
                new SavedView("a".repeat(61), "periodo=7"),
                new SavedView("MÊS", "periodo=7"),
                new SavedView("Longa", "etiqueta=" + "a".repeat(1_000)))) {
            assertThatThrownBy(() -> views.save(wrong, people.talita()))
                    .as(wrong.name())
                    .isInstanceOf(RuleViolation.class);
        }
        assertThatThrownBy(() -> views.save(new SavedView("Meu", MONTH), people.bruno()))
                .as("a requester has no reports")
                .isInstanceOf(AccessDenied.class);
        assertThat(views.of(people.talita())).hasSize(1);
    }

    @Test
    void whoeverIsErasedIsInNobodysReports() throws Exception {
        views.save(new SavedView("Chamados de Zulmira Anhaia", MONTH), people.talita());
        views.save(new SavedView("Etiqueta", "etiqueta=" + "zulmira+anhaia"), people.talita());
        views.save(new SavedView("Próprio", MONTH), people.rafael());

        transaction.begin();
        var name = "zulmira[^0-9a-z]{0,3}anhaia";
        anonymised.fire(new PersonAnonymised(
                people.rafael().id(),
                "Pessoa removida 1",
                "removida1@guiche.invalid",
                new Traces(name, name, List.of())));
        var left = views.of(people.talita());
        var own = views.of(people.rafael());
        transaction.rollback();

        assertThat(own).isEmpty();
        assertThat(left).hasSize(1).allMatch(view -> !view.name().contains("Zulmira"));
    }
}
