package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.partners.Opening;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormContext;
import org.guiche.units.FormRules;
import org.guiche.units.FormState;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

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
     * How a draft stands. What ceased to exist since it was written falls away: a client of an ended contract, a unit that takes no
     * tickets any more, answers that the form does not ask for.
     *
     * @param unitBefore the unit that the answers were given to: of another unit's only those stay that this one asks for too
     */
    public DraftView view(DraftContent written, @Nullable String unitBefore, Person person) {
        var clients = companies.openableBy(person);
        var content = offered(written, clients, person);
        var unit = content.unit() == null ? null : units.get(content.unit(), person);
        var opening = opens(content, clients, person)
                ? companies.opening(content.onBehalfOf(), content.project(), person)
                : null;
        if (unit == null) {
            return new DraftView(content, clients, opening, null, null, "");
        }
        var context = opening == null
                ? units.context(unit, null, null, person)
                : FormContext.of(opening, unit.today(clock.instant()));
        if (unitBefore != null && !unitBefore.equals(unit.key())) {
            content = moved(content, unitBefore, unit, person);
        }
        var form = FormRules.evaluate(unit.form(), content.answers(), context);
        var lead = form.subjectParts().size() == 1 ? FormRules.subjectLead(unit.form(), context) : "";
        return new DraftView(content.withAnswers(standing(form)), clients, opening, unit, form, lead.strip());
    }

    private DraftContent moved(DraftContent content, String unitBefore, BusinessUnit unit, Person person) {
        var answers = units.openableBy(person).stream()
                .filter(before -> before.key().equals(unitBefore))
                .findFirst()
                .map(before -> FormRules.carry(before.form(), unit.form(), content.answers()))
                .orElse(Map.of());
        return content.withAnswers(answers).withClassification(null, null);
    }

    private DraftContent offered(DraftContent content, List<Company> clients, Person person) {
        var client = content.onBehalfOf();
        var known = client == null || clients.stream().anyMatch(company -> company.id() == client);
        var unit = units.openableBy(person).stream().anyMatch(one -> one.key().equals(content.unit()));
        var offered = known ? content : content.withClient(null, null);
        return unit ? offered : offered.withUnit(null);
    }

    private static boolean opens(DraftContent content, List<Company> clients, Person person) {
        return content.onBehalfOf() != null || (clients.size() == 1 && !person.isPartnerUser() && !person.isStaff());
    }

    /** The answers of visible fields, those that are refused as they were written. */
    private static Map<String, Object> standing(FormState form) {
        var answers = new LinkedHashMap<>(form.kept());
        for (var visible : form.fields()) {
            if (visible.value() != null) {
                answers.put(visible.field().key(), visible.value());
            }
        }
        return answers;
    }

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
        RequestRules.description(TextFormat.HTML.clean(content.description()), errors);
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
