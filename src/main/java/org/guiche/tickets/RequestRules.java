package org.guiche.tickets;

import java.util.List;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.Phone;
import org.guiche.units.BusinessUnit;
import org.guiche.units.FormContext;
import org.guiche.units.FormRules;
import org.guiche.units.FormState;
import org.guiche.units.RequestForm;
import org.jspecify.annotations.Nullable;

/** What a request must have before it can become a ticket. What it has not is added to the errors. */
final class RequestRules {

    private RequestRules() {}

    /** How the unit's form stands for the answers. */
    static FormState answers(BusinessUnit unit, OpenTicket request, FormContext context, List<FieldError> errors) {
        var form = FormRules.evaluate(unit.form(), request.answers(), context);
        answers(unit.form(), form, errors);
        return form;
    }

    /** What a form has against its answers. */
    static void answers(RequestForm form, FormState state, List<FieldError> errors) {
        state.missing()
                .forEach(key -> errors.add(new FieldError(
                        "answers." + key,
                        "units.field.required",
                        form.field(key).orElseThrow().label())));
        state.errors()
                .forEach(error -> errors.add(new FieldError("answers." + error.field(), error.key(), error.args())));
    }

    /** The subject, composed where the unit has a pattern for it. */
    static String subject(BusinessUnit unit, OpenTicket request, FormContext context, List<FieldError> errors) {
        var pattern = unit.form().subject();
        var typed = request.subject() == null ? "" : request.subject().strip();
        var before = errors.size();
        var subject = pattern == null || (request.subjectParts().isEmpty() && !typed.isEmpty())
                ? typed
                : FormRules.subject(pattern, request.subjectParts(), context, errors);
        if (subject.isEmpty() && errors.size() == before) {
            errors.add(new FieldError("subject", "tickets.subject.required"));
        }
        if (subject.length() > FormRules.LONGEST_SUBJECT) {
            errors.add(new FieldError("subject", "tickets.subject.long", FormRules.LONGEST_SUBJECT));
        }
        return subject.replaceAll("\\p{Cntrl}", " ");
    }

    /** The description says something, or shows a picture. */
    static void description(RichText text, List<FieldError> errors) {
        if (text.isEmpty()) {
            errors.add(new FieldError("description", "tickets.description.required"));
        }
    }

    /** Whom to talk to, where the request says so: a name, an address, and a phone if any. */
    static void contact(@Nullable Contact contact, List<FieldError> errors) {
        if (contact == null) {
            return;
        }
        if (contact.name().isBlank()) {
            errors.add(new FieldError("contact.name", "tickets.contact.name"));
        }
        if (!Email.looksLike(contact.email())) {
            errors.add(new FieldError("contact.email", "shared.email.invalid", contact.email()));
        }
        var phone = contact.phone();
        if (phone != null && !phone.isBlank() && !Phone.looksLike(phone)) {
            errors.add(new FieldError("contact.phone", "shared.phone.invalid"));
        }
    }

    /** Who gets a copy. */
    static void cc(List<String> typed, List<FieldError> errors) {
        if (typed.size() > Ledger.MOST_CC) {
            errors.add(new FieldError("cc", "tickets.cc.many", Ledger.MOST_CC));
        }
        typed.stream()
                .filter(address -> !Email.looksLike(address))
                .forEach(wrong -> errors.add(new FieldError("cc", "shared.email.invalid", wrong)));
    }
}
