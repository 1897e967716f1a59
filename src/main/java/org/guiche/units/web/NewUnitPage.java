package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.Texts;
import org.guiche.units.Configuration;
import org.guiche.units.Presets;
import org.guiche.units.Sectors;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/new.xhtml}: a unit begins by behaving like one of the presets, and is shaped from there. */
@Named
@RequestScoped
public class NewUnitPage {

    @Inject
    EditedUnit edited;

    @Inject
    Configuration configuration;

    @Inject
    Sectors sectors;

    private String name = "";
    private String key = "";
    private String place = "";
    private String preset = Presets.KEYS.get(0);
    private String sector = "";

    /** Opens the page; for administrators. */
    public void enter() {
        edited.administrator();
    }

    /** Adds the unit and shows it. */
    public String add() {
        var actor = edited.administrator();
        if (name.isEmpty()) {
            throw RuleViolation.of("name", "units.nameless");
        }
        var unit = JsonText.object()
                .add("key", key.isEmpty() ? new KeyedList(List.of()).keyFor(name) : key)
                .add("name", name)
                .add(
                        "parents",
                        JsonText.array(Arrays.stream(place.split("›|>", -1))
                                .map(String::strip)
                                .filter(part -> !part.isEmpty())
                                .toList()))
                .add("entrySector", sector)
                .add("generalSector", sector)
                .build();
        configuration.addUnit(actor, Presets.behaveLike(preset, unit, sectors.all()));
        return EditedUnit.page(unit.getString("key"));
    }

    /** The ways of working to begin with. */
    public List<SelectItem> getPresets() {
        return Presets.KEYS.stream()
                .map(one -> new SelectItem(one, Texts.get("units.preset." + one)))
                .toList();
    }

    public List<SelectItem> getSectors() {
        return sectors.all().stream()
                .map(one -> new SelectItem(one.key(), one.name()))
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = text(name);
    }

    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = text(key);
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = text(place);
    }

    public String getPreset() {
        return preset;
    }

    public void setPreset(@Nullable String preset) {
        this.preset = text(preset);
    }

    public String getSector() {
        return sector;
    }

    public void setSector(@Nullable String sector) {
        this.sector = text(sector);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
