package org.guiche.units;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiche.shared.Texts;

/** An answer as people read it: {@code Produto}, {@code E-commerce}. */
public record Answered(String label, String text) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** What is answered of a form, in its order. */
    public static List<Answered> of(FormState form) {
        var answered = new ArrayList<Answered>();
        for (var visible : form.fields()) {
            var value = form.kept().get(visible.field().key());
            if (value != null && !Answer.isBlank(value)) {
                answered.add(of(visible, value));
            }
        }
        return answered;
    }

    /**
     * What was answered of a form once, in its order.
     *
     * @param names what choices that the form does not list itself are called, by their values
     */
    public static List<Answered> of(RequestForm form, Map<String, Object> answers, Map<String, String> names) {
        var answered = new ArrayList<Answered>();
        for (var field : form.fields()) {
            var value = answers.get(field.key());
            if (value != null && !Answer.isBlank(value)) {
                var name = names.get(value.toString());
                var options = name == null ? field.options() : List.of(Option.of(value.toString(), name));
                answered.add(of(new VisibleField(field, options, value), value));
            }
        }
        return answered;
    }

    private static Answered of(VisibleField visible, Object value) {
        var field = visible.field();
        return new Answered(
                field.label(),
                value instanceof List<?> many
                        ? many.stream().map(one -> label(visible, one)).collect(Collectors.joining(", "))
                        : label(visible, value));
    }

    private static String label(VisibleField visible, Object value) {
        return visible.options().stream()
                .filter(option -> option.value().equals(value.toString()))
                .findFirst()
                .map(Option::label)
                .orElseGet(() -> text(visible.field().kind(), value));
    }

    private static String text(FieldKind kind, Object value) {
        if (value instanceof Boolean yes) {
            return Texts.get(yes ? "units.answer.yes" : "units.answer.no");
        }
        return kind == FieldKind.DATE ? day(value.toString()) : Written.of(kind, value);
    }

    private static String day(String text) {
        try {
            return LocalDate.parse(text).format(DAY);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
