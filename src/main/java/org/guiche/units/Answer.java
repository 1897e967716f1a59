package org.guiche.units;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiche.shared.BusinessException;
import org.guiche.shared.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * One answer, read as its field asks: in normal form, or what is wrong with it, or nothing.
 *
 * @param shown what stands in the field: the normal form, else what was given
 */
record Answer(
        @Nullable Object value,
        @Nullable FieldError error,
        @Nullable Object shown) {

    private static final Answer NOTHING = new Answer(null, null, null);
    private static final int QUOTED = 80;

    /** Reads what was given; {@code offered} are the options that the field has at the moment. */
    static Answer of(Field field, @Nullable Object raw, List<Option> offered, LocalDate today) {
        if (raw == null || isBlank(raw)) {
            return NOTHING;
        }
        return switch (field.kind()) {
            case SINGLE_CHOICE, SERVICE, PROJECT -> oneOf(field, raw, offered);
            case MULTIPLE_CHOICE -> manyOf(field, raw, offered);
            case BOOLEAN -> yesOrNo(field, raw);
            default -> typed(field, raw, today);
        };
    }

    /** One that was read before and stays as it was, unless the field does not offer it any more. */
    static Answer again(Field field, @Nullable Object raw, List<Option> offered) {
        if (raw == null || isBlank(raw)) {
            return NOTHING;
        }
        var read = !field.kind().hasOwnOptions()
                ? right(raw)
                : field.kind() == FieldKind.MULTIPLE_CHOICE ? manyOf(field, raw, offered) : oneOf(field, raw, offered);
        return read.error() == null ? read : right(raw);
    }

    /** Whether that says nothing: no text, no choice. */
    static boolean isBlank(Object raw) {
        return raw instanceof CharSequence text
                ? text.toString().isBlank()
                : raw instanceof List<?> many && many.isEmpty();
    }

    boolean isMissing() {
        return value == null && error == null;
    }

    private static Answer right(Object value) {
        return new Answer(value, null, value);
    }

    private static Answer wrong(Field field, Object raw, String key, Object... args) {
        return new Answer(null, new FieldError(field.key(), key, args), raw);
    }

    /** An option that is not offered any more falls away without a word; one that never was is refused. */
    private static Answer oneOf(Field field, Object raw, List<Option> offered) {
        var chosen = TypedText.written(raw);
        if (chosen.isEmpty() || !isKnown(field, chosen.get())) {
            return wrong(field, raw, "units.field.option", field.label(), quoted(raw));
        }
        return offered.stream().anyMatch(option -> option.value().equals(chosen.get())) ? right(chosen.get()) : NOTHING;
    }

    private static Answer manyOf(Field field, Object raw, List<Option> offered) {
        var given = raw instanceof List<?> many ? many : List.of(raw);
        var chosen = given.stream().map(TypedText::written).toList();
        for (var i = 0; i < chosen.size(); i++) {
            if (chosen.get(i).filter(value -> isKnown(field, value)).isEmpty()) {
                return wrong(field, raw, "units.field.option", field.label(), quoted(given.get(i)));
            }
        }
        var kept = offered.stream()
                .map(Option::value)
                .filter(value -> chosen.contains(Optional.of(value)))
                .toList();
        return kept.isEmpty() ? NOTHING : right(kept);
    }

    private static boolean isKnown(Field field, String value) {
        return !field.kind().hasOwnOptions() || field.hasOption(value);
    }

    private static String quoted(@Nullable Object raw) {
        var text = String.valueOf(raw);
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    private static Answer yesOrNo(Field field, Object raw) {
        return switch (raw.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "sim" -> right(true);
            case "false", "não", "nao" -> right(false);
            default -> wrong(field, raw, "units.field.boolean", field.label());
        };
    }

    private static Answer typed(Field field, Object raw, LocalDate today) {
        var text = TypedText.written(raw).map(written -> TypedText.clean(written, field.kind()));
        if (text.isEmpty()) {
            return wrong(field, raw, "units.field.kind", field.label());
        }
        if (text.get().isEmpty()) {
            return NOTHING;
        }
        try {
            return right(TypedText.normal(field, raw instanceof Number ? raw : text.get(), today));
        } catch (BusinessException e) {
            return wrong(field, raw, e.key(), e.args().toArray());
        }
    }
}
