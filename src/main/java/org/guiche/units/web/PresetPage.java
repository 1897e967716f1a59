package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.units.Configuration;
import org.guiche.units.Difference;
import org.guiche.units.Presets;
import org.guiche.units.Sectors;
import org.guiche.units.web.DifferenceWords.Line;

/** Backs {@code units/preset.xhtml}: what would change if the unit behaved like one of the presets, and doing it. */
@Named
@RequestScoped
public class PresetPage {

    @Inject
    EditedUnit unit;

    @Inject
    Sectors sectors;

    @Inject
    Configuration configuration;

    /** One of the ways of working. */
    public record Choice(String key, String name, String text, boolean current) {}

    /** Opens the page; for administrators. */
    public void enter() {
        unit.document();
        if (isChosen()) {
            Presets.document(getPreset());
        }
    }

    /** What would change, a line a value. */
    public List<Line> getLines() {
        var after = after();
        var before = unit.document();
        return new DifferenceWords(before, after).lines(Difference.of(before, after));
    }

    private JsonObject after() {
        return configuration.normal(Presets.behaveLike(getPreset(), unit.document(), sectors.all()));
    }

    /** Lets the unit behave like that. */
    public String apply() {
        return unit.become(after());
    }

    public List<Choice> getChoices() {
        return Presets.KEYS.stream()
                .map(key -> new Choice(
                        key,
                        Texts.get("units.preset." + key),
                        Texts.get("units.preset." + key + ".text"),
                        key.equals(getPreset())))
                .toList();
    }

    public boolean isChosen() {
        return !getPreset().isEmpty();
    }

    public String getPreset() {
        return unit.parameter("preset");
    }

    public String getPresetName() {
        return Texts.get("units.preset." + getPreset());
    }

    public String getUnit() {
        return unit.key();
    }

    public String getUnitName() {
        return unit.document().getString("name");
    }

    public long getRevision() {
        return unit.revision();
    }
}
