package org.guiche.units.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.guiche.shared.RuleViolation;
import org.guiche.units.Field;
import org.guiche.units.FieldKind;
import org.jspecify.annotations.Nullable;

/** What an answer must be, as it is typed in the panel and as a definition writes it. */
final class Rules {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern MOVING = Pattern.compile("hoje(?:\\s*([+-])\\s*(\\d{1,5}))?");

    private Rules() {}

    /** Which fields the panel shows for that kind: {@code text}, {@code number}, {@code date}, or none. */
    static String of(FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
            default -> "";
        };
    }

    /** The rules of a field as people type them. */
    static Map<String, Object> typed(Field field) {
        var rule = field.validation();
        var typed = new HashMap<String, Object>();
        put(typed, "minLength", rule.minLength() == 0 ? null : rule.minLength());
        put(typed, "maxLength", rule.maxLength() == 0 ? null : rule.maxLength());
        put(typed, "pattern", rule.pattern());
        put(typed, "message", rule.message());
        put(typed, "min", rule.min() == null ? null : decimal(rule.min()));
        put(typed, "max", rule.max() == null ? null : decimal(rule.max()));
        put(
                typed,
                "earliest",
                rule.earliest() == null ? null : day(rule.earliest().toString()));
        put(typed, "latest", rule.latest() == null ? null : day(rule.latest().toString()));
        typed.put("whole", rule.whole());
        return typed;
    }

    private static void put(Map<String, Object> typed, String name, @Nullable Object value) {
        typed.put(name, value == null ? "" : value.toString());
    }

    private static String decimal(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static String day(String written) {
        if (written.startsWith("today")) {
            return written.replace("today", "hoje");
        }
        return LocalDate.parse(written).format(DAY);
    }

    /** The same as a definition writes them; refuses, beside its field, what is no number and no day. */
    static Map<String, Object> read(FieldKind kind, Map<String, Object> typed) {
        var rules = new HashMap<String, Object>();
        switch (of(kind)) {
            case "text" -> {
                count(rules, typed, "minLength");
                count(rules, typed, "maxLength");
                text(rules, typed, "pattern");
                text(rules, typed, "message");
            }
            case "number" -> {
                number(rules, typed, "min");
                number(rules, typed, "max");
                if (Boolean.TRUE.equals(typed.get("whole"))) {
                    rules.put("whole", true);
                }
            }
            case "date" -> {
                date(rules, "min", typed, "earliest");
                date(rules, "max", typed, "latest");
            }
            default -> {
                // the other kinds know no rules
            }
        }
        return rules;
    }

    private static String said(Map<String, Object> typed, String name) {
        var value = typed.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private static void text(Map<String, Object> rules, Map<String, Object> typed, String name) {
        if (!said(typed, name).isEmpty()) {
            rules.put(name, said(typed, name));
        }
    }

    private static void number(Map<String, Object> rules, Map<String, Object> typed, String name) {
        var said = said(typed, name).replace(".", "").replace(',', '.');
        if (said.isEmpty()) {
            return;
        }
        if (!said.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw RuleViolation.of(name, "units.form.number");
        }
        rules.put(name, new BigDecimal(said));
    }

    private static void count(Map<String, Object> rules, Map<String, Object> typed, String name) {
        var said = said(typed, name);
        if (said.isEmpty()) {
            return;
        }
        if (!said.matches("\\d{1,5}")) {
            throw RuleViolation.of(name, "units.form.count");
        }
        rules.put(name, new BigDecimal(said));
    }

    private static void date(Map<String, Object> rules, String name, Map<String, Object> typed, String place) {
        var said = said(typed, place).toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return;
        }
        var moving = MOVING.matcher(said);
        rules.put(name, moving.matches() ? said.replace("hoje", "today").replaceAll("\\s", "") : day(said, place));
    }

    private static String day(String said, String place) {
        try {
            return LocalDate.parse(said, DAY).toString();
        } catch (DateTimeException e) {
            throw RuleViolation.of(place, "units.form.day");
        }
    }

    /** A first answer as people type it. */
    static String written(FieldKind kind, Object begun) {
        if (begun instanceof BigDecimal number) {
            return decimal(number);
        }
        return kind == FieldKind.DATE && begun.toString().matches("\\d{4}-\\d\\d-\\d\\d")
                ? day(begun.toString())
                : begun.toString();
    }

    /** The same as a field reads it. */
    static @Nullable Object begun(FieldKind kind, @Nullable Object typed) {
        return kind == FieldKind.DATE && typed != null && !typed.toString().isBlank()
                ? day(typed.toString().strip(), "begin")
                : typed;
    }
}
