package org.guiche.partners.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.guiche.partners.ImportFate;
import org.guiche.partners.ImportFate.Outcome;
import org.guiche.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The lines of the file that is looked at, page by page: all, or those that come out alike. */
@Named
@RequestScoped
public class ImportLines {

    private static final int AT_ONCE = 200;

    @Inject
    CompanyAddress address;

    @Inject
    ImportPage page;

    /** How many lines come out like that, and where they stand alone. */
    public record Count(String text, String href, String css, boolean current) {}

    private String only() {
        return address.parameter("only");
    }

    /** All of them, and those of each fate that there is. */
    public List<Count> getCounts() {
        var all = new Count(
                Texts.get("partners.import.all", page.getPreview().fates().size()), href(""), "", only().isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(Outcome.values())
                                .filter(outcome -> page.getPreview().count(outcome) > 0)
                                .map(this::count))
                .toList();
    }

    private Count count(Outcome outcome) {
        return new Count(
                Texts.get(
                        "partners.import.count." + FateRow.key(outcome),
                        page.getPreview().count(outcome)),
                href(FateRow.key(outcome)),
                FateRow.css(outcome),
                FateRow.key(outcome).equals(only()));
    }

    private String href(String only) {
        return "/partners/import?import=" + page.getId() + (only.isEmpty() ? "" : "&only=" + only);
    }

    private int from() {
        return address.parameter("from").matches("\\d{1,5}") ? Integer.parseInt(address.parameter("from")) : 0;
    }

    private List<ImportFate> listed() {
        return page.getPreview().fates().stream()
                .filter(fate -> only().isEmpty() || FateRow.key(fate.outcome()).equals(only()))
                .toList();
    }

    /** A page of those that are looked at. */
    public List<FateRow> getRows() {
        return listed().stream().skip(from()).limit(AT_ONCE).map(FateRow::of).toList();
    }

    /** Where the next lines are, or null at the end. */
    public @Nullable String getMore() {
        var next = from() + AT_ONCE;
        return next < listed().size() ? href(only()) + "&from=" + next : null;
    }
}
