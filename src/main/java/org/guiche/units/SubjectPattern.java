package org.guiche.units;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guiche.shared.FieldError;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** How a unit writes its subjects: {@code {agencia} - {projeto} - {titulo}} (S0-17). */
public record SubjectPattern(String pattern, List<SubjectPart> parts) {

    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9-]+)\\}");

    public SubjectPattern {
        parts = List.copyOf(parts);
    }

    /** The keys of the parts, as the pattern names them. */
    public List<String> places() {
        return PLACE.matcher(pattern).results().map(place -> place.group(1)).toList();
    }

    /** Where a part comes from when the system knows it. */
    public enum Source {
        TYPED,
        PARTNER,
        CLIENT,
        /** The project, else the client. */
        PROJECT
    }

    /**
     * A part of the subject, asked by this label unless the system knows it.
     *
     * @param optional left out, not asked, where the system does not know it
     */
    public record SubjectPart(String key, String label, Source source, boolean optional) {

        Optional<String> known(FormContext context) {
            return Optional.ofNullable(
                    switch (source) {
                        case TYPED -> null;
                        case PARTNER -> context.partner();
                        case CLIENT -> context.client();
                        case PROJECT -> context.project();
                    });
        }

        /** What stands for it where nothing is known and nothing written; empty text where it is just left out. */
        Optional<String> instead(FormContext context) {
            var client = source == Source.PROJECT ? Optional.ofNullable(context.client()) : Optional.<String>empty();
            return client.or(() -> optional ? Optional.of("") : Optional.empty());
        }

        boolean isToWrite(FormContext context) {
            return known(context).or(() -> instead(context)).isEmpty();
        }
    }

    /** The parts that somebody has to write. */
    List<SubjectPart> toWrite(FormContext context) {
        return parts.stream().filter(part -> part.isToWrite(context)).toList();
    }

    /** The subject; a part that is missing is an error of the field {@code subjectParts.key}. */
    String compose(Map<String, String> written, FormContext context, List<FieldError> errors) {
        var values = parts.stream().collect(Collectors.toMap(SubjectPart::key, part -> value(part, written, context)));
        parts.stream()
                .filter(part -> part.isToWrite(context)
                        && values.getOrDefault(part.key(), "").isEmpty())
                .forEach(part -> errors.add(
                        new FieldError("subjectParts." + part.key(), "units.field.required", label(part, context))));
        return filled(values::get);
    }

    /** What the part is asked by: once the subject has begun, what is left to write is the subject itself. */
    String label(SubjectPart part, FormContext context) {
        return lead(context).isEmpty() ? part.label() : Texts.get("units.subject");
    }

    private static String value(SubjectPart part, Map<String, String> written, FormContext context) {
        return part.known(context)
                .orElseGet(() -> Optional.of(TypedText.clean(written.getOrDefault(part.key(), ""), FieldKind.TEXT))
                        .filter(text -> !text.isEmpty())
                        .or(() -> part.instead(context))
                        .orElse(""));
    }

    /** What stands before the first part to write: {@code Agência Mirante - Casa Jatobá - }. */
    String lead(FormContext context) {
        var mark = "\u0000";
        var text = filled(key -> {
            var part =
                    parts.stream().filter(p -> p.key().equals(key)).findFirst().orElseThrow();
            return part.isToWrite(context) ? mark : value(part, Map.of(), context);
        });
        return text.contains(mark) ? text.substring(0, text.indexOf(mark)) : text;
    }

    /** The text before a part is only written where something stands before it. */
    private String filled(Function<String, @Nullable String> values) {
        var filled = new StringBuilder();
        var places = PLACE.matcher(pattern);
        var end = 0;
        while (places.find()) {
            var value = values.apply(places.group(1));
            if (value != null && !value.isEmpty()) {
                if (end == 0 || !filled.isEmpty()) {
                    filled.append(pattern.substring(end, places.start()));
                }
                filled.append(value);
            }
            end = places.end();
        }
        return filled.append(pattern.substring(end)).toString();
    }
}
