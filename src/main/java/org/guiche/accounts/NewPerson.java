package org.guiche.accounts;

import java.util.Set;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Somebody to register. Without a password the person cannot sign in yet. */
public record NewPerson(
        String name,
        Email email,
        @Nullable Cpf cpf,
        @Nullable Phone phone,
        @Nullable String password,
        Set<Role> roles) {

    static final int LONGEST_NAME = 200;

    public NewPerson {
        roles = Set.copyOf(roles);
        name = checkedName(name);
    }

    static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw RuleViolation.of("name", "accounts.name.invalid", LONGEST_NAME);
        }
        return name.strip();
    }
}
