package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiche.accounts.Person;
import org.guiche.attachments.AllowedFiles;
import org.guiche.attachments.Destination;
import org.guiche.attachments.StoredFile;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Units;

/** Which files a unit takes: said when one is sent, and checked again when a ticket or message uses it. */
@Dependent
class UnitFiles {

    private static final Pattern PLACE = Pattern.compile("(unit|ticket)/([\\w-]{1,60})");

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    void asked(@Observes Destination destination) {
        var place = PLACE.matcher(destination.place());
        if (place.matches()) {
            var unit = place.group(1).equals("unit")
                    ? unit(place.group(2), destination.person())
                    : unitOf(place.group(2), destination.person());
            unit.ifPresent(found -> destination.takesLarge(of(found), "unit/" + found.id()));
        }
    }

    private Optional<BusinessUnit> unit(String key, Person person) {
        return units.openableBy(person).stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst();
    }

    private Optional<BusinessUnit> unitOf(String code, Person person) {
        return code.matches("\\d{1,12}")
                ? Optional.ofNullable(em.find(Ticket.class, Long.valueOf(code)))
                        .filter(ticket -> TicketAccess.canRead(person, ticket))
                        .map(ticket -> units.get(ticket.unitId))
                : Optional.empty();
    }

    private static AllowedFiles of(BusinessUnit unit) {
        return AllowedFiles.of(unit.settings().extensions());
    }

    /** Refuses files that the ticket's unit does not take. */
    void check(Ticket ticket, List<StoredFile> files) {
        var errors = files.isEmpty() ? List.<FieldError>of() : refused(units.get(ticket.unitId), files);
        if (!errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
    }

    /** What the unit has against these files. */
    static List<FieldError> refused(BusinessUnit unit, List<StoredFile> files) {
        var allowed = of(unit);
        return files.stream()
                .filter(file -> !allowed.permits(file))
                .map(file -> new FieldError(
                        "attachments", "tickets.attachments.type", file.name(), unit.name(), allowed.list()))
                .toList();
    }
}
