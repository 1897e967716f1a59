package org.guiche.tickets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guiche.accounts.Person;
import org.guiche.attachments.Attachments;
import org.guiche.partners.Companies;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;

/** What each step of the wizard asks before it lets one go on. Sending checks all of it again. */
@Stateless
public class DraftChecks {

    @Inject
    Companies companies;

    @Inject
    Attachments attachments;

    /**
     * Refuses what the ticket's first step must have and has not: for whom, the unit, the answers, the subject, a
     * description. All of it at once, each beside its field.
     */
    public void checkRequest(DraftView view, Person person) {
        refuse(missing(view, person));
    }

    /** Whether the first step is complete. */
    public boolean isRequestComplete(DraftView view, Person person) {
        return missing(view, person).isEmpty();
    }

    /** The subject as it would be written now. */
    public String subject(DraftView view) {
        var unit = view.unit();
        var context = view.context();
        return unit == null || context == null
                ? ""
                : RequestRules.subject(unit, view.content().openTicket(UUID.randomUUID()), context, new ArrayList<>());
    }

    /** Refuses a contact that nobody could be reached by, and addresses in copy that are none. */
    public void checkContact(DraftContent content) {
        var errors = new ArrayList<FieldError>();
        RequestRules.contact(content.contacts().contact(), errors);
        RequestRules.cc(content.contacts().cc(), errors);
        refuse(errors);
    }

    /**
     * Whom to talk to about the ticket: as written, else as far as it is known without asking. Who called, the staff has to
     * ask.
     */
    public Contact contact(DraftView view, Person person) {
        var written = view.content().contacts().contact();
        var company = view.opening() == null ? null : view.opening().company();
        if (written == null && company != null && person.isStaff()) {
            return new Contact("", "", null, company.name());
        }
        return written == null ? Contact.known(view.opening(), person) : written;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
    }

    private List<FieldError> missing(DraftView view, Person person) {
        var errors = new ArrayList<FieldError>();
        if (view.opening() == null) {
            errors.addAll(unopened(person));
        }
        var unit = view.unit();
        var context = view.context();
        var form = view.form();
        if (unit == null || context == null || form == null) {
            errors.add(new FieldError("unit", "tickets.unit.required"));
        } else {
            RequestRules.answers(unit.form(), form, errors);
            RequestRules.subject(unit, view.content().openTicket(UUID.randomUUID()), context, errors);
        }
        RequestRules.description(
                RichText.of(TextFormat.HTML, view.content().request().description()), errors);
        if (unit != null) {
            errors.addAll(UnitFiles.refused(
                    unit, attachments.unused(view.content().request().attachments(), person)));
        }
        return errors;
    }

    /** What stands against a ticket for no company: nothing where the staff open one for themselves. */
    private List<FieldError> unopened(Person person) {
        try {
            companies.opening(null, null, person);
            return List.of();
        } catch (RuleViolation refusal) {
            return refusal.fields();
        }
    }
}
