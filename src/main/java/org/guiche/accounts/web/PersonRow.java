package org.guiche.accounts.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.accounts.Membership;
import org.guiche.accounts.PersonEntry;
import org.guiche.shared.Texts;

/** Somebody in a list of people. */
public record PersonRow(PersonEntry entry, boolean chosen, String also) {

    public String getName() {
        return entry.name();
    }

    /** Roles and groups: {@code Atendente N1 · Equipe Guichê}; the address where there are none. */
    public String getTies() {
        var ties = Stream.concat(
                        entry.roles().stream()
                                .sorted()
                                .map(role -> Texts.get(
                                        "accounts.people.who." + role.name().toLowerCase(Locale.ROOT))),
                        entry.memberships().stream().map(Membership::groupName))
                .collect(Collectors.joining(" · "));
        return ties.isEmpty() ? entry.email() : ties;
    }

    public String getCpf() {
        return entry.cpf() == null ? "" : entry.cpf();
    }

    /** The word beside the name, empty for who simply may act. */
    public String getState() {
        return entry.active() && !entry.invited() ? "" : Texts.get("accounts.people.is." + state());
    }

    private String state() {
        return entry.active() ? "invited" : "inactive";
    }

    public String getTone() {
        return entry.active() ? "brand" : "danger";
    }

    public String getHref() {
        return "/accounts/people?person=" + entry.id() + also;
    }

    public String getCss() {
        return chosen ? "sel" : "";
    }

    /** For {@code aria-current}; null for the others. */
    public String getCurrent() {
        return chosen ? "true" : "false";
    }
}
