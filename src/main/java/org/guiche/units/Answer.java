package org.guiche.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiche.shared.BusinessException;
import org.guiche.shared.Cnpj;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.FieldError;
import org.guiche.shared.Phone;
import org.jspecify.annotations.Nullable;

/** One answer, read as its field asks: in normal form, or what is wrong with it, or nothing. */
record Answer(
        Optional<Object> value,
        Optional<FieldError> error,
        @Nullable Object shown) {

    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern URL =
            Pattern.compile("https?://[^\\s/?#.]+(\\.[^\\s/?#.]+)+([/?#]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TYPED_DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static Answer of(Field field, @Nullable Object raw, List<Option> options) {
        if (raw == null || (raw instanceof String text && text.isBlank())) {
            return new Answer(Optional.empty(), Optional.empty(), null);
        }
        return switch (field.kind()) {
            case SINGLE_CHOICE, SERVICE, PROJECT -> oneOf(raw, options);
            case MULTIPLE_CHOICE -> manyOf(raw, options);
            case BOOLEAN -> bool(field, raw);
            default -> text(field, raw);
        };
    }

    boolean isMissing() {
        return value.isEmpty() && error.isEmpty();
    }

    private static Answer right(Object value) {
        return new Answer(Optional.of(value), Optional.empty(), value);
    }

    private static Answer wrong(Field field, Object raw, String key, Object... args) {
        return new Answer(Optional.empty(), Optional.of(new FieldError(field.key(), key, args)), raw);
    }

    private static Answer oneOf(Object raw, List<Option> options) {
        var chosen = raw.toString();
        return options.stream().anyMatch(option -> option.value().equals(chosen))
                ? right(chosen)
                : new Answer(Optional.empty(), Optional.empty(), null);
    }

    private static Answer manyOf(Object raw, List<Option> options) {
        var chosen = raw instanceof List<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of(raw.toString());
        var offered =
                options.stream().map(Option::value).filter(chosen::contains).toList();
        return offered.isEmpty() ? new Answer(Optional.empty(), Optional.empty(), null) : right(offered);
    }

    private static Answer bool(Field field, Object raw) {
        return switch (raw.toString()) {
            case "true", "sim" -> right(true);
            case "false", "não", "nao" -> right(false);
            default -> wrong(field, raw, "units.field.boolean", field.label());
        };
    }

    private static Answer text(Field field, Object raw) {
        var text = raw.toString().strip();
        var longest = field.maxLength() > 0 ? field.maxLength() : LONGEST_TEXT;
        if (text.length() > longest) {
            return wrong(field, raw, "units.field.long", field.label(), longest);
        }
        try {
            return right(normal(field.kind(), text));
        } catch (BusinessException e) {
            return wrong(field, raw, e.key(), e.args().toArray());
        } catch (NumberFormatException | DateTimeParseException e) {
            var key = field.kind() == FieldKind.DATE ? "units.field.date" : "units.field.number";
            return wrong(field, raw, key, field.label());
        } catch (IllegalArgumentException e) {
            return wrong(field, raw, "units.field.url", field.label());
        }
    }

    private static Object normal(FieldKind kind, String text) {
        return switch (kind) {
            case NUMBER ->
                new BigDecimal(text.contains(",") ? text.replace(".", "").replace(',', '.') : text).toPlainString();
            case DATE -> date(text).toString();
            case EMAIL -> Email.of(text).address();
            case CPF -> Cpf.of(text).digits();
            case CNPJ -> Cnpj.of(text).value();
            case PHONE -> Phone.of(text).e164();
            case URL -> url(text);
            default -> text;
        };
    }

    private static LocalDate date(String text) {
        return text.contains("/") ? LocalDate.parse(text, TYPED_DATE) : LocalDate.parse(text);
    }

    private static String url(String text) {
        if (!URL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a web address");
        }
        return text;
    }
}
