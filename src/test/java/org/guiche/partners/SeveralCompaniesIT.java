package org.guiche.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import java.util.Set;
import java.util.UUID;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.People;
import org.guiche.accounts.Person;
import org.guiche.shared.Email;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever belongs to several companies says for which one a ticket opens. */
@ExtendWith(ArquillianExtension.class)
class SeveralCompaniesIT {

    @EJB
    Companies companies;

    @EJB
    Groups groups;

    @EJB
    People people;

    private Company first;
    private Company second;
    private Person person;

    @BeforeEach
    void belongToTwo() {
        first = companies.add("Primeira de Duas", null);
        second = companies.add("Segunda de Duas", null);
        var email = new Email(UUID.randomUUID() + "@duas.example");
        var id = people.register(new NewPerson("Pessoa de Duas", email, null, null, null, Set.of()));
        groups.join(id, first.groupId(), false, null);
        groups.join(id, second.groupId(), true, null);
        person = people.get(id);
    }

    @Test
    void bothAreOfferedAndOneHasToBeChosen() {
        assertThat(companies.openableBy(person)).containsExactlyInAnyOrder(first, second);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> companies.opening(null, null, person))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo("onBehalfOf")));
    }

    @Test
    void theTicketBelongsToTheOneThatWasChosenAndToNoThirdOne() {
        assertThat(companies.opening(second.id(), null, person).groupId()).isEqualTo(second.groupId());
        assertThat(companies.opening(first.id(), null, person).company()).isEqualTo(first);
        var third = companies.add("Terceira", null);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> companies.opening(third.id(), null, person));
    }
}
