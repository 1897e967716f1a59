package org.guiche.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the history's n-th ticket. It follows from n alone, so that the tables can be filled side by side and
 * still agree.
 */
record Facts(
        int number,
        Unit unit,
        Town.Citizen requester,
        long agent,
        String category,
        String priority,
        int sector,
        Instant createdAt,
        Instant answeredAt,
        Instant workedUntil,
        String subject,
        SplittableRandom random) {

    /** A history of so many tickets over three years, ending now; the last of them are unfinished. */
    record Plan(Town town, List<Unit> units, int sectors, int total, int unfinished, Instant end) {

        private static final Duration SPAN = Duration.ofDays(3 * 365);
        private static final List<Duration> FIRST_ANSWER = List.of(Duration.ofMinutes(5), Duration.ofDays(3));
        private static final List<Duration> SOLUTION = List.of(Duration.ofMinutes(10), Duration.ofDays(10));
        private static final List<String> PRIORITIES = List.of("URGENT", "HIGH", "MEDIUM", "LOW");

        Facts facts(int number) {
            var random = new SplittableRandom(7_919L * number + 17);
            var age = SPAN.toMillis() * (total - number) / total;
            var unit = units.get(random.nextInt(units.size()));
            var sector = sector(unit, number);
            var created = end.minusMillis(age);
            var answered = after(created, FIRST_ANSWER, random);
            return new Facts(
                    number,
                    unit,
                    town.requester(random),
                    town.agent(random, sector, sectors),
                    category(unit, number, random),
                    PRIORITIES.get((int) Math.sqrt(random.nextInt(16))),
                    sector,
                    created,
                    answered,
                    after(answered, SOLUTION, random),
                    Prose.subject(random),
                    random);
        }

        /** What somebody asks about leads to a team. */
        private int sector(Unit unit, int number) {
            return (units.indexOf(unit) * 7 + classification(unit, number)) % sectors;
        }

        /** Soon for many, late for a few; never after the end. */
        private Instant after(Instant from, List<Duration> limits, SplittableRandom random) {
            var shortest = Math.log((double) limits.get(0).toSeconds());
            var longest = Math.log((double) limits.get(1).toSeconds());
            var at = from.plusSeconds((long) Math.exp(shortest + random.nextDouble() * (longest - shortest)));
            return at.isBefore(end) ? at : end.minusSeconds(1);
        }

        private String category(Unit unit, int number, SplittableRandom random) {
            var chance = random.nextInt(100);
            if (number < total - unfinished) {
                return chance < 95 && unit.has("CLOSED") ? "CLOSED" : "RESOLVED";
            }
            var category = chance < 30 ? "NEW" : chance < 70 ? "OPEN" : chance < 90 ? "PENDING" : "ON_HOLD";
            return unit.has(category) ? category : "OPEN";
        }

        /** A hundred tickets have twenty messages, all others three. */
        int messages(int number) {
            return number % (total / 100) == 0 ? Messages.LONG : Messages.SHORT;
        }
    }

    /** How many messages a ticket has. */
    static final class Messages {
        static final int SHORT = 3;
        static final int LONG = 20;

        private Messages() {}
    }

    @Nullable
    Long classification() {
        var all = unit.classifications();
        return all.isEmpty() ? null : all.get(classification(unit, number));
    }

    /** Which of the unit's classifications the n-th ticket has; 0 where there are none. */
    private static int classification(Unit unit, int number) {
        return number % Math.max(1, unit.classifications().size());
    }

    boolean isFinished() {
        return category.equals("CLOSED") || category.equals("RESOLVED");
    }

    @Nullable
    Long assignee() {
        return category.equals("NEW") ? null : (Long) agent;
    }

    Instant lastActivityAt() {
        return workedUntil;
    }

    @Nullable
    Instant finishedAt() {
        return isFinished() ? workedUntil : null;
    }
}
