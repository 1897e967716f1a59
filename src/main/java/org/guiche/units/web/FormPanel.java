package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.units.Field;
import org.guiche.units.FieldKind;
import org.guiche.units.FormDesign;
import org.jspecify.annotations.Nullable;

/** The properties of the chosen field, as they stand in the panel. */
@Named
@RequestScoped
public class FormPanel {

    @Inject
    FormDesk desk;

    private @Nullable Map<String, Object> input;

    /** What stands in the panel's fields, by their ids. */
    public Map<String, Object> getInput() {
        if (input == null) {
            input = new HashMap<>();
            var field = desk.getField();
            if (field != null) {
                read(field, input);
            }
        }
        return input;
    }

    private static void read(Field field, Map<String, Object> input) {
        input.put("label", field.label());
        input.put("help", field.help());
        input.put("required", field.required());
        input.put("fieldKey", field.key());
        input.put("begin", begun(field));
        input.putAll(Rules.typed(field));
    }

    private static @Nullable Object begun(Field field) {
        var begun = field.defaultValue();
        return begun == null || begun instanceof List<?> ? begun : Rules.written(field.kind(), begun);
    }

    /** Changes the field to what stands in the panel; refuses what it could not be, beside where it stands. */
    public void change() {
        var field = Objects.requireNonNull(desk.getField());
        desk.changeChosen(design -> changed(design, field));
        input = null;
    }

    private FormDesign changed(FormDesign design, Field field) {
        var key = field.key();
        var changed = design.help(key, text("help"))
                .require(key, Boolean.TRUE.equals(getInput().get("required")));
        if (field.kind() != FieldKind.SERVICE && field.kind() != FieldKind.PROJECT) {
            changed = changed.begin(key, Rules.begun(field.kind(), getInput().get("begin")));
        }
        changed = changed.validate(key, Rules.read(field.kind(), getInput()));
        var named = text("fieldKey");
        var other = named.isEmpty() ? key : named;
        return changed.rekey(key, other).rename(other, text("label"));
    }

    private String text(String name) {
        var typed = getInput().get(name);
        return typed == null ? "" : typed.toString().strip();
    }

    /** Whether its key can still be another. */
    public boolean isKeyFixed() {
        return desk.getDraft().design().isFixed(desk.getChosen());
    }

    /** What the field may begin with, where that is chosen. */
    public List<SelectItem> getBeginnings() {
        var field = desk.getField();
        if (field == null) {
            return List.of();
        }
        return field.kind() == FieldKind.BOOLEAN
                ? Stream.of("true", "false")
                        .map(value -> new SelectItem(
                                value, Texts.get("units.answer." + (value.equals("true") ? "yes" : "no"))))
                        .toList()
                : field.options().stream()
                        .map(option -> new SelectItem(option.value(), option.label()))
                        .toList();
    }

    /** Which fields for rules the panel shows. */
    public String getRules() {
        var field = desk.getField();
        return field == null ? "" : Rules.of(field.kind());
    }
}
