package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.CutNames;
import org.guiche.reporting.Dimension;
import org.guiche.reporting.Line;
import org.guiche.reporting.ReportQuery;
import org.guiche.reporting.Reports;
import org.guiche.reporting.SliceQuery;
import org.guiche.reporting.Target;
import org.guiche.shared.Texts;
import org.guiche.tickets.Figure;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.jspecify.annotations.Nullable;

/** The table of figures with a line for each sector, agent, company… */
@Named
@RequestScoped
public class LineTable {

    private static final Locale BRAZIL = Locale.forLanguageTag("pt-BR");
    private static final int MOST = 50;
    private static final int WHOLE = 100;

    private static final Map<Dimension, String> PARAMETERS = Map.of(
            Dimension.UNIT, ReportQuery.UNIT,
            Dimension.SECTOR, ReportQuery.SECTOR,
            Dimension.AGENT, ReportQuery.AGENT,
            Dimension.CLASSIFICATION, ReportQuery.CLASSIFICATION,
            Dimension.COMPANY, ReportQuery.COMPANY,
            Dimension.PARTNER, ReportQuery.PARTNER,
            Dimension.CHANNEL, ReportQuery.CHANNEL,
            Dimension.PRIORITY, ReportQuery.PRIORITY,
            Dimension.TAG, ReportQuery.TAG);

    @Inject
    Reporting reporting;

    @Inject
    Reports reports;

    @Inject
    CurrentUser user;

    @Inject
    CutNames names;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    private @Nullable List<Row> rows;
    private @Nullable Row total;

    /** A dimension to choose. */
    public record Choice(String value, String label, boolean selected) {}

    /**
     * A line.
     *
     * @param sector the key of the sector; empty for all else
     * @param kept how many percent were solved in time, 0 to 100
     * @param share the same in words
     * @param narrowed the report of this one alone
     */
    public record Row(
            String name,
            String sector,
            String narrowed,
            long kept,
            String share,
            boolean measured,
            Target target,
            String created,
            String createdHref,
            String open,
            String held,
            String answered,
            String rated) {}

    /** What there may be a line for. */
    public List<Choice> getChoices() {
        return Arrays.stream(Dimension.values())
                .filter(one -> user.isStaff() || !one.isInternal())
                .map(one -> new Choice(ReportQuery.word(one), CutNames.label(one), one == by()))
                .toList();
    }

    private Dimension by() {
        return reporting.query().by();
    }

    /** What there is a line for. */
    public String getLabel() {
        return CutNames.label(by());
    }

    /** The same within a sentence. */
    public String getWord() {
        return getLabel().toLowerCase(BRAZIL);
    }

    /** The lines, those with the most tickets first; fifty at most. */
    public List<Row> getRows() {
        if (rows == null) {
            var lines = reports.breakdown(reporting.query().cut(), by(), user.get());
            var named = names.of(by(), lines.stream().map(Line::key).toList(), user.get());
            rows = lines.stream()
                    .filter(line -> named.containsKey(line.key()))
                    .limit(MOST)
                    .map(line -> row(line, named.getOrDefault(line.key(), "")))
                    .toList();
        }
        return rows;
    }

    private Row row(Line line, String name) {
        var parameter = PARAMETERS.getOrDefault(by(), ReportQuery.UNIT);
        var value = value(line.key());
        return row(
                line,
                name,
                by() == Dimension.SECTOR ? value : "",
                reporting.href("dashboard", reporting.query().with(parameter, value)),
                createdHref(parameter, value));
    }

    /** The whole of what is reported: also what no line is for. */
    public Row getTotal() {
        var known = total;
        if (known == null) {
            known = row(Line.total(reporting.dashboard()), "", "", "", createdHref(ReportQuery.BY, ""));
            total = known;
        }
        return known;
    }

    private Row row(Line line, String name, String sector, String narrowed, String createdHref) {
        var measured = line.kept() + line.missed() > 0;
        return new Row(
                name,
                sector,
                narrowed,
                measured ? line.kept() * WHOLE / (line.kept() + line.missed()) : 0,
                Numbers.percent(line.kept(), line.kept() + line.missed()),
                measured,
                Target.of(reporting.query().target(), line.kept(), line.missed()),
                Numbers.count(line.created()),
                createdHref,
                Numbers.count(line.open()),
                Numbers.count(line.onHold()),
                line.answers().median().map(Numbers::time).orElse(Texts.get("reporting.none")),
                line.rated() == 0
                        ? Texts.get("reporting.none")
                        : Numbers.decimal((double) line.points() / line.rated()));
    }

    private String createdHref(String parameter, String value) {
        var values = new HashMap<>(reporting.query().at(reporting.query().cut().period()));
        values.remove(ReportQuery.BY);
        values.put(parameter, value);
        values.put(SliceQuery.OF, ReportQuery.word(Figure.CREATED));
        return reporting.href("tickets", ReportQuery.address(values));
    }

    /** How an address says that one. */
    private String value(String key) {
        return switch (by()) {
            case UNIT ->
                units.all().stream()
                        .filter(one -> String.valueOf(one.id()).equals(key))
                        .map(BusinessUnit::key)
                        .findFirst()
                        .orElse("");
            case SECTOR ->
                sectors.all().stream()
                        .filter(one -> String.valueOf(one.id()).equals(key))
                        .map(Sector::key)
                        .findFirst()
                        .orElse("");
            default -> key;
        };
    }
}
