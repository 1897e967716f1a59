package org.guiche.units;

import java.util.List;
import java.util.Optional;
import org.guiche.shared.Texts;

/** Fields as they are put into a form: optional, asked always, lists with options to write over. */
final class NewFields {

    private NewFields() {}

    static Field of(FieldKind kind, String label, RequestForm form) {
        var options = kind.hasOwnOptions() ? List.of(option(1), option(2)) : List.<Option>of();
        return new Field(FieldKeys.of(label, form), label, kind, false, null, null, options, null, Validation.none());
    }

    private static Option option(int number) {
        var name = Texts.get("units.form.option", number);
        return Option.of(name, name);
    }

    /** The nearest list before that place. */
    static Optional<Field> listBefore(List<Field> fields, int place) {
        for (var i = Math.min(Math.max(place, 0), fields.size()) - 1; i >= 0; i--) {
            if (fields.get(i).kind() == FieldKind.SINGLE_CHOICE) {
                return Optional.of(fields.get(i));
            }
        }
        return Optional.empty();
    }
}
