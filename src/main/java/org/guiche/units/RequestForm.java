package org.guiche.units;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a unit's request form: it never changes, and a ticket keeps the one it was opened with.
 *
 * @param sensitive which answers ask for something that a stranger must not get: a password, payment settings (S4-04)
 */
public record RequestForm(
        long id,
        int number,
        List<Field> fields,
        @Nullable SubjectPattern subject,
        @Nullable Routing routing,
        @Nullable Condition sensitive) {

    public RequestForm {
        fields = List.copyOf(fields);
    }

    /** The field of that key. */
    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Whether it asks the same, whatever its number. */
    boolean asksWhat(RequestForm other) {
        return fields.equals(other.fields)
                && Objects.equals(subject, other.subject)
                && Objects.equals(routing, other.routing)
                && Objects.equals(sensitive, other.sensitive);
    }

    RequestForm with(List<Field> others) {
        return new RequestForm(id, number, others, subject, routing, sensitive);
    }

    RequestForm withSubject(@Nullable SubjectPattern other) {
        return new RequestForm(id, number, fields, other, routing, sensitive);
    }

    RequestForm withRouting(@Nullable Routing other) {
        return new RequestForm(id, number, fields, subject, other, sensitive);
    }

    RequestForm withSensitive(@Nullable Condition other) {
        return new RequestForm(id, number, fields, subject, routing, other);
    }

    /** Whether these answers ask for something that only the requester in person may get. */
    public boolean isSensitive(Map<String, Object> answers) {
        return sensitive != null && sensitive.holds(answers);
    }

    /** The key of the sector that these answers name; nothing where they name none. */
    public Optional<String> sector(Map<String, Object> answers) {
        var answer = routing == null ? null : answers.get(routing.field());
        return routing == null || answer == null
                ? Optional.empty()
                : Optional.ofNullable(routing.sectors().get(answer.toString()));
    }
}
