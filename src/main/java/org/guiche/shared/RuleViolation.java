package org.guiche.shared;

import java.util.List;

/** A rule of the product forbids it: 422 over the API, a sentence beside the field or on top of the page. */
public final class RuleViolation extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> fields;

    /** Refuses as a whole, with the sentence of this key. */
    public RuleViolation(String key, Object... args) {
        super(key, args);
        this.fields = List.of();
    }

    private RuleViolation(List<FieldError> fields) {
        super(fields.get(0).key(), fields.get(0).args().toArray());
        this.fields = List.copyOf(fields);
    }

    /** Refuses for these fields, at least one; the first one's sentence speaks for all where only one fits. */
    public static RuleViolation of(List<FieldError> fields) {
        return new RuleViolation(fields);
    }

    /** Refuses for one field. */
    public static RuleViolation of(String field, String key, Object... args) {
        return new RuleViolation(List.of(new FieldError(field, key, args)));
    }

    /** The fields at fault; empty when the refusal is about the whole. */
    public List<FieldError> fields() {
        return fields == null ? List.of() : fields;
    }
}
