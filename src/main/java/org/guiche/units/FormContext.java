package org.guiche.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form may offer besides its own options: whose ticket it is, what that company contracted, its projects. */
public record FormContext(
        @Nullable String partner,
        @Nullable String client,
        @Nullable String project,
        List<Option> services,
        List<Option> projects) {

    public FormContext {
        services = List.copyOf(services);
        projects = List.copyOf(projects);
    }

    /** Nothing known yet. */
    public static FormContext empty() {
        return new FormContext(null, null, null, List.of(), List.of());
    }
}
