package org.guiche.tickets.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guiche.shared.Texts;
import org.guiche.tickets.GivenRating;
import org.guiche.tickets.Praise;
import org.jspecify.annotations.Nullable;

/** What pages choose ratings from, and how they say them. */
@Named
@ApplicationScoped
public class RatingWords {

    private static final List<String> MOUTHS = List.of(
            "M7.5 17.8c1.5-3.4 7.5-3.4 9 0",
            "M8 16.8c2-1.3 6-1.3 8 0",
            "M8 16h8",
            "M8 15c2 1.6 6 1.6 8 0",
            "M7.5 14c1.5 3.6 7.5 3.6 9 0");

    /**
     * One of the five.
     *
     * @param mouth the path of the face that is drawn beside its name
     */
    public record Points(int score, String name, String mouth) {}

    /** What was good, as a box to tick. */
    public record Good(Praise praise, String name) {}

    /** From the worst to the best. */
    public List<Points> getPoints() {
        return IntStream.rangeClosed(1, MOUTHS.size()).mapToObj(this::points).toList();
    }

    private Points points(int score) {
        return new Points(score, Texts.get("tickets.rating.points." + score), MOUTHS.get(score - 1));
    }

    public List<Good> getPraises() {
        return Arrays.stream(Praise.values())
                .map(praise -> new Good(praise, name(praise)))
                .toList();
    }

    private static String name(Praise praise) {
        return Texts.get("tickets.rating.liked." + praise.name().toLowerCase(Locale.ROOT));
    }

    /** {@code Muito bom}, with its face; null for nothing. */
    public @Nullable Points of(@Nullable GivenRating given) {
        return given == null ? null : points(given.score());
    }

    /** {@code Rapidez, Clareza}. */
    public String liked(GivenRating given) {
        return given.liked().stream().sorted().map(RatingWords::name).collect(Collectors.joining(", "));
    }
}
