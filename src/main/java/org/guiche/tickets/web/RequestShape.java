package org.guiche.tickets.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiche.tickets.DraftView;
import org.guiche.units.BusinessUnit;
import org.guiche.units.SubjectPattern.SubjectPart;
import org.guiche.units.VisibleField;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a page shows. It travels with the page, so that an answer belongs to the field that it was typed into, whatever
 * another window has made of the draft meanwhile.
 */
record RequestShape(@Nullable BusinessUnit unit, List<VisibleField> fields, List<SubjectPart> parts) {

    static final String PARAMETER = "shape";
    private static final String BETWEEN = "/";

    static RequestShape of(DraftView view) {
        var form = view.form();
        return new RequestShape(view.unit(), form == null ? List.of() : form.fields(), view.subjectParts());
    }

    /** The one that the page was sent with; the draft's own where there is none. */
    static RequestShape sent(HttpServletRequest request, DraftView view, List<BusinessUnit> units) {
        var sent = request.getParameter(PARAMETER);
        var words = sent == null ? List.<String>of() : Arrays.asList(sent.split(BETWEEN, -1));
        return words.size() == 3
                ? units.stream()
                        .filter(unit -> unit.key().equals(words.get(0)))
                        .findFirst()
                        .map(unit -> of(unit, words, view))
                        .orElseGet(() -> of(view))
                : of(view);
    }

    private static RequestShape of(BusinessUnit unit, List<String> words, DraftView view) {
        var pattern = unit.form().subject();
        return new RequestShape(
                unit,
                split(words.get(1)).map(key -> field(unit, key, view)).toList(),
                split(words.get(2))
                        .flatMap(key -> pattern == null
                                ? Stream.empty()
                                : pattern.parts().stream()
                                        .filter(part -> part.key().equals(key)))
                        .toList());
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.split(",", -1)).filter(word -> !word.isEmpty());
    }

    /** One that the form does not have any more keeps its place all the same: what stands behind it on the page is told by counting. */
    private static VisibleField field(BusinessUnit unit, String key, DraftView view) {
        return of(view).fields().stream()
                .filter(visible ->
                        unit.equals(view.unit()) && visible.field().key().equals(key))
                .findFirst()
                .or(() -> unit.form().field(key).map(field -> new VisibleField(field, field.options(), null)))
                .map(VisibleField::withAllOptions)
                .orElseGet(() -> VisibleField.gone(key));
    }

    /** As it travels. */
    String words() {
        return unit == null
                ? ""
                : unit.key()
                        + BETWEEN
                        + fields.stream().map(visible -> visible.field().key()).collect(Collectors.joining(","))
                        + BETWEEN
                        + parts.stream().map(SubjectPart::key).collect(Collectors.joining(","));
    }
}
