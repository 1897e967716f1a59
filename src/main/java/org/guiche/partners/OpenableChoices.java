package org.guiche.partners;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.Person;
import org.jspecify.annotations.Nullable;

/** Choosing one of the companies that a person may open tickets for, however many they are: what is another's is neither found nor chosen. */
@Stateless
public class OpenableChoices {

    /** More than these are looked for. */
    public static final int MOST_LISTED = 50;

    private static final int MOST_FOUND = 20;

    @Inject
    OpenableCompanies openable;

    /**
     * What there is to choose from, and what is chosen of it. The staff, who open for all companies, always look for them.
     *
     * @param chosen the id of a company; null for none, and as good as null where the person may not open for it
     */
    public OpenableChoice of(@Nullable Long chosen, Person person) {
        var all = person.isStaff()
                ? List.<Company>of()
                : openable.list(person, " order by c.name, c.id limit " + (MOST_LISTED + 1));
        var searched = person.isStaff() || all.size() > MOST_LISTED;
        var found = chosen == null
                ? null
                : searched
                        ? openable.find(chosen, person).orElse(null)
                        : all.stream()
                                .filter(company -> company.id() == chosen)
                                .findFirst()
                                .orElse(null);
        return new OpenableChoice(searched ? List.of() : all, searched, found);
    }

    /** The first twenty, by name, whose names have words that begin like those, or whose CNPJ begins like that. */
    public List<Company> search(String words, Person person) {
        return openable.search(words, person, MOST_FOUND);
    }

    /** That one, where the person may open for it. */
    public Optional<Company> find(long id, Person person) {
        return openable.find(id, person);
    }

    /** The first one by name, for an example. */
    public Optional<Company> first(Person person) {
        return openable.list(person, " order by c.name, c.id limit 1").stream().findFirst();
    }
}
