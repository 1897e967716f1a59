package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Opening;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormContext;
import org.guiche.units.FormState;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Units;

/** Makes a ticket of a request: checks all of it again, decides group, sector, priority and deadlines. */
@Dependent
class Opener {

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    Companies companies;

    @Inject
    Callers callers;

    @Inject
    TicketQueries queries;

    @Inject
    Ledger ledger;

    @Inject
    ServiceClocks clocks;

    /** What stands of a request once it is checked. */
    private record Checked(FormState form, String subject, RichText description) {}

    /** A ticket just made, and what was looked up for it. */
    record Made(Ticket ticket, Opening opening, Person requester, RichText description) {

        boolean contactIs(Person person) {
            return person.email().equals(ticket.contact.get("email"));
        }

        TicketQueries.Names names(String groupName, Person opener) {
            var company = opening.company();
            var project = opening.project();
            return new TicketQueries.Names(
                    requester.name(),
                    opener.name(),
                    null,
                    groupName,
                    company == null ? null : company.name(),
                    project == null ? null : project.name(),
                    description.html());
        }
    }

    Made open(OpenTicket sent, Person opener) {
        TicketAccess.requireWriter(opener);
        var caller = callers.find(sent.onBehalfOf(), sent.contact(), opener);
        var request = caller.isPresent() ? sent.byPhone() : sent;
        var requester = caller.orElse(opener);
        var unit = units.get(request.unit(), opener);
        var opening = companies.opening(request.onBehalfOf(), request.project(), requester);
        var checked = check(request, unit, FormContext.of(opening, unit.today(ledger.now())));
        var promise = Promise.of(unit, request, opening.serviceNames());
        var contact = request.contact() == null ? Contact.known(opening, opener) : request.contact();
        var route = Routes.of(unit, opening, checked.form().kept(), sectors);
        var origin = Origin.of(request, opening, requester, opener).at(ledger.now());
        var ticket = Ticket.open(queries.nextCode(), unit, route, origin);
        ticket.tell(checked.subject(), checked.form().kept(), contact.kept(), Ledger.cc(request.cc()));
        ticket.promise(promise, ledger.now());
        em.persist(ticket);
        clocks.begin(ticket, unit, promise);
        var made = new Made(ticket, opening, requester, checked.description());
        record(made, request, opener);
        return made;
    }

    /** Refuses all that is wrong with the request at once. */
    private static Checked check(OpenTicket request, BusinessUnit unit, FormContext context) {
        var errors = new ArrayList<FieldError>();
        var form = RequestRules.answers(unit, request, context, errors);
        var subject = RequestRules.subject(unit, request, context, errors);
        var description = RichText.of(request.format(), request.description());
        RequestRules.description(description, errors);
        RequestRules.contact(request.contact(), errors);
        RequestRules.cc(request.cc(), errors);
        if (!errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
        return new Checked(form, subject, description);
    }

    private void record(Made made, OpenTicket request, Person opener) {
        var ticket = made.ticket();
        var act = new Act(ticket, opener, request.channel());
        ledger.record(act, EventType.CREATED);
        if (made.opening().isOfConcludedProject()) {
            ledger.record(act, EventType.GENERAL_FLOW);
        }
        var first = new Reply(
                request.description(),
                request.format(),
                false,
                ticket.cc,
                request.attachments(),
                null,
                null,
                request.channel());
        ledger.begin(act, first, made.description(), ticket.subject);
    }

    /** The team that it waits for first. */
    Sector sector(BusinessUnit unit, Opening opening, FormState form) {
        return Routes.of(unit, opening, form.kept(), sectors).sector();
    }
}
