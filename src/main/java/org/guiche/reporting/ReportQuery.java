package org.guiche.reporting;

import static java.util.Objects.requireNonNullElse;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.guiche.tickets.Channel;
import org.guiche.units.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the reports. It lives in the address: a report can be kept, sent on to whoever may see it, and gone back to; everybody
 * gets the figures of what they may see.
 *
 * @param period the word of a time that moves with today; empty where days are given
 * @param by what the table has a line for
 */
public record ReportQuery(Map<String, String> asked, Cut cut, String period, Dimension by) {

    public static final String FROM = "de";
    public static final String TO = "ate";
    public static final String PERIOD = "periodo";
    public static final String UNIT = "unidade";
    public static final String SECTOR = "setor";
    public static final String AGENT = "analista";
    public static final String CLASSIFICATION = "classificacao";
    public static final String COMPANY = "empresa";
    public static final String PARTNER = "parceiro";
    public static final String CHANNEL = "canal";
    public static final String PRIORITY = "prioridade";
    public static final String TAG = "etiqueta";
    public static final String BY = "por";
    public static final String TARGET = "meta";

    /** How the times that move are written, with their days; the first one is the usual one. */
    public static final Map<String, Integer> DAYS = days();

    private static final String USUAL = "14";
    private static final int USUAL_DAYS = 14;

    private static final String[] NAMES = {
        FROM, TO, PERIOD, UNIT, SECTOR, AGENT, CLASSIFICATION, COMPANY, PARTNER, CHANNEL, PRIORITY, TAG, BY, TARGET
    };
    private static final int WHOLE = 100;
    private static final int MOST_DIGITS = 18;

    private static Map<String, Integer> days() {
        var days = new LinkedHashMap<String, Integer>();
        days.put("14", 14);
        days.put("7", 7);
        days.put("30", 30);
        days.put("90", 90);
        days.put("365", 365);
        days.put("1095", 1095);
        return days;
    }

    /** Reads the address; what it does not understand does not restrict, and what lies behind a wall has no figures. */
    static ReportQuery of(Map<String, String> address, LocalDate today, KnownCuts known) {
        var asked = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var value = requireNonNullElse(address.get(name), "").strip();
            if (!value.isEmpty()) {
                asked.put(name, value);
            }
        }
        var days = period(asked);
        var moving = requireNonNullElse(asked.get(PERIOD), USUAL);
        var word = days.isPresent() ? "" : DAYS.containsKey(moving) ? moving : USUAL;
        var cut = new Cut(
                days.orElseGet(() -> Period.until(today, DAYS.getOrDefault(word, USUAL_DAYS))),
                known.unit(asked.get(UNIT)),
                known.sector(asked.get(SECTOR)),
                number(asked.get(AGENT)),
                number(asked.get(CLASSIFICATION)),
                number(asked.get(COMPANY)),
                number(asked.get(PARTNER)),
                choice(Channel.class, asked.get(CHANNEL)),
                choice(Priority.class, asked.get(PRIORITY)),
                asked.get(TAG));
        var by = Optional.ofNullable(choice(Dimension.class, asked.get(BY)));
        return new ReportQuery(asked, cut, word, by.orElse(known.usual()));
    }

    /** How many percent are to be kept, 1 to 100, where the report says so. */
    public OptionalInt target() {
        var percent = number(asked.get(TARGET));
        return percent == null || percent < 1 || percent > WHOLE
                ? OptionalInt.empty()
                : OptionalInt.of(percent.intValue());
    }

    private static Optional<Period> period(Map<String, String> asked) {
        try {
            return asked.containsKey(FROM) && asked.containsKey(TO)
                    ? Optional.of(new Period(LocalDate.parse(asked.get(FROM)), LocalDate.parse(asked.get(TO))))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1," + MOST_DIGITS + "}") ? Long.valueOf(text) : null;
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> kinds, @Nullable String word) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    /** The same with another value for that; none for an empty one. */
    public String with(String name, String value) {
        var changed = new LinkedHashMap<>(asked);
        changed.put(name, value);
        return address(changed);
    }

    /** The same for these days. */
    public Map<String, String> at(Period days) {
        var changed = new LinkedHashMap<>(asked);
        changed.remove(PERIOD);
        changed.put(FROM, days.from().toString());
        changed.put(TO, days.to().toString());
        return changed;
    }

    /** How values are written in an address; empty ones are left out. */
    public static String address(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The values that an address says. */
    public static Map<String, String> parts(String address) {
        var parts = new LinkedHashMap<String, String>();
        Arrays.stream(address.split("&", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .forEach(part -> parts.put(part[0], URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        return parts;
    }

    /** How a choice is written in an address. */
    public static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
