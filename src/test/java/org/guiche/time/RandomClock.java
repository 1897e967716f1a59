package org.guiche.time;

import static org.guiche.time.ClockKind.BUSINESS_DAYS;
import static org.guiche.time.ClockKind.OPEN_HOURS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A clock in a calendar, both made up by chance, together with the naive calendar of the same content. */
final class RandomClock {

    private static final List<String> ZONES = List.of(
            "America/Noronha",
            "America/Sao_Paulo",
            "America/Sao_Paulo", // its summer time began and ended at midnight
            "America/Bahia",
            "America/Recife",
            "America/Belem",
            "America/Araguaina",
            "America/Manaus",
            "America/Cuiaba",
            "America/Campo_Grande",
            "America/Rio_Branco",
            "Europe/Lisbon",
            "Australia/Lord_Howe", // half an hour
            "America/St_Johns", // at one minute past midnight, until 2011
            "Pacific/Apia"); // without the 30th of December 2011

    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final int YEARS = 15;

    /** From here on the naive calendar has a table of holidays. */
    private static final Instant TABLE = Instant.parse("2008-02-01T00:00:00Z");

    final ServiceCalendar calendar;
    final NaiveCalendar naive;
    final Instant start;
    final Amount amount;
    final List<Span> pauses;
    private final Random random;
    private final ZoneId zone;

    RandomClock(Random random, ClockKind kind) {
        this.random = random;
        this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        this.start = start();
        var week = week();
        var closures = new HashMap<LocalDate, List<int[]>>();
        var holidays = holidays(closures);
        this.calendar = new ServiceCalendar(zone, hours(week), holidays);
        this.naive = new NaiveCalendar(zone, week, closures);
        this.amount = amount(kind);
        this.pauses = pauses();
    }

    /** Often near a change of the zone's offset, where mistakes live. */
    private Instant start() {
        var changes = zone.getRules().getTransitions();
        var near = random.nextInt(3) == 0;
        var around = near
                ? changes.get(changes.size() - 1 - random.nextInt(Math.min(20, changes.size())))
                        .getInstant()
                : FIRST.plus(random.nextInt(YEARS * 365), ChronoUnit.DAYS);
        var minutes = near ? random.nextInt(3 * 1440) - 2 * 1440 : random.nextInt(1440);
        return around.truncatedTo(ChronoUnit.MINUTES).plus(minutes, ChronoUnit.MINUTES);
    }

    private Map<DayOfWeek, List<int[]>> week() {
        var week = new EnumMap<DayOfWeek, List<int[]>>(DayOfWeek.class);
        var usual = day();
        for (var day : DayOfWeek.values()) {
            var weekend = day.getValue() > 5;
            var own = random.nextInt(4) == 0;
            week.put(day, own ? day() : weekend ? List.of() : usual);
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            week.put(DayOfWeek.TUESDAY, List.of(new int[] {600, 601}));
        }
        for (var day : DayOfWeek.values()) {
            addNight(week, day);
        }
        return week;
    }

    /** Sometimes one more band, from the afternoon or evening into what the next day leaves of its morning. */
    private void addNight(Map<DayOfWeek, List<int[]>> week, DayOfWeek day) {
        var bands = new ArrayList<>(week.getOrDefault(day, List.of()));
        var begun = bands.stream().mapToInt(RandomClock::end).max().orElse(0);
        var tomorrow = week.getOrDefault(day.plus(1), List.of());
        var next = tomorrow.stream().mapToInt(band -> band[0]).min().orElse(720);
        var earliest = Math.max(720, Math.max(next, begun));
        if (earliest < 1440 && next > 0 && random.nextInt(4) == 0) {
            bands.add(new int[] {earliest + random.nextInt(1440 - earliest), 1 + random.nextInt(next)});
            week.put(day, bands);
        }
    }

    private static int end(int[] band) {
        return band[1] <= band[0] ? 1440 : band[1];
    }

    private List<int[]> day() {
        return switch (random.nextInt(7)) {
            case 0 -> List.of();
            case 1 -> List.of(new int[] {0, 1440});
            case 2 -> List.of(new int[] {540, 1050});
            case 3 -> List.of(new int[] {540, 720}, new int[] {810, 1080});
            case 4 -> List.of(new int[] {0, 360}, new int[] {1320, 1440}); // a night shift
            default -> anyBands();
        };
    }

    private List<int[]> anyBands() {
        var bands = new ArrayList<int[]>();
        for (int from = random.nextInt(300); from < 1440 && bands.size() < 4; ) {
            var to = Math.min(1440, from + 1 + random.nextInt(500));
            bands.add(new int[] {from, to});
            from = to + random.nextInt(300);
        }
        return bands;
    }

    private Holidays holidays(Map<LocalDate, List<int[]>> closures) {
        var holidays = Holidays.none();
        if (random.nextBoolean() && start.isAfter(TABLE)) {
            holidays = holidays.withNational();
            NaiveCalendar.nationalHolidays().forEach(day -> close(closures, day, 0, 1440));
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            var day = start.atZone(zone).toLocalDate().plusDays(random.nextInt(20) - 1);
            var from = random.nextBoolean() ? 0 : random.nextInt(1440);
            var to = random.nextBoolean() ? 1440 : from + 1 + random.nextInt(1440 - from);
            holidays = holidays.with(day, "Recesso", new Band(from, to));
            close(closures, day, from, to);
        }
        return holidays;
    }

    private static void close(Map<LocalDate, List<int[]>> closures, LocalDate day, int from, int to) {
        closures.computeIfAbsent(day, none -> new ArrayList<>()).add(new int[] {from, to});
    }

    private static WeeklyHours hours(Map<DayOfWeek, List<int[]>> week) {
        var written = new HashMap<String, List<String>>();
        week.forEach((day, bands) -> written.put(
                day.name().substring(0, 3),
                bands.stream()
                        .map(band -> clock(band[0]) + "-" + clock(band[1]))
                        .toList()));
        return WeeklyHours.parse(written);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private Amount amount(ClockKind kind) {
        if (kind == BUSINESS_DAYS) {
            return Amount.days(1 + random.nextInt(12));
        }
        var openPerWeek = calendar.hours().bands().values().stream()
                .flatMap(List::stream)
                .mapToInt(Band::minutes)
                .sum();
        var most = kind == OPEN_HOURS ? openPerWeek * 3 : 15 * 1440;
        return Amount.minutes(1 + random.nextInt(random.nextBoolean() ? most : Math.min(most, 600)));
    }

    private List<Span> pauses() {
        var pauses = new ArrayList<Span>();
        for (int i = random.nextInt(6); i > 0; i--) {
            var from = start.plus(random.nextInt(12 * 1440) - 1440, ChronoUnit.MINUTES);
            var longest = random.nextBoolean() ? 300 : 4000;
            pauses.add(new Span(from, from.plus(random.nextInt(longest), ChronoUnit.MINUTES)));
        }
        return pauses;
    }

    /** Whether the zone's clock may pass midnight twice, so that a date comes back after the next one has begun. */
    boolean returnsToYesterday() {
        return zone.getId().equals("America/St_Johns");
    }

    @Override
    public String toString() {
        return zone + " " + calendar.hours().written() + ", " + amount + " from " + start + ", pauses " + pauses;
    }
}
