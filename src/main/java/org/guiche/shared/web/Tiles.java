package org.guiche.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Draws walls of tiles: arch, quarter circle, leaf, two leaves, dot, turned as they come. The same seed always makes the same wall.
 * Only classes colour it, so that it follows the theme.
 */
@Named
@ApplicationScoped
public class Tiles {

    private static final String[] GROUNDS = {"bg", "bg", "bg", "bg", "a", "a", "c", "d"};
    private static final String[] FIGURES = {"b", "b", "b", "b", "a", "c"};
    private static final int MOST = 400;

    /** So many tiles for each one that is missing. */
    private static final int FILLED = 3;

    private final Map<Wall, String> drawn = new ConcurrentHashMap<>();

    /** What decides how a drawing looks. */
    private record Wall(String seed, int cols, int rows, int size, String css, boolean gaps) {}

    /**
     * An SVG without text or links, decorative.
     *
     * @param seed what decides the pattern
     * @param size of a tile, in the drawing's own units
     * @param css classes of the drawing; words of letters and hyphens
     */
    public String draw(
            @Nullable Object seed,
            @Nullable Integer cols,
            @Nullable Integer rows,
            @Nullable Integer size,
            @Nullable String css) {
        var classes = css == null ? "" : css.replaceAll("[^A-Za-z -]", "");
        return drawing(
                new Wall(String.valueOf(seed), number(cols, 4), number(rows, 2), number(size, 36), classes, false));
    }

    /** The same with a tile missing here and there, for the edge of a plain ground. */
    public String airy(@Nullable Object seed, @Nullable Integer cols, @Nullable Integer rows, @Nullable Integer size) {
        return drawing(new Wall(String.valueOf(seed), number(cols, 4), number(rows, 2), number(size, 36), "", true));
    }

    private String drawing(Wall wall) {
        if (drawn.size() > MOST) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(wall, Tiles::svg);
    }

    int kept() {
        return drawn.size();
    }

    private static int number(@Nullable Integer given, int otherwise) {
        return given == null || given < 1 ? otherwise : Math.min(given, 1000);
    }

    private static String svg(Wall wall) {
        var random = new Random(wall.seed().hashCode());
        var size = wall.size();
        var grounds = new StringBuilder();
        var figures = new StringBuilder();
        for (var i = 0; i < wall.cols() * wall.rows(); i++) {
            if (wall.gaps() && random.nextInt(FILLED + 1) == FILLED) {
                continue;
            }
            var x = i % wall.cols() * size;
            var y = i / wall.cols() * size;
            var ground = GROUNDS[random.nextInt(GROUNDS.length)];
            grounds.append("<path class=\"t-%s\" d=\"M%d %dh%dv%dh-%dz\"/>".formatted(ground, x, y, size, size, size));
            if (random.nextInt(10) > 1) {
                figures.append(figure(random, ground, x, y, size));
            }
        }
        return "<svg class=\"azulejo %s\" aria-hidden=\"true\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"xMaxYMid slice\"><g shape-rendering=\"crispEdges\">%s</g>%s</svg>"
                .formatted(wall.css(), wall.cols() * size, wall.rows() * size, grounds, figures);
    }

    private static String figure(Random random, String ground, int x, int y, int size) {
        var colour = FIGURES[random.nextInt(FIGURES.length)];
        var seen = colour.equals(ground) ? "b" : colour;
        var half = half(size, 1);
        return "<g transform=\"translate(%d %d) rotate(%d %s %s)\">%s</g>"
                .formatted(x, y, random.nextInt(4) * 90, half, half, shape(random.nextInt(5), "t-" + seen, size));
    }

    private static String shape(int kind, String css, int size) {
        var half = half(size, 1);
        return switch (kind) {
            case 0 ->
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(css, half, half, half(size, 0.48));
            case 1 ->
                "<path class=\"%s\" d=\"M%s %dV%sa%s %s 0 0 1 %s 0V%dz\"/>"
                        .formatted(
                                css,
                                half(size, 0.28),
                                size,
                                half,
                                half(size, 0.72),
                                half(size, 0.72),
                                half(size, 1.44),
                                size);
            case 2 ->
                "<path class=\"%s\" d=\"M0 0h%sA%s %s 0 0 1 0 %szM%d %dh-%sA%s %s 0 0 1 %d %sz\"/>"
                        .formatted(css, half, half, half, half, size, size, half, half, half, size, half);
            case 3 ->
                "<path class=\"%s\" d=\"M0 0A%d %d 0 0 1 %d %dA%d %d 0 0 1 0 0z\"/>"
                        .formatted(css, size, size, size, size, size, size);
            default -> "<path class=\"%s\" d=\"M0 0h%dA%d %d 0 0 1 0 %dz\"/>".formatted(css, size, size, size, size);
        };
    }

    private static String half(int size, double share) {
        return String.format(Locale.ROOT, "%.2f", size / 2.0 * share);
    }
}
