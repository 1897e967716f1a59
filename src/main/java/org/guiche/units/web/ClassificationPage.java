package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.web.PartInput.Members;
import org.jspecify.annotations.Nullable;

/** Backs {@code units/classification.xhtml}: what a request may be, with its priority and targets, or a new one. */
@Named
@RequestScoped
public class ClassificationPage {

    private static final String LIST = "classifications";
    private static final String NAME = "name";
    static final Members MEMBERS = new Members(
            List.of(NAME, "description", "priority"), List.of("recommended"), List.of("firstResponse", "resolution"));

    @Inject
    EditedUnit unit;

    private @Nullable PartInput input;
    private @Nullable String place;

    /** Opens the page; for administrators, and for a classification that there is. */
    public void enter() {
        before();
    }

    private KeyedList list() {
        return KeyedList.of(unit.document(), LIST);
    }

    private JsonObject before() {
        return isNew()
                ? JsonValue.EMPTY_JSON_OBJECT
                : list().find(getKey()).orElseThrow(() -> new NotFound("units.classification.gone"));
    }

    public PartInput getInput() {
        var known = input;
        if (known == null) {
            known = PartInput.of(before(), MEMBERS);
            input = known;
        }
        return known;
    }

    /** Saves the classification and goes back to the unit. */
    public String save() {
        var others = list().without(getKey());
        var name = getInput().said(NAME);
        if (name.isEmpty()) {
            throw RuleViolation.of(NAME, "units.nameless");
        }
        var key = isNew() ? others.keyFor(name) : getKey();
        var item = JsonText.object(getInput().onto(before(), getAt()))
                .add("key", key)
                .build();
        return change(others.with(item, Integer.parseInt(getPlace())));
    }

    /** Offers the classification no more; its tickets keep it. */
    public String retire() {
        before();
        return change(list().without(getKey()));
    }

    private String change(KeyedList items) {
        return unit.change(
                JsonText.object(unit.document()).add(LIST, items.json()).build());
    }

    public boolean isNew() {
        return getKey().isEmpty();
    }

    public String getUnit() {
        return unit.key();
    }

    public String getUnitName() {
        return unit.document().getString(NAME);
    }

    public long getRevision() {
        return unit.revision();
    }

    public String getKey() {
        return unit.parameter("classification");
    }

    /** Where the document has it: refusals name that place. */
    public String getAt() {
        return LIST + "[" + getPlace() + "].";
    }

    public String getPlace() {
        return place == null ? String.valueOf(list().place(getKey())) : place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public List<SelectItem> getPlaces() {
        return list().without(getKey()).places();
    }
}
