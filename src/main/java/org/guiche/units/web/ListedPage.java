package org.guiche.units.web;

import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.guiche.shared.JsonText;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.units.web.PartInput.Members;
import org.jspecify.annotations.Nullable;

/** Backs the page of one thing of a list in a unit's document, or of a new one: what is said of it, and where it stands. */
public abstract class ListedPage {

    static final String NAME = "name";

    @Inject
    EditedUnit unit;

    private final String list;
    private final String parameter;
    private final String gone;
    private final Members members;
    private @Nullable PartInput input;
    private @Nullable String place;

    /**
     * A page for things of that list.
     *
     * @param parameter of the address, whose value is the key of one; there is none of a new one
     * @param gone what is said where there is no such thing
     */
    ListedPage(String list, String parameter, String gone, Members members) {
        this.list = list;
        this.parameter = parameter;
        this.gone = gone;
        this.members = members;
    }

    /** Opens the page; for administrators, and for a thing that there is. */
    public void enter() {
        before();
    }

    KeyedList list() {
        return KeyedList.of(unit.document(), list);
    }

    JsonObject before() {
        return isNew() ? JsonValue.EMPTY_JSON_OBJECT : list().find(getKey()).orElseThrow(() -> new NotFound(gone));
    }

    public PartInput getInput() {
        var known = input;
        if (known == null) {
            known = PartInput.of(before(), members);
            input = known;
        }
        return known;
    }

    /** Saves it and goes back to the unit. */
    public String save() {
        var others = list().without(getKey());
        var name = getInput().said(NAME);
        if (name.isEmpty()) {
            throw RuleViolation.of(NAME, "units.nameless");
        }
        var key = isNew() ? others.keyFor(name) : getKey();
        var said = JsonText.object(getInput().onto(before(), getAt()))
                .add("key", key)
                .build();
        return change(others.with(completed(said), Integer.parseInt(getPlace())));
    }

    /** With what else was said of it. */
    JsonObject completed(JsonObject said) {
        return said;
    }

    /** Offers it no more; tickets keep it. */
    public String retire() {
        before();
        return change(list().without(getKey()));
    }

    private String change(KeyedList items) {
        return unit.change(
                JsonText.object(unit.document()).add(list, items.json()).build());
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
        return unit.parameter(parameter);
    }

    /** Where the document has it: refusals name that place. */
    public String getAt() {
        return list + "[" + getPlace() + "].";
    }

    public String getPlace() {
        return place == null ? String.valueOf(list().place(getKey())) : place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    /** Where it may stand among the others. */
    public List<SelectItem> getPlaces() {
        return list().without(getKey()).places();
    }
}
