package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.guiche.accounts.Groups;
import org.guiche.accounts.People;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.partners.Companies;
import org.guiche.partners.Company;
import org.guiche.reporting.Dimension;
import org.guiche.shared.Texts;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Classification;
import org.guiche.units.Sector;
import org.guiche.units.Sectors;
import org.guiche.units.Units;

/** What the lines of a table of figures are called. */
@RequestScoped
public class CutNames {

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
    CurrentUser user;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    @Inject
    People people;

    @Inject
    Companies companies;

    @Inject
    Groups groups;

    /** The names by key; keys without a name of which the person may know are left out. */
    Map<String, String> of(Dimension dimension, Collection<String> keys) {
        return switch (dimension) {
            case UNIT -> collect(units.all(), BusinessUnit::id, BusinessUnit::name);
            case SECTOR -> collect(sectors.all(), Sector::id, Sector::name);
            case CLASSIFICATION -> classifications();
            case AGENT -> written(people.names(numbers(keys)));
            case COMPANY -> companies(keys);
            case PARTNER -> written(groups.partners(numbers(keys)));
            case PRIORITY, CHANNEL -> words(dimension, keys);
            case TAG -> keys.stream().collect(Collectors.toMap(key -> key, key -> key));
        };
    }

    /** What a report is narrowed by that no field of its own shows, by the name in the address. */
    Map<String, String> chips(ReportQuery query) {
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
        var label = Texts.get("reporting.by." + dimension.name().toLowerCase(Locale.ROOT));
        var key = dimension == Dimension.PRIORITY || dimension == Dimension.CHANNEL
                ? value.toUpperCase(Locale.ROOT)
                : value;
        var isNumber = key.matches("\\d{1,18}");
        var known = NUMBERED.contains(dimension) && !isNumber ? Map.<String, String>of() : of(dimension, List.of(key));
        return Texts.get("reporting.chip", label, known.getOrDefault(key, value));
    }

    private Map<String, String> companies(Collection<String> keys) {
        if (user.isStaff()) {
            return written(companies.names(numbers(keys)));
        }
        return collect(companies.openableBy(user.get()), Company::id, Company::name); // no name from behind a wall
    }

    private Map<String, String> classifications() {
        var names = new HashMap<String, String>();
        for (var unit : units.all()) {
            List.of(unit.classifications(), unit.retired().classifications())
                    .forEach(all -> all.forEach(one -> names.put(String.valueOf(one.id()), name(one, unit))));
        }
        return names;
    }

    private static String name(Classification one, BusinessUnit unit) {
        return Texts.get("reporting.of-unit", one.name(), unit.name());
    }

    private static Map<String, String> words(Dimension dimension, Collection<String> keys) {
        var names = new HashMap<String, String>();
        var prefix = dimension == Dimension.PRIORITY ? "shared.priority." : "tickets.desk.channel.";
        keys.forEach(key -> names.put(key, Texts.get(prefix + key.toLowerCase(Locale.ROOT))));
        return names;
    }

    private static <T> Map<String, String> collect(Collection<T> all, ToLongFunction<T> id, Function<T, String> name) {
        var names = new HashMap<String, String>();
        all.forEach(one -> names.put(String.valueOf(id.applyAsLong(one)), name.apply(one)));
        return names;
    }

    private static Map<String, String> written(Map<Long, String> names) {
        return collect(names.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<Long> numbers(Collection<String> keys) {
        return keys.stream().map(Long::valueOf).toList();
    }
}
