package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiche.accounts.People;
import org.guiche.shared.Page;
import org.guiche.shared.Texts;
import org.guiche.time.Wording;
import org.guiche.units.ChangeHistory;
import org.guiche.units.ChangeRecord;
import org.guiche.units.ChangedArea;
import org.guiche.units.Configuration;
import org.guiche.units.Units;
import org.guiche.units.web.DifferenceWords.Line;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/changes.xhtml}: who changed what, newest first. */
@Named
@RequestScoped
public class ChangesPage {

    private static final Set<ChangedArea> PEOPLE = EnumSet.of(ChangedArea.MEMBERS, ChangedArea.SUPERVISORS);
    private static final Wording WORDING = new Wording(ZoneId.of("America/Sao_Paulo"));

    @Inject
    EditedUnit edited;

    @Inject
    ChangeHistory history;

    @Inject
    Configuration configuration;

    @Inject
    Units units;

    @Inject
    People people;

    @Inject
    Clock clock;

    private @Nullable Page<ChangeRecord> page;

    /** A change as it is shown. */
    public record Row(
            String at, String title, String moment, String who, String place, String area, List<Line> lines) {}

    /** A unit to look at alone. */
    public record Choice(String key, String name, boolean selected) {}

    /** Opens the page; for those who shape some unit. */
    public void enter() {
        page();
    }

    private Page<ChangeRecord> page() {
        var known = page;
        if (known == null) {
            var unit = edited.key();
            var before = edited.parameter("before");
            known = history.page(
                    edited.shaper(),
                    unit.isEmpty() ? null : unit,
                    before.matches("\\d{1,18}") ? Long.valueOf(before) : null);
            page = known;
        }
        return known;
    }

    public List<Row> getRows() {
        var ids = page().items().stream()
                .map(ChangeRecord::personId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = people.names(ids);
        return page().items().stream().map(record -> row(record, names)).toList();
    }

    private Row row(ChangeRecord record, Map<Long, String> names) {
        var person = record.personId();
        return new Row(
                record.at().toString(),
                WORDING.absolute(record.at()),
                WORDING.moment(record.at(), clock.instant()),
                person == null ? Texts.get("units.changes.installation") : names.getOrDefault(person, ""),
                record.place(),
                Texts.get("units.area." + record.area()),
                lines(record));
    }

    private List<Line> lines(ChangeRecord record) {
        var unit = record.unit();
        var words = unit == null ? new DifferenceWords() : new DifferenceWords(configuration.document(unit));
        return PEOPLE.contains(record.area())
                ? words.lines(record.difference()).stream().map(this::named).toList()
                : words.lines(record.difference());
    }

    /** People are kept by their numbers and shown by their names. */
    private Line named(Line line) {
        var what = Arrays.stream(line.what().split(DifferenceWords.BETWEEN, -1)).map(this::name);
        return new Line(
                what.collect(Collectors.joining(DifferenceWords.BETWEEN)), name(line.before()), name(line.after()));
    }

    private String name(String id) {
        return id.matches("\\d{1,18}") ? people.name(Long.parseLong(id)) : id;
    }

    public List<Choice> getUnits() {
        return units.administeredBy(edited.shaper()).stream()
                .map(unit -> new Choice(unit.key(), unit.pathLabel(), unit.key().equals(edited.key())))
                .toList();
    }

    /** Where the older ones are, or null at the end. */
    public @Nullable String getMore() {
        var next = page().next();
        return next == null
                ? null
                : "/units/changes?unit=" + URLEncoder.encode(edited.key(), StandardCharsets.UTF_8) + "&before=" + next;
    }
}
