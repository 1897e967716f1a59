package org.guiche.units.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guiche.shared.Texts;
import org.guiche.time.ClockKind;
import org.guiche.time.OptionalPoint;
import org.guiche.time.RegionalHolidays;
import org.guiche.units.BusinessUnit;
import org.guiche.units.ClockEffect;
import org.guiche.units.Priority;

/** What the menus of the page about prazos offer. */
@Named
@ApplicationScoped
public class ServiceChoices {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(
                    zone -> zone.matches(
                            "America/(Araguaina|Bahia|Belem|Boa_Vista|Campo_Grande|Cuiaba|Eirunepe|Fortaleza|Maceio|Manaus|Noronha|Porto_Velho|Recife|Rio_Branco|Santarem|Sao_Paulo)"))
            .sorted()
            .toList();

    /** A value and what it is called. */
    public record Choice(String value, String label) {}

    /** What a duration can count, never only "úteis" (REQUIREMENTS 7.3). */
    public List<Choice> getClocks() {
        return Stream.of(ClockKind.OPEN_HOURS, ClockKind.BUSINESS_DAY_24H, ClockKind.BUSINESS_DAYS, ClockKind.RUNNING)
                .map(kind -> choice("units.service.clock.", kind))
                .toList();
    }

    private static Choice choice(String prefix, Enum<?> value) {
        return new Choice(value.name(), Texts.get(prefix + value.name().toLowerCase(Locale.ROOT)));
    }

    /** What a status can do to the clocks, besides what is usual. */
    public List<Choice> getEffects() {
        return Arrays.stream(ClockEffect.values())
                .map(effect -> choice("units.service.effect.", effect))
                .toList();
    }

    public List<Choice> getPriorities() {
        return Arrays.stream(Priority.values())
                .map(priority -> choice("shared.priority.", priority))
                .toList();
    }

    /** What a request can be in that unit. */
    public List<Choice> classifications(BusinessUnit unit) {
        return unit.classifications().stream()
                .map(one -> new Choice(one.key(), one.name()))
                .toList();
    }

    /** Where a ticket may go by itself from a status: nobody is there to give a reason. */
    public List<Choice> following(BusinessUnit unit, StatusInput from) {
        return unit.statuses().stream()
                .filter(to -> !to.key().equals(from.getKey())
                        && !to.reasonRequired()
                        && from.getCategory().canBecome(to.category()))
                .map(to -> new Choice(to.key(), to.name()))
                .toList();
    }

    public List<Choice> getPoints() {
        return Arrays.stream(OptionalPoint.values())
                .map(point -> new Choice(point.name(), point.title()))
                .toList();
    }

    public List<Choice> getStates() {
        return RegionalHolidays.states().stream()
                .map(state -> new Choice(state, state))
                .toList();
    }

    public List<Choice> getCities() {
        return RegionalHolidays.cities().stream()
                .map(city -> new Choice(city, city))
                .toList();
    }

    /** The zones of Brazil, to choose from; any other may be typed. */
    public List<String> getZones() {
        return ZONES;
    }
}
