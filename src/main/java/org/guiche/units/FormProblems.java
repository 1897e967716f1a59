package org.guiche.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiche.shared.FieldError;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** What forbids to publish a form, in sentences that name the field. */
public final class FormProblems {

    private static final Pattern FIELD = Pattern.compile("fields\\[(\\d+)\\].*");

    private FormProblems() {}

    /**
     * One of them.
     *
     * @param field the key of the field at fault; null where it is about the whole
     */
    public record Problem(@Nullable String field, String text) {}

    /** All of them, in the form's order; {@code sectors} are the keys of those that there are. */
    public static List<Problem> of(RequestForm form, Set<String> sectors) {
        var problems = new ArrayList<Problem>();
        FormCheck.problems(form).forEach(error -> problems.add(problem(form, error)));
        var routing = form.routing();
        if (routing != null) {
            routing.sectors().values().stream()
                    .filter(sector -> !sectors.contains(sector))
                    .distinct()
                    .sorted()
                    .forEach(sector -> problems.add(
                            about(form.field(routing.field()), Texts.get("units.definition.sector", sector))));
        }
        return problems;
    }

    private static Problem problem(RequestForm form, FieldError error) {
        var place = FIELD.matcher(error.field());
        var field = place.matches()
                ? Optional.of(form.fields().get(Integer.parseInt(place.group(1))))
                : error.field().startsWith("routing") && form.routing() != null
                        ? form.field(form.routing().field())
                        : Optional.<Field>empty();
        return about(field, Texts.get(error.key(), error.args()));
    }

    private static Problem about(Optional<Field> field, String sentence) {
        return field.map(one -> new Problem(one.key(), Texts.get("units.form.problem", one.label(), sentence)))
                .orElseGet(() -> new Problem(null, sentence));
    }
}
