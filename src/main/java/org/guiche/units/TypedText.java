package org.guiche.units;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.Phone;
import org.guiche.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** What people type, brought to its normal form; reading a normal form again gives the same. */
final class TypedText {

    private static final int MOST_DIGITS = 30;
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final Pattern URL =
            Pattern.compile("(?i)https?://[\\p{L}\\d_-]+(\\.[\\p{L}\\d_-]+)+(:\\d{1,5})?([/?#][^\\s\"<>]*)?");
    private static final DateTimeFormatter BRAZILIAN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private TypedText() {}

    /** A text or a number as text; nothing for what is neither. */
    static Optional<String> written(@Nullable Object raw) {
        if (raw instanceof Number number) {
            return decimal(number).map(BigDecimal::toPlainString);
        }
        return raw instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Number number) {
        try {
            return Optional.of(new BigDecimal(number.toString())).filter(TypedText::isSmall);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** So that writing it out never takes more than a line: 1e999999999 is ten characters of JSON. */
    private static boolean isSmall(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /** Without what cannot be seen or kept: control characters, halves of characters; one form for each accent. */
    static String clean(String text, FieldKind kind) {
        var whole = Normalizer.normalize(text.replaceAll("\\p{Cs}", "\uFFFD"), Normalizer.Form.NFC);
        return kind == FieldKind.LONG_TEXT
                ? whole.replaceAll("\\R", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip()
                : whole.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The normal form of a number or of a text that is not empty; refuses what the field does not take. */
    static Object normal(Field field, Object typed, LocalDate today) {
        if (typed instanceof Number number && field.kind() == FieldKind.NUMBER) {
            return inRange(field, decimal(number).orElseThrow());
        }
        var text = typed.toString();
        if (text.codePointCount(0, text.length()) > field.longest()) {
            throw new RuleViolation("units.field.long", field.label(), field.longest());
        }
        return switch (field.kind()) {
            case NUMBER -> inRange(field, number(field, text));
            case DATE -> inRange(field, date(field, text), today).toString();
            case EMAIL -> Email.of(text).address();
            case CPF -> Cpf.of(text).digits();
            case CNPJ -> Cnpj.of(text).value();
            case PHONE -> Phone.of(text).e164();
            case URL -> url(field, text);
            default -> shaped(field, text);
        };
    }

    /** As people here write: 1.234,56. A point before exactly three digits groups them; before others it is a decimal one. */
    private static BigDecimal number(Field field, String text) {
        if (GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        }
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text.replace(',', '.'));
        }
        throw new RuleViolation("units.field.number", field.label());
    }

    private static BigDecimal inRange(Field field, BigDecimal number) {
        var rule = field.validation();
        var plain = number.stripTrailingZeros();
        if (!isSmall(number) || (rule.whole() && plain.scale() > 0)) {
            throw new RuleViolation(rule.whole() ? "units.field.whole" : "units.field.number", field.label());
        }
        if (rule.min() != null && number.compareTo(rule.min()) < 0) {
            throw new RuleViolation("units.field.min", field.label(), rule.min());
        }
        if (rule.max() != null && number.compareTo(rule.max()) > 0) {
            throw new RuleViolation("units.field.max", field.label(), rule.max());
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static LocalDate date(Field field, String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, BRAZILIAN) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new RuleViolation("units.field.date", field.label());
        }
    }

    private static LocalDate inRange(Field field, LocalDate date, LocalDate today) {
        var earliest = field.validation().earliest();
        var latest = field.validation().latest();
        if (earliest != null && date.isBefore(earliest.on(today))) {
            throw new RuleViolation("units.field.earliest", field.label(), BRAZILIAN.format(earliest.on(today)));
        }
        if (latest != null && date.isAfter(latest.on(today))) {
            throw new RuleViolation("units.field.latest", field.label(), BRAZILIAN.format(latest.on(today)));
        }
        return date;
    }

    private static String url(Field field, String text) {
        if (!URL.matcher(text).matches()) {
            throw new RuleViolation("units.field.url", field.label());
        }
        return text;
    }

    private static String shaped(Field field, String text) {
        var rule = field.validation();
        if (text.codePointCount(0, text.length()) < rule.minLength()) {
            throw new RuleViolation("units.field.short", field.label(), rule.minLength());
        }
        if (rule.pattern() != null && !rule.pattern().matches(text)) {
            throw rule.message() == null
                    ? new RuleViolation("units.field.pattern", field.label())
                    : new RuleViolation("units.field.pattern.said", rule.message());
        }
        return text;
    }
}
