package org.guiche.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.guiche.accounts.Person;
import org.guiche.shared.Texts;
import org.guiche.sheets.CellText;

/** What reports that are sent are called. */
@Dependent
public class ScheduleTitles {

    @Inject
    ReportQueries queries;

    @Inject
    CutNames names;

    @Inject
    ExportHead heads;

    /** The report, and what it is narrowed by: {@code Painel · Setor: Marketing}. */
    public String of(Report report, String address, Person person) {
        var values = ReportQuery.parts(address);
        var words = new ArrayList<String>();
        words.add(Texts.get(report == Report.DASHBOARD ? "reporting.title" : "reporting.tickets"));
        if (report == Report.TICKETS) {
            heads.sliced(new SliceQuery(values).slice()).forEach(line -> words.add(CellText.of(line.value())));
        }
        var cut = queries.of(values, queries.today(), person).cut();
        names.narrowing(cut, person).forEach((label, name) -> words.add(Texts.get("reporting.chip", label, name)));
        return String.join(" · ", words);
    }
}
