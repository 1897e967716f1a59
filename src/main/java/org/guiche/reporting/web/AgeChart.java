package org.guiche.reporting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.guiche.reporting.SliceQuery;
import org.guiche.shared.Texts;
import org.guiche.units.StatusCategory;
import org.jspecify.annotations.Nullable;

/** {@code Idade do backlog, em dias úteis}: how long what is open now has been so, by whom it waits for. */
@Named
@RequestScoped
public class AgeChart {

    @Inject
    Reporting reporting;

    @Inject
    Drill drill;

    private @Nullable List<Band> bands;

    /** Some of those of a band, and the tickets behind them. */
    public record Share(long count, String href) {}

    /** An age. */
    public record Band(String label, Share open, Share pending, Share held, long all) {}

    /** The ages, the youngest first. */
    public List<Band> getBands() {
        if (bands == null) {
            bands = new ArrayList<>();
            var ages = reporting.dashboard().ages();
            for (int i = 0; i < ages.size(); i++) {
                bands.add(band(i, ages.get(i)));
            }
        }
        return bands;
    }

    private Band band(int number, Map<StatusCategory, Long> age) {
        var open = share(number, "open", sum(age, StatusCategory.NEW, StatusCategory.OPEN));
        var pending = share(number, "pending", sum(age, StatusCategory.PENDING));
        var held = share(number, "on_hold", sum(age, StatusCategory.ON_HOLD));
        return new Band(
                Texts.get("reporting.age." + number),
                open,
                pending,
                held,
                open.count() + pending.count() + held.count());
    }

    private Share share(int band, String category, long count) {
        return new Share(
                count, drill.open(Map.of(SliceQuery.BAND, String.valueOf(band), SliceQuery.CATEGORY, category)));
    }

    private static long sum(Map<StatusCategory, Long> age, StatusCategory... categories) {
        long all = 0;
        for (var one : categories) {
            all += age.getOrDefault(one, 0L);
        }
        return all;
    }

    /** How many are open. */
    public long getAll() {
        return getBands().stream().mapToLong(Band::all).sum();
    }

    /** The finding: how many are old. */
    public String getFinding() {
        var old = getBands().get(getBands().size() - 1).all();
        return getAll() == 0
                ? Texts.get("reporting.age.none")
                : Texts.get("reporting.age.finding", Numbers.count(getAll()), getAll(), Numbers.count(old), old);
    }

    /** As Chart.js reads it. */
    public String getJson() {
        var scales = Json.createObjectBuilder()
                .add("x", Json.createObjectBuilder().add("stacked", true).add("display", false))
                .add("y", Json.createObjectBuilder().add("stacked", true));
        return ChartJson.chart(
                "bar",
                getBands().stream().map(Band::label).toList(),
                Json.createArrayBuilder()
                        .add(dataset("open", "--st-aberto", Band::open))
                        .add(dataset("pending", "--st-pendente", Band::pending))
                        .add(dataset("held", "--st-espera", Band::held)
                                .add("hatched", true)
                                .add("totals", true)),
                Json.createObjectBuilder().add("indexAxis", "y").add("scales", scales));
    }

    private JsonObjectBuilder dataset(String word, String colour, Function<Band, Share> share) {
        var all = getBands().stream().map(share).toList();
        return ChartJson.dataset(
                        Texts.get("reporting.age." + word),
                        colour,
                        all.stream().map(Share::count).toList(),
                        all.stream().map(Share::href).toList())
                .add("borderRadius", 3)
                .add("maxBarThickness", 20);
    }
}
