package org.guiche.units.web;

import jakarta.faces.model.SelectItem;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.time.Amount;
import org.jspecify.annotations.Nullable;

/** How long something takes, in two fields: a number, and what is counted. It always says which clock counts. */
public final class DurationInput {

    private static final String AMOUNT = "amount";
    private static final String CLOCK = "clock";
    private static final int AN_HOUR = 60;
    private static final List<String> KINDS = List.of(
            "RUNNING.M",
            "RUNNING.H",
            "RUNNING.D",
            "OPEN_HOURS.M",
            "OPEN_HOURS.H",
            "BUSINESS_DAY_24H.H",
            "BUSINESS_DAY_24H.D",
            "BUSINESS_DAYS.D");

    private String number = "";
    private String kind = "RUNNING.H";

    /** What stands in a document; empty fields where nothing does. */
    static DurationInput of(@Nullable JsonValue json) {
        var input = new DurationInput();
        if (json instanceof JsonObject duration) {
            var amount = Amount.parse(duration.getString(AMOUNT));
            var hours = !amount.days() && amount.value() % AN_HOUR == 0;
            input.number = String.valueOf(hours ? amount.value() / AN_HOUR : amount.value());
            input.kind = duration.getString(CLOCK) + (amount.days() ? ".D" : hours ? ".H" : ".M");
        }
        return input;
    }

    /** Refuses, at that place, what is no whole number. */
    void check(String place) {
        if (!number.isEmpty() && !number.matches("\\d{1,6}")) {
            throw RuleViolation.of(place, "units.duration.number", number);
        }
    }

    /** As a document has it; null where no number is written. */
    @Nullable
    JsonObject json() {
        if (number.isEmpty()) {
            return null;
        }
        var unit = kind.substring(kind.length() - 1);
        return JsonText.object()
                .add(AMOUNT, "D".equals(unit) ? "P" + number + "D" : "PT" + number + unit)
                .add(CLOCK, kind.substring(0, kind.length() - 2))
                .build();
    }

    /** In words: {@code 72 horas de dias úteis}. */
    static String words(JsonObject duration) {
        var input = of(duration);
        return input.number + " " + Texts.get("units.time." + input.kind);
    }

    /** What may be counted. */
    static List<SelectItem> kinds() {
        return Stream.of(KINDS.toArray(String[]::new))
                .map(kind -> new SelectItem(kind, Texts.get("units.time." + kind)))
                .toList();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number.strip();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind == null ? "RUNNING.H" : kind;
    }
}
