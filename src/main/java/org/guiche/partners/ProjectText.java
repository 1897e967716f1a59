package org.guiche.partners;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is written down of a project; refuses a name that is none. */
public record ProjectText(
        String name, @Nullable Long partnerId, @Nullable LocalDate concludedOn) {

    public ProjectText {
        name = CompanyText.name(name, "name");
    }
}
