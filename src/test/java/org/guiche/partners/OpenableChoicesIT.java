package org.guiche.partners;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guiche.accounts.Groups;
import org.guiche.accounts.NewPerson;
import org.guiche.accounts.Person;
import org.guiche.shared.Email;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever opens a ticket chooses a company from a list, and looks for it where the list would be long. */
@ExtendWith(ArquillianExtension.class)
class OpenableChoicesIT {

    @EJB
    OpenableChoices choices;

    @EJB
    Companies companies;

    @EJB
    Groups groups;

    @EJB
    org.guiche.accounts.People accounts;

    @Inject
    People people;

    private final String word = "Q" + UUID.randomUUID().toString().replace("-", "");

    private Person member(int count) {
        var email = new Email(UUID.randomUUID() + "@muitas.example");
        var id = accounts.register(new NewPerson("Pessoa de Muitas", email, null, null, null, Set.of()));
        IntStream.range(0, count).forEach(number -> {
            var company = companies.add("%s número %03d".formatted(word, number), null);
            groups.join(id, company.groupId(), false, null);
        });
        return accounts.get(id);
    }

    @Test
    void fewAreListedAndMoreThanFiftyAreLookedFor() {
        var few = choices.of(null, member(3));
        assertThat(few.searched()).isFalse();
        assertThat(few.listed()).hasSize(3).extracting(Company::name).isSorted();
        assertThat(few.isMany()).isTrue();

        var person = member(OpenableChoices.MOST_LISTED + 1);
        assertThat(choices.of(null, person).searched()).isTrue();
        assertThat(choices.of(null, person).listed()).isEmpty();
        assertThat(choices.search(word, person))
                .hasSize(20)
                .extracting(Company::name)
                .isSorted();
        assertThat(choices.search(word + " 050", person)).hasSize(1);
    }

    @Test
    void theStaffLooksForAnyByNameOrCnpjAndForNoClosedOne() {
        assertThat(choices.of(null, people.rafael()).searched()).isTrue();
        assertThat(choices.search("jatoba", people.rafael()))
                .extracting(Company::name)
                .contains("Casa Jatobá");
        var one = companies.add(word, null);
        assertThat(choices.search(word, people.rafael())).containsExactly(one);
        assertThat(choices.search("", people.rafael())).isEmpty();
        assertThat(choices.search("' | !a:*", people.igor())).doesNotContain(one);
    }

    @Test
    void nothingOfOthersIsFoundOrChosen() {
        var others = companies.add(word + " de outros", null);
        for (var person : new Person[] {people.marina(), people.bruno(), member(OpenableChoices.MOST_LISTED + 1)}) {
            assertThat(choices.search(word + " outros", person)).isEmpty();
            assertThat(choices.of(others.id(), person).chosen()).isNull();
            assertThat(choices.find(others.id(), person)).isEmpty();
        }
        assertThat(choices.search("casa jat", people.marina()))
                .extracting(Company::name)
                .contains("Casa Jatobá");
    }
}
