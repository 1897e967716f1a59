package org.guiche.units;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a request form. Conditions look only at fields that stand before it.
 *
 * @param key names the answer; never changes while the form lives
 * @param help one or two sentences beside the field
 * @param defaultValue the answer until somebody gives another, in normal form
 * @param visibleWhen when it is asked; null for always
 */
public record Field(
        String key,
        String label,
        FieldKind kind,
        boolean required,
        @Nullable String help,
        @Nullable Object defaultValue,
        List<Option> options,
        @Nullable Condition visibleWhen,
        Validation validation) {

    public Field {
        options = List.copyOf(options);
    }

    /** The most characters it takes. */
    public int longest() {
        return validation.maxLength() > 0 ? validation.maxLength() : kind.longest();
    }

    /** Whether the definition has that option, offered at the moment or not. */
    boolean hasOption(String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }

    /** The same with that answer given until somebody gives another, in normal form where the field takes it. */
    Field withDefaultRead(@Nullable Object answer) {
        var read = Answer.of(this, answer, options, LocalDate.EPOCH).value();
        return withDefault(read == null ? answer : read);
    }

    Field withDefault(@Nullable Object answer) {
        return new Field(key, label, kind, required, help, answer, options, visibleWhen, validation);
    }

    Field withKey(String other) {
        return new Field(other, label, kind, required, help, defaultValue, options, visibleWhen, validation);
    }

    Field withLabel(String other) {
        return new Field(key, other, kind, required, help, defaultValue, options, visibleWhen, validation);
    }

    Field withHelp(@Nullable String other) {
        return new Field(key, label, kind, required, other, defaultValue, options, visibleWhen, validation);
    }

    Field withRequired(boolean now) {
        return new Field(key, label, kind, now, help, defaultValue, options, visibleWhen, validation);
    }

    Field withOptions(List<Option> others) {
        return new Field(key, label, kind, required, help, defaultValue, others, visibleWhen, validation);
    }

    Field withVisibleWhen(@Nullable Condition other) {
        return new Field(key, label, kind, required, help, defaultValue, options, other, validation);
    }

    Field withValidation(Validation other) {
        return new Field(key, label, kind, required, help, defaultValue, options, visibleWhen, other);
    }
}
