package org.guiche.tickets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.guiche.partners.FormerOpenings;
import org.guiche.shared.FieldError;
import org.guiche.shared.RuleViolation;
import org.guiche.units.FormContext;
import org.guiche.units.FormRules;
import org.guiche.units.RequestForm;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** The answers of a ticket's form, checked by the rules of the form that the ticket was opened with. */
@Dependent
class Answers {

    @Inject
    Units units;

    @Inject
    FormerOpenings openings;

    @Inject
    Ledger ledger;

    /**
     * Puts these answers over those that there are. Refuses fields that the form does not have, and what it would have refused on
     * the day of the opening; what does not change is not checked again.
     */
    void change(Act act, Map<String, Object> given) {
        var ticket = act.ticket();
        var form = units.form(ticket.formId);
        requireKnown(form, given);
        var errors = new ArrayList<FieldError>();
        var state = FormRules.revise(form, ticket.answers, given, context(ticket));
        RequestRules.answers(form, state, errors);
        if (!errors.isEmpty()) {
            throw RuleViolation.of(errors);
        }
        var changed = changed(ticket.answers, state.kept());
        if (!changed.isEmpty()) {
            ticket.answer(state.kept(), ledger.now());
            ledger.record(act, EventType.ANSWERS_CHANGED, null, labels(form, changed));
        }
    }

    private static void requireKnown(RequestForm form, Map<String, Object> given) {
        given.keySet().stream()
                .filter(key -> form.field(key).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw RuleViolation.of("answers." + key, "tickets.answers.unknown", key);
                });
    }

    /** The day is that of the opening; the company may be active no more. */
    private FormContext context(Ticket ticket) {
        var origin = ticket.origin;
        var day = units.get(ticket.unitId).today(origin.createdAt());
        var company = origin.companyId();
        return company == null ? FormContext.empty(day) : FormContext.of(openings.of(company, origin.projectId()), day);
    }

    private static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(text(before.get(key)), text(after.get(key))));
        return keys;
    }

    private static String text(@Nullable Object answer) {
        return String.valueOf(answer);
    }

    private static String labels(RequestForm form, Set<String> keys) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> form.field(key).map(field -> field.label()).orElse(key))
                        .toList());
    }
}
