package org.guiche.units.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.guiche.shared.Texts;
import org.guiche.units.Field;
import org.guiche.units.FieldKind;

/** How kinds of fields are shown: their names and icons. */
@Named
@ApplicationScoped
public class FieldLooks {

    private static final List<Tool> PALETTE = List.of(
            tool(FieldKind.TEXT),
            tool(FieldKind.LONG_TEXT),
            tool(FieldKind.SINGLE_CHOICE),
            new Tool("CASCADE", "sitemap", "units.kind.cascade"),
            tool(FieldKind.MULTIPLE_CHOICE),
            tool(FieldKind.BOOLEAN),
            tool(FieldKind.NUMBER),
            tool(FieldKind.DATE),
            tool(FieldKind.CPF),
            tool(FieldKind.CNPJ),
            tool(FieldKind.EMAIL),
            tool(FieldKind.PHONE),
            tool(FieldKind.URL),
            tool(FieldKind.SERVICE),
            tool(FieldKind.PROJECT));

    /** Something to put into a form. */
    public record Tool(String kind, String icon, String key) {

        /** What it is called. */
        public String label() {
            return Texts.get(key);
        }
    }

    private static Tool tool(FieldKind kind) {
        return new Tool(kind.name(), icon(kind), label(kind));
    }

    static String label(FieldKind kind) {
        return "units.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String icon(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "minus";
            case LONG_TEXT -> "align-left";
            case SINGLE_CHOICE -> "list";
            case MULTIPLE_CHOICE -> "check-square";
            case BOOLEAN -> "check-circle";
            case NUMBER -> "hashtag";
            case DATE -> "calendar";
            case CPF -> "id-card";
            case CNPJ -> "building";
            case EMAIL -> "at";
            case PHONE -> "phone";
            case URL -> "link";
            case SERVICE -> "briefcase";
            case PROJECT -> "folder";
        };
    }

    /** All that a form may be made of. */
    public List<Tool> getPalette() {
        return PALETTE;
    }

    /** What kind a field is, in words: one whose options follow another's is called so. */
    public String kind(Field field) {
        var follows = field.kind() == FieldKind.SINGLE_CHOICE
                && field.options().stream().anyMatch(option -> option.when() != null);
        return Texts.get(follows ? "units.kind.cascade" : label(field.kind()));
    }
}
