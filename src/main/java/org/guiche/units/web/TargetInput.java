package org.guiche.units.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.guiche.shared.FieldError;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.time.Amount;
import org.guiche.time.ClockKind;
import org.guiche.units.Target;
import org.jspecify.annotations.Nullable;

/** A duration and its clock, as they stand in two fields; without a duration nothing is promised. */
public final class TargetInput {

    private String amount = "";
    private String clock = ClockKind.OPEN_HOURS.name();

    /** What the document has there. */
    static TargetInput of(JsonObject owner, String name) {
        var input = new TargetInput();
        var json = owner.getJsonObject(name);
        if (json != null) {
            input.amount = AmountText.of(Amount.parse(json.getString("amount")));
            input.clock = json.getString("clock");
        }
        return input;
    }

    /** What is typed, read; empty where nothing is, and where it cannot be read. */
    Optional<Target> target() {
        try {
            return read();
        } catch (RuleViolation e) {
            return Optional.empty();
        }
    }

    private Optional<Target> read() {
        var kind = ClockKind.valueOf(clock);
        return amount.isBlank() ? Optional.empty() : Optional.of(new Target(AmountText.parse(amount, kind), kind));
    }

    /** Puts it into its owner, which has none yet; notes at its place what cannot be read. */
    void write(JsonObjectBuilder owner, String name, String place, List<FieldError> problems) {
        try {
            read().ifPresent(target -> owner.add(
                    name,
                    JsonText.object()
                            .add("amount", target.amount().toString())
                            .add("clock", target.clock().name())));
        } catch (RuleViolation e) {
            problems.add(new FieldError(place + "." + name + ".amount", e.key(), e.args()));
        }
    }

    /** How long, as it is typed. */
    public String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount == null ? "" : amount;
    }

    /** By which clock. */
    public String getClock() {
        return clock;
    }

    public void setClock(String clock) {
        this.clock = clock;
    }
}
