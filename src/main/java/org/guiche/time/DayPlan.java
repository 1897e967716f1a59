package org.guiche.time;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guiche.time.Explanation.DayKind;
import org.jspecify.annotations.Nullable;

/** What the calendar says of a date: its bands after all closures, its kind, the names of its holidays. */
final class DayPlan {

    private static final long[] WHOLE_DAY = {0, Nanos.DAY};
    private static final long[] NOTHING = {};

    private final List<Band> bands;
    private final DayKind kind;
    private final @Nullable String holiday;
    private final long[] service;

    private DayPlan(List<Band> bands, DayKind kind, @Nullable String holiday) {
        this.bands = List.copyOf(bands);
        this.kind = kind;
        this.holiday = holiday;
        this.service = bands.stream()
                .flatMapToLong(band -> LongStream.of(band.fromMinute(), band.toMinute()))
                .map(minute -> minute * Nanos.MINUTE)
                .toArray();
    }

    /** A date like any other of its day of the week. */
    static DayPlan usual(DayOfWeek day, List<Band> bands) {
        var weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return new DayPlan(bands, bands.isEmpty() ? weekend ? DayKind.WEEKEND : DayKind.CLOSED : DayKind.OPEN, null);
    }

    /** A date with holidays: what they leave of the usual bands. Where nothing was usual, the day keeps its kind. */
    DayPlan closed(List<Closure> closures) {
        var left = bands;
        for (var closure : closures) {
            left = closure.cut(left);
        }
        return new DayPlan(left, left.isEmpty() && kind == DayKind.OPEN ? DayKind.HOLIDAY : kind, name(closures));
    }

    private static String name(List<Closure> closures) {
        return closures.stream()
                .filter(Closure::isWholeDay)
                .map(Closure::name)
                .findFirst()
                .orElseGet(() -> closures.stream().map(Closure::name).collect(Collectors.joining(" e ")));
    }

    List<Band> bands() {
        return bands;
    }

    DayKind kind() {
        return kind;
    }

    @Nullable
    String holiday() {
        return holiday;
    }

    boolean isOpen() {
        return service.length > 0;
    }

    /** What this clock counts of the date: pairs of beginnings and ends in nanoseconds of the local day. */
    long[] counted(ClockKind kind) {
        return switch (kind) {
            case RUNNING -> WHOLE_DAY;
            case BUSINESS_DAY_24H -> isOpen() ? WHOLE_DAY : NOTHING;
            case OPEN_HOURS, BUSINESS_DAYS -> service;
        };
    }
}
