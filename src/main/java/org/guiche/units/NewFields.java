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

    /** Adds a list whose options follow the nearest list before it; a plain list where there is none. */
    static FormDesign cascade(FormDesign design, String label, int place) {
        var list = of(FieldKind.SINGLE_CHOICE, label, design.form());
        var parent = listBefore(design.fields(), place);
        return parent.isEmpty()
                ? design.insert(list, place)
                : design.insert(
                                list.withVisibleWhen(
                                        new Condition.Filled(parent.get().key())),
                                place)
                        .options(list.key())
                        .follow(parent.get().key());
    }

    private static Optional<Field> listBefore(List<Field> fields, int place) {
        for (var i = Math.min(Math.max(place, 0), fields.size()) - 1; i >= 0; i--) {
            if (fields.get(i).kind() == FieldKind.SINGLE_CHOICE) {
                return Optional.of(fields.get(i));
            }
        }
        return Optional.empty();
    }
}
