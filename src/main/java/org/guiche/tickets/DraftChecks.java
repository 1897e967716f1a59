package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Opening;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.units.FormContext;
import org.guiche.units.Units;

/** What each step of the wizard asks before it lets one go on. Sending checks all of it again. */
@Stateless
public class DraftChecks {

    @Inject
    Clock clock;

    @Inject
    Units units;

    @Inject
    Companies companies;

    /**
     * Refuses what the ticket's first step must have and has not: for whom, the unit, the answers, the subject, a
     * description. All of it at once, each beside its field.
     */
    public void checkRequest(DraftContent content, Person person) {
        refuse(missing(content, person));
    }

    /** Whether the first step is complete. */
    public boolean isRequestComplete(DraftContent content, Person person) {
        return missing(content, person).isEmpty();
    }

    /** Refuses a contact that nobody could be reached by, and addresses in copy that are none. */
    public void checkContact(DraftContent content) {
        var errors = new ArrayList<FieldError>();
        RequestRules.contact(content.contact(), errors);
        RequestRules.cc(content.cc(), errors);
        refuse(errors);
    }

    /** Whom to talk to about the ticket: as written, else as far as it is known without asking. */
    public Contact contact(DraftContent content, Person person) {
        var written = content.contact();
        return written == null
                ? Opener.known(companies.opening(content.onBehalfOf(), content.project(), person), person)
                : written;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
    }

    private List<FieldError> missing(DraftContent content, Person person) {
        var errors = new ArrayList<FieldError>();
        var opening = opening(content, person, errors);
        if (content.unit() == null) {
            errors.add(new FieldError("unit", "tickets.unit.required"));
        } else {
            var unit = units.get(content.unit(), person);
            var context = opening.map(known -> FormContext.of(known, unit.today(clock.instant())))
                    .orElseGet(() -> units.context(unit, null, null, person));
            var request = content.request(UUID.randomUUID());
            RequestRules.answers(unit, request, context, errors);
            RequestRules.subject(unit, request, context, errors);
        }
        RequestRules.description(content.description(), errors);
        return errors;
    }

    private Optional<Opening> opening(DraftContent content, Person person, List<FieldError> errors) {
        try {
            return Optional.of(companies.opening(content.onBehalfOf(), content.project(), person));
        } catch (RuleViolation refusal) {
            errors.addAll(refusal.fields());
            return Optional.empty();
        }
    }
}
