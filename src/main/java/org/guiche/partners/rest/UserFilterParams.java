package org.guiche.partners.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.guiche.accounts.PersonSearch;
import org.guiche.accounts.Role;
import org.guiche.shared.Cpf;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.rest.Words;
import org.jspecify.annotations.Nullable;

/** Which people of a list are asked for. No CPF is: it would stand in an address (SECURITY 37). */
public class UserFilterParams {

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("role")
    @Nullable
    String role;

    @QueryParam("company")
    @Nullable
    String company;

    @QueryParam("active")
    @Nullable
    String active;

    PersonSearch search() {
        return new PersonSearch(words(), null, role(), Set.of(), active(), false);
    }

    private String words() {
        var words = word("q", q);
        if (Cpf.looksLike(words)) {
            throw RuleViolation.of("q", "accounts.people.cpf-in-address");
        }
        return words;
    }

    private static String word(String name, @Nullable String value) {
        return Words.keepable(name, Objects.requireNonNullElse(value, "").strip());
    }

    private @Nullable Role role() {
        var word = word("role", role).toUpperCase(Locale.ROOT);
        return word.isEmpty()
                ? null
                : Arrays.stream(Role.values())
                        .filter(one -> one.name().equals(word))
                        .findFirst()
                        .orElseThrow(() -> unknown("role", word));
    }

    private @Nullable Boolean active() {
        var word = word("active", active);
        if (!word.isEmpty() && !word.equals("true") && !word.equals("false")) {
            throw unknown("active", word);
        }
        return word.isEmpty() ? null : Boolean.valueOf(word);
    }

    /** The number of the company; null where none is asked for. */
    @Nullable
    Long company() {
        var word = word("company", company);
        if (!word.isEmpty() && !word.matches("\\d{1,18}")) {
            throw unknown("company", word);
        }
        return word.isEmpty() ? null : Long.valueOf(word);
    }

    private static RuleViolation unknown(String name, String word) {
        return RuleViolation.of(name, "accounts.people.filter", word);
    }
}
