package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.guiche.shared.JsonText;
import org.guiche.shared.RuleViolation;
import org.guiche.units.BusinessUnit;
import org.guiche.units.Sectors;
import org.guiche.units.Units;
import org.guiche.units.web.PartInput.Members;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/unit.xhtml}: what a unit is called, where it stands, how it serves, and ways to its parts. */
@Named
@RequestScoped
public class UnitPage {

    private static final String NAME = "name";
    static final Members MEMBERS = new Members(
            List.of(
                    NAME,
                    "prioritySource",
                    "entrySector",
                    "generalSector",
                    "settings.introduction",
                    "settings.descriptionHelp",
                    "settings.expectation"),
            List.of("settings.stickyChannel", "settings.sac", "settings.triage.always"),
            List.of("settings.reopenWithin", "settings.triage.patience"));

    @Inject
    EditedUnit unit;

    @Inject
    Units units;

    @Inject
    Sectors sectors;

    private @Nullable PartInput input;
    private @Nullable SettingsInput lists;
    private @Nullable TriageInput triage;

    /** Opens the page; for those who shape the unit. */
    public void enter() {
        unit.document();
    }

    public PartInput getInput() {
        var known = input;
        if (known == null) {
            known = PartInput.of(unit.document(), MEMBERS);
            input = known;
        }
        return known;
    }

    /** What is written in lines or between commas, and the priorities. */
    public SettingsInput getLists() {
        var known = lists;
        if (known == null) {
            known = SettingsInput.of(unit.document());
            lists = known;
        }
        return known;
    }

    public TriageInput getTriage() {
        var known = triage;
        if (known == null) {
            known = TriageInput.of(unit.document());
            triage = known;
        }
        return known;
    }

    /** Saves what the fields say and shows the unit again. */
    public String save() {
        if (getInput().said(NAME).isEmpty()) {
            throw RuleViolation.of(NAME, "units.nameless");
        }
        var said = getInput().onto(unit.document(), "");
        return unit.change(getTriage().onto(getLists().onto(withSettings(said))));
    }

    /** Settings are there though nothing else is in them. */
    private static JsonObject withSettings(JsonObject document) {
        return document.containsKey("settings")
                ? document
                : JsonText.object(document)
                        .add("settings", JsonText.object().add("calendar", JsonValue.EMPTY_JSON_OBJECT))
                        .build();
    }

    /** The unit as it is now, for what is only shown. */
    public BusinessUnit getShown() {
        return units.administeredBy(unit.shaper()).stream()
                .filter(one -> one.key().equals(unit.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a unit that was just read"));
    }

    public boolean isSaved() {
        return !unit.parameter("saved").isEmpty();
    }

    public String getUnit() {
        return unit.key();
    }

    public String getName() {
        return unit.document().getString(NAME);
    }

    public long getRevision() {
        return unit.revision();
    }

    public List<SelectItem> getSectors() {
        return sectors.all().stream()
                .map(sector -> new SelectItem(sector.key(), sector.name()))
                .toList();
    }
}
