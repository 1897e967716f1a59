package org.guiche.accounts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done and stays written down. {@code before} and {@code after} hold texts, numbers, yes or no and lists of texts:
 * roles, dates, states, names of companies; of a person never a name, an address, a phone or a CPF, because nobody can erase it there.
 *
 * @param subjectName what the subject is called, for whatever is no person
 * @param act the key of its sentence: {@code partners.audit.approved}
 */
public record Audited(
        AuditSubject subject,
        long subjectId,
        @Nullable String subjectName,
        String act,
        Map<String, Object> before,
        Map<String, Object> after,
        @Nullable String reason) {

    public Audited {
        if (subject == AuditSubject.PERSON && subjectName != null) {
            throw new IllegalArgumentException("people are kept by their number");
        }
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** That act on that subject. */
    public static Audited of(AuditSubject subject, long id, String act) {
        return new Audited(subject, id, null, act, Map.of(), Map.of(), null);
    }

    /** The same, and what the subject, no person, is called. */
    public Audited named(String name) {
        return new Audited(subject, subjectId, name, act, before, after, reason);
    }

    /** The same, and how it was. */
    public Audited from(Map<String, Object> values) {
        return new Audited(subject, subjectId, subjectName, act, values, after, reason);
    }

    /** The same, and how it is now. */
    public Audited to(Map<String, Object> values) {
        return new Audited(subject, subjectId, subjectName, act, before, values, reason);
    }

    /** The same, and why. */
    public Audited because(@Nullable String why) {
        return new Audited(subject, subjectId, subjectName, act, before, after, why);
    }
}
