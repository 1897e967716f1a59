package org.guiche.tickets.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.guiche.shared.Texts;
import org.guiche.tickets.Standards;
import org.guiche.units.BusinessUnit;

/** What is usual in a unit that promises nothing, for the pages of tickets; asked for once a request. */
@Named
@RequestScoped
public class Expectations {

    @EJB
    Standards standards;

    private final Map<Long, String> known = new HashMap<>();

    /** As measured, as the unit says, or that tickets come in their order. */
    public String of(BusinessUnit unit) {
        return known.computeIfAbsent(
                unit.id(), id -> standards.expectation(unit).orElseGet(() -> Texts.get("tickets.opened.fifo")));
    }
}
