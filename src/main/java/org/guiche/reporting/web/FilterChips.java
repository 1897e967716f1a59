package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.reporting.CutNames;
import org.guiche.reporting.Dimension;
import org.guiche.reporting.ReportQuery;
import org.guiche.shared.Texts;

/** What a report is narrowed by that no field of its own shows. */
@RequestScoped
public class FilterChips {

    private static final Map<String, Dimension> CHIPS = chips();
    private static final Set<Dimension> NUMBERED =
            EnumSet.of(Dimension.AGENT, Dimension.CLASSIFICATION, Dimension.COMPANY, Dimension.PARTNER);

    private static Map<String, Dimension> chips() {
        var chips = new LinkedHashMap<String, Dimension>();
        chips.put(ReportQuery.AGENT, Dimension.AGENT);
        chips.put(ReportQuery.CLASSIFICATION, Dimension.CLASSIFICATION);
        chips.put(ReportQuery.COMPANY, Dimension.COMPANY);
        chips.put(ReportQuery.PARTNER, Dimension.PARTNER);
        chips.put(ReportQuery.CHANNEL, Dimension.CHANNEL);
        chips.put(ReportQuery.PRIORITY, Dimension.PRIORITY);
        chips.put(ReportQuery.TAG, Dimension.TAG);
        return chips;
    }

    @Inject
    CutNames names;

    @Inject
    CurrentUser user;

    /** The words of each, by its name in the address. */
    Map<String, String> of(ReportQuery query) {
        var chips = new LinkedHashMap<String, String>();
        CHIPS.forEach((parameter, dimension) -> {
            var value = query.asked().get(parameter);
            if (value != null) {
                chips.put(parameter, chip(dimension, value));
            }
        });
        return chips;
    }

    private String chip(Dimension dimension, String value) {
        var key = dimension == Dimension.PRIORITY || dimension == Dimension.CHANNEL
                ? value.toUpperCase(Locale.ROOT)
                : value;
        var isNumber = key.matches("\\d{1,18}");
        var known = NUMBERED.contains(dimension) && !isNumber
                ? Map.<String, String>of()
                : names.of(dimension, List.of(key), user.get());
        return Texts.get("reporting.chip", CutNames.label(dimension), known.getOrDefault(key, value));
    }
}
