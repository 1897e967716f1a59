package org.guiche.units;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiche.shared.CsvTable;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Options as they stand in a spreadsheet: the value of the list they follow, where they follow one, the option, the sector that it
 * leads to. Cells are separated by tabs, semicolons or commas; a line of headings is passed over.
 */
public final class Spreadsheet {

    /** The longest text that is read. */
    public static final int LONGEST = 200_000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final OptionDesign options;
    private final List<Sector> sectors;
    private final @Nullable Field parent;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();

    /** For the options of that field; {@code sectors} are those that there are. */
    public Spreadsheet(OptionDesign options, List<Sector> sectors) {
        this.options = options;
        this.sectors = List.copyOf(sectors);
        this.parent = options.followed().orElse(null);
    }

    /**
     * A line that fits.
     *
     * @param parent the option of the list that is followed; null where none is
     * @param sector where it leads; null for the unit's entry
     */
    public record Line(
            @Nullable Option parent, String label, @Nullable Sector sector) {}

    /**
     * What was read.
     *
     * @param problems a sentence for each line that does not fit
     */
    public record Read(List<Line> lines, List<String> problems) {

        public Read {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    /** Reads what was pasted; nothing of it is refused as a whole. */
    public Read read(String text) {
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var written = shown.lines().toList();
        var between = separator(written);
        for (var i = 0; i < written.size(); i++) {
            var cells = CsvTable.cells(written.get(i), between);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty()) && !(i == 0 && isHeading(cells))) {
                line(i + 1, cells);
            }
        }
        return new Read(lines, problems);
    }

    private static char separator(List<String> lines) {
        for (var candidate : new char[] {'\t', ';', ','}) {
            if (lines.stream().anyMatch(line -> line.indexOf(candidate) >= 0)) {
                return candidate;
            }
        }
        return '\t';
    }

    private boolean isHeading(List<String> cells) {
        var heading = parent == null ? options.design().field(options.key()).label() : parent.label();
        return plain(cells.get(0)).equals(plain(heading))
                && (parent == null || option(parent, cells.get(0)).isEmpty());
    }

    private void line(int number, List<String> cells) {
        var shift = parent == null ? 0 : 1;
        var label = cell(cells, shift);
        var group = parent == null ? Optional.<Option>empty() : option(parent, cell(cells, 0));
        var named = cell(cells, shift + 1);
        var sector = sector(named);
        if (cells.size() > shift + 2 && !cell(cells, shift + 2).isEmpty()) {
            refuse(number, "units.paste.wide", shift + 2);
        } else if (parent != null && group.isEmpty()) {
            refuse(
                    number,
                    cell(cells, 0).isEmpty() ? "units.paste.parent.none" : "units.paste.parent",
                    cell(cells, 0),
                    parent.label());
        } else if (label.isEmpty()) {
            refuse(number, "units.paste.label");
        } else if (label.length() > FieldKind.SINGLE_CHOICE.longest()) {
            refuse(number, "units.paste.long", FieldKind.SINGLE_CHOICE.longest());
        } else if (!named.isEmpty() && sector.isEmpty()) {
            refuse(number, "units.paste.sector", named);
        } else {
            fitting(number, new Line(group.orElse(null), label, sector.orElse(null)));
        }
    }

    private void fitting(int number, Line line) {
        var before =
                seen.putIfAbsent((line.parent() == null ? "" : line.parent().value()) + "\t" + line.label(), number);
        var route = lines.stream()
                .filter(other -> other.label().equals(line.label()) && !Objects.equals(other.sector(), line.sector()))
                .findFirst();
        if (before != null) {
            refuse(number, "units.paste.twice", before);
        } else if (route.isPresent()) {
            refuse(number, "units.paste.route", line.label());
        } else if (lines.size() == FormCheck.MOST_OPTIONS) {
            refuse(number, "units.definition.many", FormCheck.MOST_OPTIONS);
        } else {
            lines.add(line);
        }
    }

    private void refuse(int number, String key, Object... args) {
        problems.add(Texts.get("units.paste.line", number, Texts.get(key, args)));
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    private static Optional<Option> option(Field field, String name) {
        return field.options().stream()
                .filter(option -> plain(option.label()).equals(plain(name))
                        || option.value().equals(name))
                .findFirst();
    }

    private Optional<Sector> sector(String name) {
        return sectors.stream()
                .filter(sector ->
                        plain(sector.name()).equals(plain(name)) || sector.key().equals(name))
                .findFirst();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
