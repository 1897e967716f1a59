package org.guiche.accounts;

import java.util.Objects;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is called. Where there is a social name it is the one that everybody sees (Decreto 8.727/2016).
 *
 * @param name as on the documents; neither blank nor endless
 * @param socialName what the person is called instead, if anything
 */
public record Naming(String name, @Nullable String socialName) {

    public Naming {
        name = NewPerson.checkedName(name);
        socialName = socialName == null || socialName.isBlank() ? null : socialName.strip();
        if (socialName != null && socialName.length() > NewPerson.LONGEST_NAME) {
            throw RuleViolation.of("socialName", "accounts.name.invalid", NewPerson.LONGEST_NAME);
        }
    }

    /** The name that is shown. */
    public String shown() {
        return Objects.requireNonNullElse(socialName, name);
    }

    /** The same, called otherwise; the name on the documents stays where it is not the one that is shown. */
    Naming shownAs(String other) {
        return socialName == null ? new Naming(other, null) : new Naming(name, NewPerson.checkedName(other));
    }
}
