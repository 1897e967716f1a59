package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.guiche.accounts.Person;
import org.guiche.units.Sectors;
import org.guiche.units.Units;

/** Reads addresses of reports as those of somebody, and knows the zone and the day that reports are told in. */
@Dependent
public class ReportQueries {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    Clock clock;

    /**
     * What that address asks.
     *
     * @param today the last day of times that move
     */
    public ReportQuery of(Map<String, String> address, LocalDate today, Person person) {
        return ReportQuery.of(address, today, new KnownCuts(units.all(), sectors.all(), person.isStaff()));
    }

    /** The zone of the first unit. */
    public ZoneId zone() {
        return units.all().stream()
                .findFirst()
                .map(unit -> unit.calendar().zone())
                .orElse(BRASILIA);
    }

    /** The day in that zone, as reports begin and end with whole days. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
