package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Opening;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.FormContext;
import org.guiche.units.FormState;
import org.guiche.units.Priority;
import org.guiche.units.PriorityChoice;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Target;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** Makes a ticket of a request: checks all of it again, decides group, sector, priority and deadlines. */
@Dependent
class Opener {

    private static final int LONGEST_CONTACT = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    Companies companies;

    @Inject
    TicketQueries queries;

    @Inject
    Ledger ledger;

    /** What a priority promises. */
    record Promise(
            Priority priority,
            @Nullable Classification classification,
            @Nullable Target first,
            @Nullable Target solution) {}

    /** A ticket just made, and what was looked up for it. */
    record Made(Ticket ticket, Opening opening, RichText description) {

        TicketQueries.Names names(String groupName, Person opener) {
            var company = opening.company();
            var project = opening.project();
            return new TicketQueries.Names(
                    opener.name(),
                    opener.name(),
                    null,
                    groupName,
                    company == null ? null : company.name(),
                    project == null ? null : project.name(),
                    description.html());
        }
    }

    Made open(OpenTicket request, Person opener) {
        var unit = units.get(request.unit(), opener);
        var opening = companies.opening(request.onBehalfOf(), request.project(), opener);
        var context = FormContext.of(opening, unit.today(ledger.now()));
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
        var promise = promise(unit, request);
        var ticket = Ticket.open(queries.nextCode(), unit, opening, opener, ledger.now());
        ticket.come(request.channel(), request.submissionKey());
        ticket.tell(subject, form.kept(), Ledger.cc(request.cc()));
        ticket.talkTo(contact(request.contact() == null ? known(opening, opener) : request.contact()));
        ticket.queueAt(sector(unit, opening, form));
        promise(ticket, unit, promise, ledger.now());
        em.persist(ticket);
        var made = new Made(ticket, opening, description);
        record(made, request, opener);
        return made;
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
        ledger.say(act, first, made.description(), ticket.subject);
    }

    /** Whom to talk to, as far as it is known without asking. */
    static Contact known(@Nullable Opening opening, Person person) {
        var phone = person.phone();
        var partner = opening == null ? null : opening.partner();
        var company = opening == null ? null : opening.company();
        return new Contact(
                person.name(),
                person.email(),
                phone == null ? null : phone.formatted(),
                partner != null ? partner.name() : company == null ? null : company.name());
    }

    private static Map<String, Object> contact(Contact contact) {
        var values = new HashMap<String, Object>();
        var phone = contact.phone();
        put(values, "name", contact.name());
        put(values, "email", Email.of(contact.email()).address());
        put(
                values,
                "phone",
                phone == null || phone.isBlank() ? null : Phone.of(phone).e164());
        put(values, "company", contact.company());
        return values;
    }

    private static void put(Map<String, Object> values, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            if (value.length() > LONGEST_CONTACT) {
                throw RuleViolation.of("contact." + key, "tickets.contact.long", LONGEST_CONTACT);
            }
            values.put(key, value.strip());
        }
    }

    Sector sector(BusinessUnit unit, Opening opening, FormState form) {
        if (opening.isOfConcludedProject()) {
            return unit.generalSector();
        }
        var routing = unit.form().routing();
        var answer = routing == null ? null : form.kept().get(routing.field());
        var key = routing == null || answer == null ? null : routing.sectors().get(answer.toString());
        return key == null ? unit.entrySector() : sectors.get(key);
    }

    /** What priority the request gets, and what it promises; refuses a choice that the unit does not offer. */
    static Promise promise(BusinessUnit unit, OpenTicket request) {
        return switch (unit.prioritySource()) {
            case CLASSIFICATION -> ofClassification(unit, request.classification());
            case REQUESTER -> ofChoice(unit, request.priority());
            case AGENT -> ofChoice(unit, null);
            case NONE -> new Promise(Priority.MEDIUM, null, null, null);
        };
    }

    private static Promise ofClassification(BusinessUnit unit, @Nullable String key) {
        if (key == null) {
            throw RuleViolation.of("classification", "tickets.classification.required");
        }
        return of(unit.classification(key));
    }

    static Promise of(Classification chosen) {
        return new Promise(chosen.priority(), chosen, chosen.firstResponse(), chosen.resolution());
    }

    private static Promise ofChoice(BusinessUnit unit, @Nullable Priority wanted) {
        var choice = wanted == null
                ? unit.priorities().stream().filter(PriorityChoice::recommended).findFirst()
                : unit.priority(wanted);
        if (wanted != null && choice.isEmpty()) {
            throw RuleViolation.of("priority", "tickets.priority.not-offered");
        }
        return choice.map(Opener::of).orElse(new Promise(Priority.MEDIUM, null, null, null));
    }

    static Promise of(PriorityChoice choice) {
        return new Promise(choice.priority(), null, choice.firstResponse(), choice.resolution());
    }

    /** Gives the ticket its priority and deadlines, counted from its creation. */
    static void promise(Ticket ticket, BusinessUnit unit, Promise promise, Instant now) {
        ticket.prioritise(promise.priority());
        ticket.classify(promise.classification());
        ticket.promise(
                due(unit, promise.first(), ticket.createdAt), due(unit, promise.solution(), ticket.createdAt), now);
    }

    private static @Nullable Instant due(BusinessUnit unit, @Nullable Target target, Instant from) {
        return target == null ? null : unit.calendar().due(from, target.amount(), target.clock(), List.of());
    }
}
